import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { isTooDeep } from '../links/manifest';
import { plainText } from '../snippet';
import type { Span } from '../span';
import { type TextChange, textChange } from '../textChange';
import { jsonFaults, withoutObjects } from './jsonFaults';

/**
 * Completions of JSON that leave it no more broken than it is. In a text that is half torn, a place that looks like one
 * for a key may be the middle of a word; there, nothing is offered.
 * @param correctIn objects in the document that are known to be correct JSON, in order, none inside another
 */
export function harmlessCompletion(
	document: TextDocument,
	{ line }: Position,
	items: CompletionItem[],
	correctIn: (document: TextDocument) => readonly Span[] = () => [],
): CompletionItem[] {
	if (items.length === 0) return items;
	const text = document.getText();
	const correct = correctIn(document);
	// The parser would overflow its stack, and nobody writes such a file by hand. Within the objects none is deep.
	if (isTooDeep(withoutObjects(text, correct))) return items;
	const before = jsonFaults(text, [], correct);
	// Items of one form do the same to a text.
	const verdicts = new Map<string, boolean>();
	return items.filter(item => {
		const form = formOf(item);
		const verdict =
			verdicts.get(form) ?? (isOnLine(item, line) && jsonFaults(text, changesOf(document, item), correct) <= before);
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

/** What accepting a completion changes, with the words that its tab stops hold. */
function changesOf(
	document: TextDocument,
	{ textEdit, additionalTextEdits = [], insertTextFormat }: CompletionItem,
): TextChange[] {
	if (!textEdit || !('range' in textEdit)) return [];
	const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
	const newText = isSnippet ? plainText(textEdit.newText) : textEdit.newText;
	return [{ range: textEdit.range, newText }, ...additionalTextEdits].map(edit => textChange(document, edit));
}
