import { visit } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { isTooDeep } from '../links/manifest';
import { plainText } from '../snippet';

/**
 * Completions of JSON that leave it no more broken than it is. In a text that is half torn, a place that looks like one
 * for a key may be the middle of a word; there, nothing is offered.
 */
export function harmlessCompletion(
	document: TextDocument,
	{ line }: Position,
	items: CompletionItem[],
): CompletionItem[] {
	// The parser would overflow its stack, and nobody writes such a file by hand.
	if (items.length === 0 || isTooDeep(document.getText())) return items;
	const before = faultsIn(document.getText());
	// Items of one form do the same to a text.
	const verdicts = new Map<string, boolean>();
	return items.filter(item => {
		const form = formOf(item);
		const verdict = verdicts.get(form) ?? (isOnLine(item, line) && faultsIn(afterwards(document, item)) <= before);
		verdicts.set(form, verdict);
		return verdict;
	});
}

/** What an item inserts, with empty texts. */
const formOf = ({ textEdit }: CompletionItem): string =>
	plainText(textEdit?.newText ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '""');

/** LSP wants what a completion replaces on the line of the cursor; a torn string may reach over several. */
const isOnLine = ({ textEdit }: CompletionItem, line: number): boolean =>
	textEdit !== undefined &&
	'range' in textEdit &&
	textEdit.range.start.line === line &&
	textEdit.range.end.line === line;

function faultsIn(text: string): number {
	let faults = 0;
	const onError = (): void => {
		faults++;
	};
	// Without a tree, which nobody would look at.
	visit(text, { onError }, { allowTrailingComma: true, disallowComments: false });
	return faults;
}

/** The text after a completion was accepted, with the words that its tab stops hold. */
function afterwards(
	document: TextDocument,
	{ textEdit, additionalTextEdits = [], insertTextFormat }: CompletionItem,
): string {
	if (!textEdit || !('range' in textEdit)) return document.getText();
	const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
	const newText = isSnippet ? plainText(textEdit.newText) : textEdit.newText;
	return TextDocument.applyEdits(document, [{ range: textEdit.range, newText }, ...additionalTextEdits]);
}
