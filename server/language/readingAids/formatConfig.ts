import { format } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { layOut } from '../config/json/jsonLayout';
import type { FormattingOptions } from '../language';
import { isTooDeep } from '../links/manifest';
import { textEdit } from '../textChange';

/**
 * Puts indentation and blanks in order as the editor is set; line breaks stay where they are, so that a setting on one
 * line stays there. A file on a single line is laid out anew.
 */
export function formatConfig(document: TextDocument, { tabSize, insertSpaces }: FormattingOptions): TextEdit[] {
	const text = document.getText();
	// Indentation at such a depth would be longer than the file.
	if (isTooDeep(text)) return [];
	const options = { tabSize, insertSpaces };
	const changes = /[\r\n]/.test(text.trim())
		? layOut(text, options)
		: format(text, undefined, { ...options, eol: '\n' }).map(({ offset, length, content }) => ({
				start: offset,
				end: offset + length,
				newText: content,
			}));
	return changes.map(change => textEdit(document, change));
}
