import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Span } from './span';

/** A change of a text in offsets: `start` inclusive, `end` exclusive. */
export interface TextChange {
	readonly start: number;
	readonly end: number;
	readonly newText: string;
}

export const insert = (at: number, newText: string): TextChange => ({ start: at, end: at, newText });

export const replace = (place: Span, newText: string): TextChange => ({
	start: place.start,
	end: place.end,
	newText,
});

/** The text after changes that do not overlap; insertions at one place keep their order. */
export function changedText(text: string, changes: readonly TextChange[]): string {
	const parts: string[] = [];
	let from = 0;
	for (const { start, end, newText } of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
		parts.push(text.slice(from, start), newText);
		from = end;
	}
	return parts.join('') + text.slice(from);
}

/** The LSP edit for a change in offsets. */
export const textEdit = (document: TextDocument, { start, end, newText }: TextChange): TextEdit => ({
	range: { start: document.positionAt(start), end: document.positionAt(end) },
	newText,
});

/** A change in offsets for an LSP edit. */
export const textChange = (document: TextDocument, { range, newText }: TextEdit): TextChange => ({
	start: document.offsetAt(range.start),
	end: document.offsetAt(range.end),
	newText,
});

/** From the first character that differs to the last one, so that the cursor stays where nothing changed. */
export function wholeEdit(document: TextDocument, text: string): TextEdit {
	const before = document.getText();
	const shorter = Math.min(before.length, text.length);
	let start = 0;
	while (start < shorter && before[start] === text[start]) start++;
	let end = 0;
	while (end < shorter - start && before.at(-1 - end) === text.at(-1 - end)) end++;
	const range = { start: document.positionAt(start), end: document.positionAt(before.length - end) };
	return { range, newText: text.slice(start, text.length - end) };
}
