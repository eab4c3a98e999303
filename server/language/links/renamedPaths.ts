import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../span';
import { insert, replace, type TextChange, textEdit } from '../textChange';
import { type ManifestLink, manifestTree, member } from './manifest';
import { isGlob, matchesPattern, matchesUnattend, normalPath } from './matching';

/** A file or folder with a new name; paths are relative to the manifest's folder. */
export interface RenamedPath {
	readonly from: string;
	readonly to: string;
}

/**
 * What a manifest has to say instead once files or folders have other names. A pattern is kept, but for the folder that
 * it begins with; a file that it no longer covers is named beside it.
 */
export function renamedPaths(document: TextDocument, renames: readonly RenamedPath[]): TextEdit[] {
	const { root, manifest } = manifestTree(document);
	const patterns = renames.map(({ from, to }) => ({ from, to: asPattern(to) }));
	const changes = manifest.links.flatMap(link => [
		...link.unattend.flatMap(place => renamed(place, normalPath(place.text), patterns)),
		...(link.config ? renamed(link.config, normalPath(link.config.text), renames) : []),
		...link.scripts.flatMap(place => renamed(place, normalPath(place.text), patterns)),
		...uncovered(document, link, renames),
	]);
	return [...changes, ...ignored(root, renames)].map(change => textEdit(document, change));
}

/** A path as a pattern that means this file alone. */
const asPattern = (path: string): string => path.replace(/[*?{]/g, '[$&]');

function renamed(place: Span, path: string | undefined, renames: readonly RenamedPath[], before = ''): TextChange[] {
	for (const { from, to } of renames)
		if (path === from || path?.startsWith(`${from}/`))
			return [replace(place, JSON.stringify(before + to + path.slice(from.length)))];
	return [];
}

/** The list of what a check leaves out is written as `.gitignore` is. */
function ignored(root: Node | undefined, renames: readonly RenamedPath[]): TextChange[] {
	const escaped = renames.map(({ from, to }) => ({ from, to: to.replace(/[*?[\\]/g, '\\$&') }));
	return (member(root, 'ignore')?.children ?? []).flatMap(({ value, offset, length }) => {
		const [, before, path] = /^(!?\/?)(.*)$/.exec(String(value)) ?? [];
		return renamed({ start: offset, end: offset + length }, path, escaped, before);
	});
}

/** Files that only a pattern of this link named, and that it does not name under their new names. */
function uncovered(document: TextDocument, link: ManifestLink, renames: readonly RenamedPath[]): TextChange[] {
	const lost = renames.filter(({ from, to }) => {
		const pattern = link.unattend.find(({ text }) => matchesPattern(text, from));
		return pattern && isGlob(pattern.text) && normalPath(pattern.text) !== from && !matchesUnattend(link, to);
	});
	const last = link.unattend.at(-1);
	if (!last || lost.length === 0) return [];
	const added = lost.map(({ to }) => `, ${JSON.stringify(asPattern(to))}`).join('');
	const isList = /\[\s*$/.test(document.getText().slice(0, link.unattend[0]?.start ?? 0));
	return isList ? [insert(last.end, added)] : [insert(last.start, '['), insert(last.end, `${added}]`)];
}
