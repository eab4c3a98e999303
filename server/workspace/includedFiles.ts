import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IncludedFile } from '../language/language';
import { includedUris } from '../language/unattend/kickstart/includePaths';
import { canonicalUri, relativePath } from './fileUri';

/** What is needed of the world to follow includes. */
export interface IncludeSearch {
	document(uri: string): Promise<TextDocument | undefined>;
	filesBelow(folder: string): Promise<readonly string[]>;
	isOpen(uri: string): boolean;
	isLink(uri: string): Promise<boolean>;
	readonly roots: readonly string[];
}

const deepest = 10;
const mostFiles = 100;
/** A longer list may have ended at the host's limit, so a file that is not in it may exist all the same. */
const surelyWhole = 10_000;

/**
 * The files that a kickstart file includes, and those that they include. Only names that the list of a workspace
 * folder holds are opened, so that no include line can make us look outside: not by `..`, not through a link,
 * not on another machine. `undefined` when the file lies in no workspace folder.
 */
export async function includedFilesOf(
	document: TextDocument,
	search: IncludeSearch,
): Promise<readonly IncludedFile[] | undefined> {
	const root = search.roots.find(folder => relativePath(folder, document.uri) !== undefined);
	if (root === undefined) return undefined;
	const found = new Map<string, IncludedFile>();
	let layer: readonly TextDocument[] = [document];
	for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
		const next: TextDocument[] = [];
		for (const uri of layer.flatMap(includedUris)) {
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

interface Place {
	readonly document: TextDocument;
	readonly search: IncludeSearch;
	readonly root: string;
}

/** Contents are looked at in a repository of unattend files, not in a home folder. */
const mostOpened = 1000;

/** Canonical URIs of what the kickstart files below a folder include. */
export async function includesBelow(folder: string, search: IncludeSearch): Promise<ReadonlySet<string>> {
	const files = (await search.filesBelow(folder)).filter(uri => /\.(?:ks|cfg)$/i.test(uri)).slice(0, mostOpened);
	const included = new Set<string>();
	for (const uri of files) {
		const document = await search.document(uri);
		if (document) for (const one of includedUris(document)) included.add(canonicalUri(one));
	}
	return included;
}

/** `undefined` when nothing can be said about a URI. */
async function lookUp(uri: string, { document, search, root }: Place): Promise<IncludedFile | undefined> {
	const path = relativePath(root, uri);
	if (path === undefined) return undefined;
	const canonical = canonicalUri(uri);
	if (search.isOpen(canonical)) return { uri, document: await search.document(canonical) };
	const files = await search.filesBelow(root);
	if (files.includes(canonical)) {
		const included = (await search.isLink(canonical)) ? undefined : await search.document(canonical);
		// Listed and not read: it leads somewhere else, or is far too large.
		return included && { uri, document: included };
	}
	const isListed = files.length < surelyWhole && files.includes(canonicalUri(document.uri));
	const isHidden = path.split('/').some(name => name.startsWith('.') || name === 'node_modules');
	// A linked folder is listed by its own name alone.
	const isBehindLink = files.some(one => canonical.startsWith(`${one}/`));
	return isListed && !isHidden && !isBehindLink ? { uri, document: undefined } : undefined;
}
