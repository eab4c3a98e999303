import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { insert, replace, type TextChange, textEdit } from '../textChange';
import { type ManifestLink, type ManifestText, manifestTree } from './manifest';
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
	const { links } = manifestTree(document).manifest;
	const changes = links.flatMap(link => [
		...[...link.unattend, ...(link.config ? [link.config] : []), ...link.scripts].flatMap(text =>
			renamed(text, renames),
		),
		...uncovered(document, link, renames),
	]);
	return changes.map(change => textEdit(document, change));
}

function renamed(place: ManifestText, renames: readonly RenamedPath[]): TextChange[] {
	const path = normalPath(place.text);
	for (const { from, to } of renames) {
		if (path === from) return [replace(place, JSON.stringify(to))];
		if (path?.startsWith(`${from}/`)) return [replace(place, JSON.stringify(to + path.slice(from.length)))];
	}
	return [];
}

/** Files that only a pattern of this link named, and that it does not name under their new names. */
function uncovered(document: TextDocument, link: ManifestLink, renames: readonly RenamedPath[]): TextChange[] {
	const lost = renames.filter(({ from, to }) => {
		const pattern = link.unattend.find(({ text }) => matchesPattern(text, from));
		return pattern && isGlob(pattern.text) && normalPath(pattern.text) !== from && !matchesUnattend(link, to);
	});
	const last = link.unattend.at(-1);
	if (!last || lost.length === 0) return [];
	const added = lost.map(({ to }) => `, ${JSON.stringify(to)}`).join('');
	const isList = /\[\s*$/.test(document.getText().slice(0, link.unattend[0]?.start ?? 0));
	return isList ? [insert(last.end, added)] : [insert(last.start, '['), insert(last.end, `${added}]`)];
}
