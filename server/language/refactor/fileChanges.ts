import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextChange } from '../textChange';

/** Changes of one file; none overlaps another. */
export interface FileChanges {
	readonly document: TextDocument;
	readonly changes: readonly TextChange[];
}

/** One edit of several files; a file may be named more than once. */
export function workspaceEdit(files: readonly FileChanges[]): WorkspaceEdit {
	const changes: Record<string, TextEdit[]> = {};
	for (const { document, changes: own } of files) {
		if (own.length === 0) continue;
		const edits = own.map(({ start, end, newText }) => ({
			range: { start: document.positionAt(start), end: document.positionAt(end) },
			newText,
		}));
		changes[document.uri] = [...(changes[document.uri] ?? []), ...edits];
	}
	return { changes };
}
