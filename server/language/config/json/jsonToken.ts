/** What a token is. A `word` is text that JSON has no name for: an unquoted key, `True`, a stray character. */
export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'boolean' | 'null' | 'word' | 'end';

/** One token of JSON, or of what was meant to be JSON. Offsets are UTF-16 units, `end` exclusive. */
export interface Token {
	readonly kind: TokenKind;
	readonly start: number;
	readonly end: number;
	/** Decoded: text of a string, the number, the boolean, null; the text itself of a word. */
	readonly value: string | number | boolean | null;
}

/** Blanks that JSON does not know; pages and word processors put them between words, and broken copies null characters. */
export const oddBlank = /[\u0000\u000b\u000c\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/** Offset of the first character at or after `from` that is no blank, neither one of JSON nor an odd one. */
export function skipSpace(text: string, from: number): number {
	let at = from;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (
			code !== 32 &&
			code !== 10 &&
			code !== 13 &&
			code !== 9 &&
			((code < 128 && code !== 0) || !oddBlank.test(text[at] ?? ''))
		)
			break;
		at++;
	}
	return at;
}

/** Offset of the first character at or after `from` that is no blank of JSON, or the end of the text. */
export function blanksEnd(text: string, from: number): number {
	for (let at = from; ; at++) {
		const code = text.charCodeAt(at);
		if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
	}
}

/** Text on one line that is looked at for a place where it could end. */
const longestLook = 4000;

/** Offset of the line break at or after `from`, or of the end of the text; never further than a look. */
export function lineEnd(text: string, from: number): number {
	const most = Math.min(text.length, from + longestLook);
	for (let at = from; at < most; at++) {
		const code = text.charCodeAt(at);
		if (code === 10 || code === 13) return at;
	}
	return most;
}

/** Whether a colon follows, so that what ends at `end` is a key. */
export const isColonAhead = (text: string, end: number): boolean => text[skipSpace(text, end)] === ':';
