import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { isTooDeep } from '../links/manifest';
import { plainText } from '../snippet';
import type { Span } from '../span';
import { type TextChange, textChange } from '../textChange';
import { jsonFaults, withoutObjects } from './jsonFaults';

/** What is known of a document as JSON. */
export interface KnownCorrect {
	/** Objects that are correct JSON, in order, none inside another. */
	correctIn(document: TextDocument): readonly Span[];
	/** In a document that is correct JSON, an object around a position that is soon read. */
	objectAround(document: TextDocument, position: Position): Span | undefined;
}

const nothingKnown: KnownCorrect = { correctIn: () => [], objectAround: () => undefined };

/**
 * Completions of JSON that leave it no more broken than it is. In a text that is half torn, a place that looks like one
 * for a key may be the middle of a word; there, nothing is offered.
 */
export function harmlessCompletion(
	document: TextDocument,
	position: Position,
	items: CompletionItem[],
	{ correctIn, objectAround }: KnownCorrect = nothingKnown,
): CompletionItem[] {
	if (items.length === 0) return items;
	const text = document.getText();
	const around = objectAround(document, position);
	let judge: ReturnType<typeof wholeJudge> | undefined;
	const isHarmless = (item: CompletionItem): boolean => {
		const changes = isOnLine(item, position.line) ? changesOf(document, item) : undefined;
		if (around && changes && leavesCorrect(text, around, changes)) return true;
		judge ??= wholeJudge(text, correctIn(document));
		return judge(changes);
	};
	// Items of one form do the same to a text.
	const verdicts = new Map<string, boolean>();
	return items.filter(item => {
		const form = formOf(item);
		const verdict = verdicts.get(form) ?? isHarmless(item);
		verdicts.set(form, verdict);
		return verdict;
	});
}

/**
 * Whether changes of an object of correct JSON leave it one object, so that all of the text is correct again. Where they
 * do not, the text may be correct all the same: they may have made two of it.
 */
function leavesCorrect(text: string, { start, end }: Span, changes: readonly TextChange[]): boolean {
	if (!changes.every(change => start < change.start && change.end < end)) return false;
	const moved = changes.map(change => ({ ...change, start: change.start - start, end: change.end - start }));
	return jsonFaults(text.slice(start, end), moved, []) === 0;
}

/** Tells of changes, if there can be any, whether they leave a whole text no more broken than it is. */
function wholeJudge(text: string, correct: readonly Span[]): (changes: readonly TextChange[] | undefined) => boolean {
	// The parser would overflow its stack, and nobody writes such a file by hand. Within the objects none is deep.
	if (isTooDeep(withoutObjects(text, correct))) return () => true;
	const before = jsonFaults(text, [], correct);
	return changes => changes !== undefined && jsonFaults(text, changes, correct) <= before;
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
