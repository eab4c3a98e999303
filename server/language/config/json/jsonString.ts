import { type Problem, problem } from '../../problem';
import type { Span } from '../../span';
import { knownKeys } from '../schemaKeys';
import { lineEnd, skipSpace, type Token } from './jsonToken';

type Report = (found: Problem) => void;

/** Quotation marks that people and word processors write where JSON wants `"`. */
const otherQuotes = "'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2032\u2033";
export const isOtherQuote = (character: string | undefined): boolean =>
	character !== undefined && character !== '' && otherQuotes.includes(character);

const escapes: Readonly<Record<string, string>> = {
	'"': '"',
	'\\': '\\',
	'/': '/',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
};

/** An escape, a raw line break with or without a backslash before it and with the tabs behind it, or another control character. */
const special = /\\?(?:\r\n?|\n)[ \t]*|\\u([0-9a-fA-F]{4})|\\([\s\S]?)|[\u0000-\u001f]/g;

/** Decodes what stands between the quotes and reports everything there that JSON refuses; escapes in one report. */
function decode(text: string, place: Span, report: Report): string {
	const content = text.slice(place.start, place.end);
	const strange = strangeEscapes(content);
	if (strange) {
		const { first, last, written } = strange;
		const facts = { escape: written, from: place.start, until: place.end };
		report(problem('json-invalid-escape', { start: place.start + first, end: place.start + last }, facts));
	}
	const decoded = (
		written: string,
		hex: string | undefined,
		escaped: string | undefined,
		at: number,
		isReported: boolean,
	): string => {
		if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
		if (escaped !== undefined) return escapes[escaped] ?? written;
		const start = place.start + at;
		if (/[\r\n]/.test(written)) {
			const indent = /[ \t]*$/.exec(written)?.[0] ?? '';
			const end = start + written.length - indent.length;
			if (isReported) report(problem('json-line-break-in-string', { start, end }, {}));
			return `\n${indent}`;
		}
		const here = { start, end: start + written.length };
		const name = `U+${written.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
		if (isReported) report(problem('json-control-character', here, { character: name }));
		return written;
	};
	const plain = content.replace(special, (written, hex, escaped, at: number) =>
		decoded(written, hex, escaped, at, true),
	);
	if (!strange) return plain;
	return withBackslashes(content).replace(special, (written, hex, escaped, at: number) =>
		decoded(written, hex, escaped, at, false),
	);
}

/** From the first to the last escape that JSON does not know; `undefined` without one. */
function strangeEscapes(content: string): { first: number; last: number; written: string } | undefined {
	let found: { first: number; last: number; written: string } | undefined;
	for (const { index, 0: written, 1: hex, 2: escaped } of content.matchAll(special)) {
		if (hex !== undefined || escaped === undefined || Object.hasOwn(escapes, escaped)) continue;
		const last = index + written.length;
		found = found ? { ...found, last } : { first: index, last, written };
	}
	return found;
}

/** A folder of Windows: every single backslash in it is meant as one. */
const windowsPath = /^\s*(?:[A-Za-z]:\\|\\\\[\w.-]+\\|%\w+%\\)|[\s=;'][A-Za-z]:\\(?!\\)/;

/**
 * A string's text that holds escapes which JSON does not know, with the backslashes doubled that are meant as such: in
 * a path all are, in a regular expression those that JSON has another meaning for.
 */
export function withBackslashes(content: string): string {
	const isPath = windowsPath.test(content);
	const isShare = isPath && /^\s*\\\\[\w.-]+\\(?!\\)/.test(content);
	return content.replace(/\\u[0-9a-fA-F]{4}|\\[\s\S]?/g, (written, at: number) => {
		if (written === '\\\\') return isShare && content.slice(0, at).trim() === '' ? '\\\\\\\\' : written;
		if (written === '\\"') return written;
		const isKnown = written.length > 2 || /^\\[nrt/]$/.test(written);
		return isKnown && !isPath ? written : `\\${written}`;
	});
}

/** Offset of the next `"` that no backslash escapes, or -1. */
function nextQuote(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const character = text[at];
		if (character === '\\') at++;
		else if (character === '"') return at;
	}
	return -1;
}

/** Whether a string that ends before `end` is followed by what may follow a string. */
function endsWell(text: string, end: number): boolean {
	const next = skipSpace(text, end);
	const character = text[next];
	if (character === undefined || ',:;}])'.includes(character)) return true;
	if (character === '+') return /^\+\s*["'`]/.test(text.slice(next, next + 20));
	return (character === '"' || isOtherQuote(character)) && /[\r\n]/.test(text.slice(end, next));
}

/**
 * A string that the scanner could not finish on its line. It goes on over the line break when the next quote is
 * followed by what may follow a string; otherwise its closing quote was forgotten on this line.
 */
export function recoverString(text: string, place: { start: number; isKey: boolean }, report: Report): Token {
	const { start, isKey } = place;
	const key = isKey ? /"([\w-]+)\s*:/y : undefined;
	if (key) key.lastIndex = start;
	const name = key?.exec(text)?.[1];
	if (name !== undefined) {
		const end = start + 1 + name.length;
		report(problem('json-unclosed-string', { start, end }, {}));
		return { kind: 'string', start, end, value: name };
	}
	const firstBreak = lineEnd(text, start);
	const wrongQuote = otherQuoteThatCloses(text, start + 1, firstBreak);
	if (wrongQuote >= 0) return closedByOtherQuote(text, { start, end: wrongQuote + 1 }, report);
	const apostrophe = isKey ? -1 : apostropheThatCloses(text, start + 1, firstBreak);
	if (apostrophe >= 0) return closedByOtherQuote(text, { start, end: apostrophe + 1 }, report);
	const quote = nextQuote(text, firstBreak);
	if (quote >= 0 && endsWell(text, quote + 1)) return finishedString(text, { start, end: quote + 1 }, report);
	let end = firstBreak;
	// A last line that ends in the middle of a text was cut off there: its brackets are part of the text.
	const isCut = text.slice(firstBreak).trim() === '' && /[\r\n]/.test(text.slice(0, start));
	while (!isCut && end > start + 1 && /[\s,\]}]/.test(text[end - 1] ?? '')) end--;
	report(problem('json-unclosed-string', { start, end }, {}));
	return { kind: 'string', start, end, value: decode(text, { start: start + 1, end }, report) };
}

