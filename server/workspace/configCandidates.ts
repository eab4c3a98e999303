import type { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../language/config/customMacros';
import { candidatesFor } from '../language/links/candidates';
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

	/** The best first. */
	async of(document: TextDocument, roots: readonly string[], files: Files): Promise<readonly LinkCandidate[]> {
		const macros = document.getText().match(macroLike)?.join(' ');
		const own = parentUri(canonicalUri(document.uri));
		const root = roots.find(folder => relativePath(folder, document.uri) !== undefined) ?? own;
		if (macros === undefined || root === undefined || own === undefined) return [];
		const configs = await configsBelow(root, files);
		const asked = `${macros} ${configs.map(({ version }) => version).join()}`;
		const kept = this.#kept.get(document.uri);
		if (kept?.asked === asked) return kept.found;
		const found = candidatesFor(
			document.getText(),
			configs.map(config => ({ table: declaredMacros(config), path: pathFrom(own, config.uri) })),
		);
		this.#kept.set(document.uri, { asked, found });
		return found;
	}
}

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
