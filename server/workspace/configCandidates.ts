import type { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../language/config/customMacros';
import { candidatesFor } from '../language/links/candidates';
import type { LinkCandidate } from '../language/links/link';
import { recognise } from '../language/recognise';
import { fileName } from './fileUri';
import { pathFrom } from './folderPaths';

/** Where configuration-settings files are looked for. */
export interface CandidateSearch {
	/** The folder of the unattend file. */
	readonly folder: string;
	/** URIs of the JSON files that could be one. */
	readonly files: readonly string[];
	document(uri: string): Promise<TextDocument | undefined>;
}

/** How many files are read at the same time. */
const atOnce = 32;

/**
 * Configuration-settings files that declare some of the macros of a text. A folder can hold thousands of them, and every
 * keystroke asks; what was found is kept as long as the text has the same macros and the files are the same.
 */
export class ConfigCandidates {
	readonly #kept = new Map<string, { readonly asked: string; readonly found: readonly LinkCandidate[] }>();

	forget(): void {
		this.#kept.clear();
	}

	async of(document: TextDocument, search: CandidateSearch): Promise<readonly LinkCandidate[]> {
		const macros = document.getText().match(macroLike)?.join(' ');
		if (macros === undefined) return [];
		const configs = await configsAmong(search);
		const asked = `${macros} ${configs.map(({ version }) => version).join()}`;
		const kept = this.#kept.get(document.uri);
		if (kept?.asked === asked) return kept.found;
		const found = candidatesFor(
			document.getText(),
			configs.map(config => ({ table: declaredMacros(config), path: pathFrom(search.folder, config.uri) })),
		);
		this.#kept.set(document.uri, { asked, found });
		return found;
	}
}

/** Whatever a macro may be in: enough to tell whether a text has others than before. */
const macroLike = /#[\w.-]+/g;

async function configsAmong({ files, document }: CandidateSearch): Promise<readonly TextDocument[]> {
	const configs: TextDocument[] = [];
	for (let start = 0; start < files.length; start += atOnce) {
		const documents = await Promise.all(files.slice(start, start + atOnce).map(uri => document(uri)));
		for (const one of documents) {
			if (one && recognise({ path: fileName(one.uri), text: one.getText() }) === 'config') configs.push(one);
		}
	}
	return configs;
}
