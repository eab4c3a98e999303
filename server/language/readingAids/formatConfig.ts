import { type Edit, format } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import type { FormattingOptions } from '../language';
import { isTooDeep } from '../links/manifest';

/**
 * Puts indentation and blanks in order, in the person's own style: indentation as most of the file has it, line
 * breaks where they are, so that a setting on one line stays there. A file on a single line is laid out anew.
 */
export function formatConfig(document: TextDocument, options: FormattingOptions): TextEdit[] {
	const text = document.getText();
	// Indentation at such a depth would be longer than the file.
	if (isTooDeep(text)) return [];
	const edits = format(text, undefined, {
		...indentationOf(text, options),
		eol: text.includes('\r\n') ? '\r\n' : '\n',
		keepLines: /[\r\n]/.test(text.trim()),
	});
	return edits
		.filter(edit => !isPadding(text, edit))
		.map(({ offset, length, content }) => ({
			range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
			newText: content,
		}));
}

/** Blanks between a bracket and what it holds on the same line are a matter of taste: `["a"]` and `[ "a" ]`. */
function isPadding(text: string, { offset, length, content }: Edit): boolean {
	if (/[\r\n]/.test(content + text.slice(offset, offset + length))) return false;
	return /[[{]/.test(text[offset - 1] ?? '') || /[\]}]/.test(text[offset + length] ?? '');
}

/** The first line that is indented tells; without one the editor's options do. */
function indentationOf(text: string, options: FormattingOptions): FormattingOptions {
	const [, indent] = /[\r\n]([ \t]+)(?=[^\s])/.exec(text) ?? [];
	if (indent === undefined) return { tabSize: options.tabSize, insertSpaces: options.insertSpaces };
	if (indent.includes('\t')) return { tabSize: options.tabSize, insertSpaces: false };
	return { tabSize: Math.min(indent.length, 8), insertSpaces: true };
}
