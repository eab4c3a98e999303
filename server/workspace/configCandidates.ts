import type { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../language/config/customMacros';
import { candidatesFor, customMacroLikes, rankedConfigs } from '../language/links/candidates';
import type { LinkCandidate } from '../language/links/link';
import { oncePerVersion } from '../language/oncePerVersion';
import { recognise } from '../language/recognise';
import { canonicalUri, fileName, parentUri, relativePath } from './fileUri';
import { pathFrom } from './folderPaths';
import { manifestName } from './manifestName';
import type { Workspace } from './workspace';

/** What is needed of the world to find them. */
export interface CandidateSearch extends Pick<Workspace, 'filesBelow' | 'document'> {
	/** Documents whose text an editor has. */
	readonly openDocuments: () => readonly TextDocument[];
	readonly roots: readonly string[];
}

interface KeptFiles {
	/** The files and open documents that these were found among. */
	readonly uris: readonly string[];
	readonly open: readonly TextDocument[];
	readonly documents: readonly TextDocument[];
}

/** How many files are read at the same time. */
const atOnce = 32;

/** How many answers are kept, the last ones. */
const mostKept = 200;

/**
 * Configuration-settings files nearby that declare some of the macros that a document uses. A folder can hold thousands
 * of them, and every keystroke asks: what was found is kept as long as the macros and the files are the same, also for
 * other documents of a folder that use the same macros.
 */
export class ConfigCandidates {
	readonly #found = new Map<string, readonly LinkCandidate[]>();
	/** By the folder that is searched. */
	readonly #files = new Map<string, KeptFiles>();

	/** Files may be others, or have other texts. */
	forget(): void {
		this.#found.clear();
		this.#files.clear();
	}

	/** Those that declare some of the macros, the best first. */
	async declaring(document: TextDocument, search: CandidateSearch): Promise<readonly LinkCandidate[]> {
		const macros = customMacroLikesIn(document);
		const place = placeOf(document, search.roots);
		if (macros.length === 0 || place === undefined) return [];
		const { own, root } = place;
		const configs = await this.#configsBelow(root, search);
		const asked = `${own} ${macros.join()} ${versionsOf(configs)}`;
		const kept = this.#found.get(asked);
		if (kept) return kept;
		const found = candidatesFor(
			document.getText(),
			configs.map(config => possible(config, own)),
		);
		if (this.#found.size >= mostKept) this.#found.clear();
		this.#found.set(asked, found);
		return found;
	}

	/** Every configuration-settings file nearby, the best first: a new unattend file uses no macro of any yet. */
	async all(document: TextDocument, search: CandidateSearch): Promise<readonly LinkCandidate[]> {
		const place = placeOf(document, search.roots);
		if (place === undefined) return [];
		const configs = await this.#configsBelow(place.root, search);
		return rankedConfigs(
			document.getText(),
			configs.map(config => possible(config, place.own)),
		);
	}

	async #configsBelow(root: string, search: CandidateSearch): Promise<readonly TextDocument[]> {
		const uris = await search.filesBelow(root);
		const open = search.openDocuments();
		const kept = this.#files.get(root);
		if (kept && kept.uris === uris && isSame(kept.open, open)) return kept.documents.filter(each => isConfig(each));
		const documents = await jsonDocuments(uris, search);
		this.#files.set(root, { uris, open: [...open], documents });
		return documents.filter(each => isConfig(each));
	}
}

const isSame = (one: readonly TextDocument[], other: readonly TextDocument[]): boolean =>
	one.length === other.length && one.every((document, index) => document === other[index]);

/** What is open may be typed in; what lies on the disk has no version. */
const versionsOf = (configs: readonly TextDocument[]): string =>
	configs.flatMap(({ uri, version }) => (version === 0 ? [] : `${uri} ${version}`)).join();

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

const customMacroLikesIn = oncePerVersion((document: TextDocument) => customMacroLikes(document.getText()));

const isConfig = oncePerVersion(
	(document: TextDocument) => recognise({ path: fileName(document.uri), text: document.getText() }) === 'config',
);

async function jsonDocuments(
	files: readonly string[],
	{ document }: Pick<CandidateSearch, 'document'>,
): Promise<readonly TextDocument[]> {
	const uris = files.filter(uri => uri.endsWith('.json') && fileName(uri) !== manifestName);
	const documents: TextDocument[] = [];
	for (let start = 0; start < uris.length; start += atOnce) {
		const read = await Promise.all(uris.slice(start, start + atOnce).map(document));
		for (const one of read) {
			if (!one) continue;
			documents.push(one);
			// Read now, between two waits, so that messages have their turn.
			if (isConfig(one)) declaredMacros(one);
		}
	}
	return documents;
}
