import type { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../language/config/customMacros';
import { candidatesFor, rankedConfigs } from '../language/links/candidates';
import type { LinkCandidate } from '../language/links/link';
import { recognise } from '../language/recognise';
import { canonicalUri, fileName, parentUri, relativePath } from './fileUri';
import { pathFrom } from './folderPaths';
import { manifestName } from './manifestName';
import type { Workspace } from './workspace';

type Files = Pick<Workspace, 'filesBelow' | 'document'>;

/** How many files are read at the same time. */
const atOnce = 32;

/** Whatever a macro may be in: enough to tell whether a text has others than before. */
const macroLike = /#[\w.-]+/g;

/**
 * Configuration-settings files nearby that declare some of the macros that a document uses. A folder can hold thousands
 * of them, and every keystroke asks: what was found is kept as long as the macros and the files are the same.
 */
export class ConfigCandidates {
	readonly #kept = new Map<string, { readonly asked: string; readonly found: readonly LinkCandidate[] }>();

	forget(): void {
		this.#kept.clear();
	}

	/** Those that declare some of the macros, the best first. */
	async declaring(document: TextDocument, roots: readonly string[], files: Files): Promise<readonly LinkCandidate[]> {
		const macros = document.getText().match(macroLike)?.join(' ');
		const place = placeOf(document, roots);
		if (macros === undefined || place === undefined) return [];
		const { own, root } = place;
		const configs = await configsBelow(root, files);
		const asked = `${macros} ${configs.map(({ version }) => version).join()}`;
		const kept = this.#kept.get(document.uri);
		if (kept?.asked === asked) return kept.found;
		const found = candidatesFor(
			document.getText(),
			configs.map(config => possible(config, own)),
		);
		this.#kept.set(document.uri, { asked, found });
		return found;
	}

	/** Every configuration-settings file nearby, the best first: a new unattend file uses no macro of any yet. */
	async all(document: TextDocument, roots: readonly string[], files: Files): Promise<readonly LinkCandidate[]> {
		const place = placeOf(document, roots);
		if (place === undefined) return [];
		const configs = await configsBelow(place.root, files);
		return rankedConfigs(
			document.getText(),
			configs.map(config => possible(config, place.own)),
		);
	}
}

/** The folder of a document, and the open folder that it lies in. */
function placeOf({ uri }: TextDocument, roots: readonly string[]): { own: string; root: string } | undefined {
	const own = parentUri(canonicalUri(uri));
	return own === undefined
		? undefined
		: { own, root: roots.find(folder => relativePath(folder, uri) !== undefined) ?? own };
}

const possible = (config: TextDocument, own: string) => ({
	table: declaredMacros(config),
	path: pathFrom(own, config.uri),
});

async function configsBelow(folder: string, files: Files): Promise<readonly TextDocument[]> {
	const uris = (await files.filesBelow(folder)).filter(uri => uri.endsWith('.json') && fileName(uri) !== manifestName);
	const configs: TextDocument[] = [];
	for (let start = 0; start < uris.length; start += atOnce) {
		const documents = await Promise.all(uris.slice(start, start + atOnce).map(uri => files.document(uri)));
		for (const one of documents) {
			if (one && recognise({ path: fileName(one.uri), text: one.getText() }) === 'config') configs.push(one);
		}
	}
	return configs;
}
