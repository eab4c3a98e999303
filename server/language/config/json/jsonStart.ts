import type { Span } from '../../span';
import { isColonAhead, skipSpace } from './jsonToken';

/** How many values of a page are looked at for the one that is meant. */
const mostValues = 50;

/**
 * Where the JSON of a text begins: 0, or behind the sentences of a page or a fence that were copied along. Of several
 * values the first that speaks of settings is meant.
 */
export function jsonStart(text: string): number {
	const first = skipSpace(text, text.startsWith('\ufeff') ? 1 : 0);
	if (first >= text.length || beginsJson(text, first)) return 0;
	const found = valueAt(text, first);
	let start = found;
	for (let tried = 0; start >= 0 && tried < mostValues; tried++) {
		const end = valueEnd(text, start);
		if (text.slice(start, end).includes('category')) return start;
		start = valueAt(text, end);
	}
	return Math.max(found, 0);
}

/** A text that is one string of JSON, whatever brackets it has in it. */
const wholeString = /^\s*"(?:[^"\\\n\r]|\\.)*"\s*$/;

/** A bracket, a comment, a key: what a text of JSON begins with, also when its brace was lost. */
function beginsJson(text: string, first: number): boolean {
	const character = text[first] ?? '';
	if ('{[(#'.includes(character) || /^(?:\/[/*]|<!--|--|;)/.test(text.slice(first, first + 4))) return true;
	if (startsMember(text, first) || wholeString.test(text)) return true;
	if (!/["'\u201c\u201e\u2018]/.test(character)) return false;
	const end = text.slice(first + 1, first + 200).search(/["'\u201d\u201c\u2019]/);
	return end < 0 || isColonAhead(text, first + 2 + end) || valueAt(text, first) < 0;
}

/** Where the words before the value are, without the line break behind them. */
export const wordsBefore = (text: string, end: number): Span => {
	const start = text.length - text.trimStart().length;
	return { start, end: start + text.slice(start, end).trimEnd().length };
};

/** A key of ours and its colon: the brace before it was lost. */
const startsMember = (text: string, at: number): boolean =>
	/^(?:content|category|common|name|label|description|type|optional|template)\s*:/.test(text.slice(at, at + 40));

/** The next bracket that begins a line, or else that stands before a quotation mark or the end of its line; -1 without one. */
function valueAt(text: string, from: number): number {
	const atLineStart = /^[ \t]*[{[]/gm;
	atLineStart.lastIndex = from;
	const ofLine = atLineStart.exec(text) ? atLineStart.lastIndex - 1 : -1;
	// `curl … -d '{`: the rest of the value is on the lines below.
	const atLineEnd = /\{(?=[ \t]*(?:\r\n?|\n)\s*["'\u201c}])/g;
	atLineEnd.lastIndex = from;
	const ofEnd = atLineEnd.exec(text)?.index ?? -1;
	if (ofEnd >= 0 && (ofLine < 0 || ofEnd < ofLine)) return ofEnd;
	if (ofLine >= 0) return ofLine;
	const beforeKey = /[{[](?=[ \t]*(?:["'\u201c{]|[\r\n]|$))/g;
	beforeKey.lastIndex = from;
	return beforeKey.exec(text)?.index ?? -1;
}

/** Where the brackets are balanced again, strings not looked at. */
function valueEnd(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const character = text[at];
		if (character === '{' || character === '[') depth++;
		else if ((character === '}' || character === ']') && --depth <= 0) return at + 1;
	}
	return text.length;
}
