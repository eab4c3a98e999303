import { type Problem, problem } from '../../problem';
import { skipSpace, type Token } from './jsonToken';

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

/** An escape, a raw line break with or without a backslash before it, or another control character. */
const special = /\\?(?:\r\n?|\n)|\\u([0-9a-fA-F]{4})|\\([\s\S]?)|[\u0000-\u001f]/g;

/** Decodes what stands between the quotes and reports everything there that JSON refuses. */
function decode(text: string, place: { start: number; end: number }, report: Report): string {
	const content = text.slice(place.start, place.end);
	return content.replace(
		special,
		(written: string, hex: string | undefined, escaped: string | undefined, at: number) => {
			const here = { start: place.start + at, end: place.start + at + written.length };
			if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
			if (escaped !== undefined) {
				const known = escapes[escaped];
				if (known !== undefined) return known;
				report(problem('json-invalid-escape', here, { escape: written }));
				return written;
			}
			if (/[\r\n]/.test(written)) {
				report(problem('json-line-break-in-string', here, {}));
				return '\n';
			}
			const name = `U+${written.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
			report(problem('json-control-character', here, { character: name }));
			return written;
		},
	);
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
	if (character === undefined || ',:}]'.includes(character)) return true;
	return character === '"' && /[\r\n]/.test(text.slice(end, next));
}

const lineEnd = (text: string, from: number): number => {
	const found = text.slice(from).search(/[\r\n]/);
	return found < 0 ? text.length : from + found;
};

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
	const quote = nextQuote(text, firstBreak);
	if (quote >= 0 && endsWell(text, quote + 1)) return finishedString(text, { start, end: quote + 1 }, report);
	let end = firstBreak;
	while (end > start + 1 && /[\s,\]}]/.test(text[end - 1] ?? '')) end--;
	report(problem('json-unclosed-string', { start, end }, {}));
	return { kind: 'string', start, end, value: decode(text, { start: start + 1, end }, report) };
}

/** A string with both quotes, decoded, with reports of what is wrong between them. */
export function finishedString(text: string, place: { start: number; end: number }, report: Report): Token {
	return { kind: 'string', ...place, value: decode(text, { start: place.start + 1, end: place.end - 1 }, report) };
}

function otherQuoteThatCloses(text: string, from: number, to: number): number {
	for (let at = from; at < to; at++) {
		const character = text[at];
		if (isOtherQuote(character) && character !== "'" && endsWell(text, at + 1)) return at;
	}
	return -1;
}

function closedByOtherQuote(text: string, place: { start: number; end: number }, report: Report): Token {
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
	const key = isKey ? /^"([\w-]+)\s*:\s*"$/.exec(text.slice(start, end))?.[1] : undefined;
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

/** A string in other quotation marks, or `undefined` when no partner closes it on its line. */
export function otherQuotedString(text: string, start: number, report: Report): Token | undefined {
	const limit = lineEnd(text, start);
	for (let at = start + 1; at < limit; at++) {
		const character = text[at];
		if (character === '\\') at++;
		else if ((isOtherQuote(character) || character === '"') && endsWell(text, at + 1)) {
			report(problem('json-quotes', { start, end: at + 1 }, { quote: text[start] ?? '' }));
			return { kind: 'string', start, end: at + 1, value: text.slice(start + 1, at).replace(/\\(['"\\])/g, '$1') };
		}
	}
	return undefined;
}
