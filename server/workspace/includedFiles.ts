import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, IncludedFile } from '../language/language';
import type { Dialect } from '../language/unattend/dialect';
import type { FileList } from './fileSystem';
import { canonicalUri, relativePath } from './fileUri';

/** What is needed of the world to follow includes. */
export interface IncludeSearch {
	document(uri: string): Promise<TextDocument | undefined>;
	listBelow(folder: string): Promise<FileList>;
	isOpen(uri: string): boolean;
	isLink(uri: string): Promise<boolean>;
	readonly roots: readonly string[];
}

/** URIs that a document includes. */
type IncludesOf = (document: TextDocument) => readonly string[];

/** What the files around include, kept until something changes. */
export class Includes {
	/** By dialect and workspace folder. */
	readonly #kept = new Map<string, Promise<ReadonlySet<string>>>();

	forget(): void {
		this.#kept.clear();
	}

	/** What a document brings in, when its dialect knows includes, and whether another one brings in this one. */
	async around(
		document: TextDocument,
		dialect: Dialect | undefined,
		search: IncludeSearch,
	): Promise<Pick<Context, 'included' | 'isIncluded'>> {
		if (!dialect?.includes) return { isIncluded: false };
		return {
			included: await includedFilesOf(document, search, dialect.includes),
			isIncluded: await this.#isIncluded(document, dialect, search),
		};
	}

	/** Does a file of the same dialect and workspace folder include this one? */
	async #isIncluded({ uri }: TextDocument, dialect: Dialect, search: IncludeSearch): Promise<boolean> {
		const root = search.roots.find(folder => relativePath(folder, uri) !== undefined);
		if (root === undefined) return false;
		const key = `${dialect.kind} ${root}`;
		const kept = this.#kept.get(key) ?? includesBelow(root, dialect, search);
		this.#kept.set(key, kept);
		return (await kept).has(canonicalUri(uri));
	}
}

const deepest = 10;
const mostFiles = 100;

/**
 * The files that a document includes, and those that they include. Only names that the list of a workspace
 * folder holds are opened, so that no include line can make us look outside: not by `..`, not through a link,
 * not on another machine. `undefined` when the file lies in no workspace folder.
 */
async function includedFilesOf(
	document: TextDocument,
	search: IncludeSearch,
	includes: IncludesOf,
): Promise<readonly IncludedFile[] | undefined> {
	const root = search.roots.find(folder => relativePath(folder, document.uri) !== undefined);
	if (root === undefined) return undefined;
	const found = new Map<string, IncludedFile>();
	let layer: readonly TextDocument[] = [document];
	for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
		const next: TextDocument[] = [];
		for (const uri of layer.flatMap(includes)) {
			if (found.has(uri) || found.size >= mostFiles) continue;
			const file = await lookUp(uri, { document, search, root });
			if (!file) continue;
			found.set(uri, file);
			if (file.document) next.push(file.document);
		}
		layer = next;
	}
	return [...found.values()];
}

interface IncludeScope {
	readonly document: TextDocument;
	readonly search: IncludeSearch;
	readonly root: string;
}

/** Contents are looked at in a repository of unattend files, not in a home folder. */
const mostOpened = 1000;

/** Canonical URIs of what the files of a dialect below a folder include. */
async function includesBelow(
	folder: string,
	{ importEndings, fileEndings, includes = () => [] }: Dialect,
	search: IncludeSearch,
): Promise<ReadonlySet<string>> {
	const endings = importEndings ?? fileEndings;
	const hasEnding = (uri: string): boolean => endings.some(ending => uri.toLowerCase().endsWith(ending));
	const files = (await search.listBelow(folder)).uris.filter(hasEnding).slice(0, mostOpened);
	const included = new Set<string>();
	for (const uri of files) {
		const document = await search.document(uri);
		if (document) for (const one of includes(document)) included.add(canonicalUri(one));
	}
	return included;
}

/** `undefined` when nothing can be said about a URI. */
async function lookUp(uri: string, { document, search, root }: IncludeScope): Promise<IncludedFile | undefined> {
	const path = relativePath(root, uri);
	if (path === undefined) return undefined;
	const canonical = canonicalUri(uri);
	if (search.isOpen(canonical)) return { uri, document: await search.document(canonical) };
	const { uris: files, isCut } = await search.listBelow(root);
	if (files.includes(canonical)) {
		const included = (await search.isLink(canonical)) ? undefined : await search.document(canonical);
		// Listed and not read: it leads somewhere else, or is far too large.
		return included && { uri, document: included };
	}
	// A file that is not in a cut list may exist all the same.
	const isListed = !isCut && files.includes(canonicalUri(document.uri));
	const isHidden = path.split('/').some(name => name.startsWith('.') || name === 'node_modules');
	// A linked folder is listed by its own name alone.
	const isBehindLink = files.some(one => canonical.startsWith(`${one}/`));
	return isListed && !isHidden && !isBehindLink ? { uri, document: undefined } : undefined;
}