/** A string with both quotes, decoded, with reports of what is wrong between them. */
export function finishedString(text: string, place: Span, report: Report): Token {
	return { kind: 'string', ...place, value: decode(text, { start: place.start + 1, end: place.end - 1 }, report) };
}

function otherQuoteThatCloses(text: string, from: number, to: number): number {
	for (let at = from; at < to; at++) {
		const character = text[at];
		if (isOtherQuote(character) && character !== "'" && endsWell(text, at + 1)) return at;
	}
	return -1;
}

/** An apostrophe closes a text when it is the only one, and a comma, brackets or a key alone follow on its line. */
function apostropheThatCloses(text: string, from: number, to: number): number {
	const [found, inner = ''] = /^([^'"]*)'[ \t]*[,}\]]*[ \t]*(?:"\w+"[ \t]*:|$)/.exec(text.slice(from, to)) ?? [];
	return found === undefined ? -1 : from + inner.length;
}

function closedByOtherQuote(text: string, place: Span, report: Report): Token {
	report(problem('json-quotes', place, { quote: text[place.end - 1] ?? '' }));
	return finishedString(text, place, report);
}

/**
 * A string whose closing quote is followed at once by more text: either the quote of a key was forgotten
 * (`"name: "x"`), or it is a quote inside the text that lacks its backslash (`"say "yes" now"`).
 */
export function suspectString(text: string, token: Token, isKey: boolean, report: Report): Token {
	const { start, end } = token;
	const wrongQuote = otherQuoteThatCloses(text, start + 1, end);
	if (wrongQuote >= 0) return closedByOtherQuote(text, { start, end: wrongQuote + 1 }, report);
	const apostrophe = isKey ? -1 : apostropheThatCloses(text, start + 1, lineEnd(text, end));
	if (apostrophe >= 0) return closedByOtherQuote(text, { start, end: apostrophe + 1 }, report);
	const forgotten = closedBeforeComma(text, token);
	if (forgotten > start && !isKey) {
		report(problem('json-unclosed-string', { start, end: forgotten }, {}));
		return { kind: 'string', start, end: forgotten, value: text.slice(start + 1, forgotten) };
	}
	const key = isKey ? /^"([\w-]+)\s*:[\s[{(]*"$/.exec(text.slice(start, end))?.[1] : undefined;
	if (key !== undefined) {
		const keyEnd = start + 1 + key.length;
		report(problem('json-unclosed-string', { start, end: keyEnd }, {}));
		return { kind: 'string', start, end: keyEnd, value: key };
	}
	const limit = lineEnd(text, start);
	for (let at = nextQuote(text, end); at >= 0 && at < limit; at = nextQuote(text, at + 1)) {
		const next = text[skipSpace(text, at + 1)];
		if (next !== undefined && !',}]'.includes(next) && !(isKey && next === ':') && skipSpace(text, at + 1) < limit)
			continue;
		report(problem('json-unescaped-quote', { start: end - 1, end }, { end: at + 1 }));
		return { kind: 'string', start, end: at + 1, value: text.slice(start + 1, at) };
	}
	return token;
}

/**
 * `"name": "timezone, "type": …` on one line: a comma, and behind the next quotation mark a key. The text ends before
 * that comma; the offset of it, or -1.
 */
function closedBeforeComma(text: string, { start, end }: Token): number {
	const key = /^([\w-]+)"\s*:/.exec(text.slice(end, end + 60))?.[1];
	const [rest] = /\s*,\s*$/.exec(text.slice(start + 1, end - 1)) ?? [];
	return rest === undefined || key === undefined || !knownKeys.has(key) ? -1 : end - 1 - rest.length;
}

/** A string in other quotation marks, or `undefined` when no partner closes it on its line. */
export function otherQuotedString(text: string, start: number, report: Report): Token | undefined {
	const closer = closingQuote(text, start);
	if (closer < 0) return undefined;
	const end = closer + 1;
	report(problem('json-quotes', { start, end }, { quote: text[start] ?? '' }));
	return { kind: 'string', start, end, value: text.slice(start + 1, closer).replace(/\\(['"\\])/g, '$1') };
}

/** Offset of the quotation mark that closes the one at `start`; -1 without one on its line. */
export function closingQuote(text: string, start: number): number {
	const opener = text[start] ?? '';
	const most = Math.min(text.length, start + longestString);
	let straight = -1;
	for (let at = start + 1; at < most; at++) {
		const character = text[at] ?? '';
		if ((character === '\n' || character === '\r') && opener !== '`') return straight;
		if (character === '\\') at++;
		else if (character === '"' && straight === -1 && !doubles.includes(opener) && endsWell(text, at + 1)) straight = at;
		else if (isPartner(opener, character) && endsWell(text, at + 1)) {
			// Of two marks that could close it the straight one did when another string begins between them.
			const opensBetween = straight >= 0 && /[,:{[]\s*['"`\u2018\u201c]/.test(text.slice(straight, at));
			return opensBetween ? straight : at;
		}
	}
	return straight;
}

const doubles = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033';

/** Double marks close double ones, single ones single ones, whichever way they curl. */
const isPartner = (opener: string, character: string): boolean =>
	doubles.includes(opener)
		? doubles.includes(character)
		: opener === '`'
			? character === '`' || character === "'"
			: isOtherQuote(character) && !doubles.includes(character) && character !== '`';

/** A string that does not end within this many characters is none. */
const longestString = 4000;
