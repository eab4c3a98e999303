import { createScanner } from 'jsonc-parser';
import { type Problem, problem } from '../../problem';
import type { Span } from '../../span';
import { finishedString, isOtherQuote, otherQuotedString, recoverString, suspectString } from './jsonString';
import { blanksEnd, isColonAhead, lineEnd, oddBlank, skipSpace, type Token, type TokenKind } from './jsonToken';
import { programString } from './programString';

/** jsonc-parser's `SyntaxKind`, whose ambient const enum cannot be imported; places are its numbers. */
const simpleKinds: readonly (TokenKind | undefined)[] = [undefined, '{', '}', '[', ']', ',', ':'];
const keywords: Readonly<Record<number, boolean | null>> = { 7: null, 8: true, 9: false };
const [stringLiteral, numericLiteral] = [10, 11];
const [lineComment, blockComment, lineBreak, trivia, endOfFile] = [12, 13, 14, 15, 17];

/** jsonc-parser's `ScanError.UnexpectedEndOfString`. */
const unexpectedEndOfString = 2;

/** Words of other languages for JSON's three. */
const literals: Readonly<Record<string, boolean | null>> = {
	True: true,
	TRUE: true,
	False: false,
	FALSE: false,
	None: null,
	Null: null,
	NULL: null,
	nil: null,
	undefined: null,
	NaN: null,
	Infinity: null,
};
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Gives one token after the other, or the next one from an offset on; the caller says whether a key may stand there. At
 * the end: `end`, for ever.
 */
type TokenReader = (isKey: boolean, from?: number) => Token;

/**
 * Reads tokens with jsonc-parser's scanner, and what that scanner cannot read with means of our own. What is wrong
 * with a token is reported once; the token then is what was meant.
 */
export function tokenReader(
	text: string,
	{ start: from, report }: { readonly start: number; readonly report: (found: Problem) => void },
): TokenReader {
	const scanner = createScanner(text, false);
	scanner.setPosition(behindByteOrderMark(text, from, report));
	const moveTo = (token: Token): Token => {
		scanner.setPosition(token.end);
		return token;
	};

	/** `undefined` for a quotation mark that belongs to nothing. */
	const stringToken = (isKey: boolean): Token | undefined => {
		const start = scanner.getTokenOffset();
		const end = scanner.getPosition();
		const scanError: number = scanner.getTokenError();
		const several = severalQuotes(text, start);
		if (several) {
			report(problem('json-quotes', several, { quote: several.quote, replacement: JSON.stringify(several.value) }));
			return moveTo({ kind: 'string', start, end: several.end, value: several.value });
		}
		if (isStray(text, { start, end, isCutKey: isKey && scanError === unexpectedEndOfString })) {
			report(problem('json-unexpected', { start, end: start + 1 }, { written: '"' }));
			scanner.setPosition(start + 1);
			return undefined;
		}
		if (scanError === unexpectedEndOfString) return moveTo(recoverString(text, { start, isKey }, report));
		const token: Token =
			scanError === 0
				? { kind: 'string', start, end, value: scanner.getTokenValue() }
				: finishedString(text, { start, end }, report);
		if (text[end] === '"' && /[,:}\]\r\n]/.test(text[end + 1] ?? ',')) {
			report(problem('json-unexpected', { start: end, end: end + 1 }, { written: '"' }));
			scanner.setPosition(end + 1);
			return token;
		}
		if (mayFollowString(text[end]) && (isKey || !goesOn(text, end))) return token;
		return moveTo(suspectString(text, token, isKey, report));
	};

	return (isKey, from) => {
		if (from !== undefined) scanner.setPosition(from);
		for (;;) {
			const sign = signAhead(text, scanner.getPosition(), report);
			if (sign) return moveTo(sign);
			// Blanks and line breaks would be tokens of their own.
			scanner.setPosition(blanksEnd(text, scanner.getPosition()));
			const kind: number = scanner.scan();
			const start = scanner.getTokenOffset();
			const end = scanner.getPosition();
			const simple = simpleKinds[kind];
			if (simple !== undefined) return { kind: simple, start, end, value: simple };
			const string = kind === stringLiteral ? stringToken(isKey) : undefined;
			if (string) return string;
			if (kind === stringLiteral || kind === lineBreak || kind === trivia) continue;
			if (kind === endOfFile) return { kind: 'end', start: text.length, end: text.length, value: null };
			const keyword = keywords[kind];
			if (keyword !== undefined) return { kind: keyword === null ? 'null' : 'boolean', start, end, value: keyword };
			if (kind === lineComment || kind === blockComment || isOtherComment(text, start)) {
				const isClosed = kind === blockComment && text.endsWith('*/', Math.min(end, text.length));
				// One that is never closed ends with its line, so that what follows is read.
				const commentEnd = isClosed ? Math.min(end, text.length) : endOfComment(text, start);
				report(problem('json-comment', { start, end: commentEnd }, {}));
				scanner.setPosition(commentEnd);
				continue;
			}
			if (kind === numericLiteral && jsonNumber.test(text.slice(start, end)) && !/[\w.+-]/.test(text[end] ?? '')) {
				return { kind: 'number', start, end, value: Number(text.slice(start, end)) };
			}
			const blanks = oddBlankEnd(text, start);
			if (blanks > start) {
				report(problem('json-white-space', { start, end: blanks }, {}));
				scanner.setPosition(blanks);
				continue;
			}
			return moveTo(wordToken(text, { start, isKey }, report));
		}
	};
}

function behindByteOrderMark(text: string, from: number, report: (found: Problem) => void): number {
	if (!text.startsWith('\ufeff')) return from;
	report(problem('json-byte-order-mark', { start: 0, end: 1 }, {}));
	return Math.max(from, 1);
}

const emptyRest = /^[ \t]*[,}\]]?[ \t]*$/;
const doubledOpening = /^""[^"\\\r\n,:{}[\]]{1,200}"[ \t]*[,:}\]\r\n]/;

/** A quotation mark too many: before a text (`""dynamic"`), or where a key belongs and nothing follows. */
const isStray = (text: string, { start, end, isCutKey }: Span & { readonly isCutKey: boolean }): boolean =>
	doubledOpening.test(text.slice(start, start + 240)) || (isCutKey && emptyRest.test(text.slice(start + 1, end)));

/** A text in three quotation marks, as Python has it, or in two. */
function severalQuotes(
	text: string,
	start: number,
): (Span & { readonly value: string; readonly quote: string }) | undefined {
	const triple = text.startsWith('"""', start) ? programString(text, start) : undefined;
	if (triple) return { ...triple, quote: '"""' };
	const doubled = doubledQuotes(text, start);
	return doubled && { ...doubled, quote: '""' };
}

/** `""dynamic""`: quotation marks written twice around a word, as spreadsheets do. */
function doubledQuotes(text: string, start: number): (Span & { readonly value: string }) | undefined {
	if (!text.startsWith('""', start)) return undefined;
	const [written, value] = /^""([^"\\\r\n]{1,200})""(?=\s*(?:[,:}\]]|$))/.exec(text.slice(start, start + 240)) ?? [];
	// Two empty texts with something between them, such as a comma or a bracket, are what they are.
	if (written === undefined || value === undefined || /^\s*[,:}\]]/.test(value)) return undefined;
	return { start, end: start + written.length, value };
}

/** `"19" monitor",`: words and the quotation mark that ends the text stand behind the one that seemed to. */
const goesOn = (text: string, end: number): boolean =>
	text[end] === ' ' &&
	/^ {1,2}\p{L}[^"\r\n:{}[\]]{0,200}"[ \t]*(?:[}\]\r\n]|,[ \t]*[\r\n]|$)/u.test(text.slice(end, end + 240));

/** What may stand right behind a string's closing quote; anything else makes that quote suspect. */
const mayFollowString = (character: string | undefined): boolean =>
	character === undefined || ' ,\n\r:}]\t"{[/#);'.includes(character) || oddBlank.test(character);

/** Comments of other languages: `#`, `<!-- -->`, and at the start of a line `--` and `;`. */
function isOtherComment(text: string, start: number): boolean {
	const sign = text[start];
	if (sign === '#' || text.startsWith('<!--', start)) return true;
	if (sign !== '-' && sign !== ';') return false;
	const before = text.slice(Math.max(0, start - 200), start);
	const isAtStart = /(?:^|[\r\n])[ \t]*$/.test(before);
	if (/^(?:--|;)(?=[ \t]*[\p{L}])/u.test(text.slice(start, start + 20)) && isAtStart) return true;
	// Behind the comma of a member, words up to the end of the line.
	return (
		/[,{[][ \t]*$/.test(before) &&
		/^(?:--|;)[ \t]+\p{L}[^"\r\n:{}[\]]*(?:[\r\n]|$)/u.test(text.slice(start, start + 200))
	);
}

/** Remarks that fill the lines below one to the end of its line go on with it. */
function endOfComment(text: string, start: number): number {
	const sign = /^(?:\/\/|\/\*|#|<!--|--|;)/.exec(text.slice(start, start + 4))?.[0] ?? '#';
	if (sign === '<!--') {
		const closer = text.indexOf('-->', start);
		return closer < 0 ? endOfLine(text, start) : closer + 3;
	}
	let end = endOfLine(text, start);
	for (;;) {
		const next = skipSpace(text, end);
		if (!text.startsWith(sign, next) || text.slice(end, next).split('\n').length !== 2) return end;
		end = endOfLine(text, next);
	}
}

function endOfLine(text: string, from: number): number {
	let end = lineEnd(text, from);
	while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end = lineEnd(text, end);
	return end;
}

/**
 * A parenthesis or a semicolon at the next place with something in it. The scanner does not know these, and looks to
 * the end of a run of them for each of them anew.
 */
function signAhead(text: string, from: number, report: (found: Problem) => void): Token | undefined {
	const start = skipSpace(text, from);
	const value = text[start] ?? '';
	if (!/[();]/.test(value) || isOtherComment(text, start)) return undefined;
	reportOddBlanks(text, { start: from, end: start }, report);
	return { kind: 'word', start, end: start + 1, value };
}

/** Odd blanks in a stretch of blanks, each run of them once. */
function reportOddBlanks(text: string, { start, end }: Span, report: (found: Problem) => void): void {
	for (let at = start; at < end; at++) {
		const blanks = oddBlankEnd(text, at);
		if (blanks === at) continue;
		report(problem('json-white-space', { start: at, end: blanks }, {}));
		at = blanks;
	}
}

function oddBlankEnd(text: string, start: number): number {
	let end = start;
	while (end < text.length && oddBlank.test(text[end] ?? '')) end++;
	return end;
}

/** Text without quotes, up to what ends it: another language's literal, a bad number, a key, or words. */
function wordToken(text: string, place: { start: number; isKey: boolean }, report: (found: Problem) => void): Token {
	const { start, isKey } = place;
	if (isOtherQuote(text[start]) && !/^(?:'''|```)/.test(text.slice(start, start + 3))) {
		const quoted = otherQuotedString(text, start, report);
		if (quoted) return quoted;
	}
	const escaped = /\\"((?:[^"\\\r\n]|\\[^"\r\n])*)\\"/y;
	escaped.lastIndex = start;
	const [marked, inner] = escaped.exec(text) ?? [];
	if (marked !== undefined && inner !== undefined) {
		const end = start + marked.length;
		report(problem('json-quotes', { start, end }, { quote: '\\"', replacement: `"${inner}"` }));
		return { kind: 'string', start, end, value: inner };
	}
	const written = programString(text, start);
	if (written) {
		const replacement = JSON.stringify(written.value);
		report(problem('json-quotes', written, { quote: text.slice(start, start + 1), replacement }));
		return { kind: 'string', ...written };
	}
	const sign = /=>?|->|[;()]|\.{3,}(?=[\s,}\]]|$)|\u2026(?=[\s,}\]]|$)|\.(?=[ \t]*[\r\n])/y;
	sign.lastIndex = start;
	const found = sign.exec(text)?.[0];
	if (found) return { kind: 'word', start, end: start + found.length, value: found };
	const closed = isKey ? undefined : literalBeforeSign(text, start);
	if (closed) return closed;
	const run = /[^,:{}[\]"\r\n\u00a0\ufeff\u200b]+/y;
	run.lastIndex = start;
	const words = (run.exec(text)?.[0] ?? text[start] ?? '').trimEnd();
	let end = start + Math.max(words.length, 1);
	if (isKey) {
		const quoted = text[end] === '"' && isColonAhead(text, end + 1);
		return { kind: 'word', start, end: quoted ? end + 1 : end, value: words };
	}
	const literal = Object.hasOwn(literals, words) ? literals[words] : undefined;
	if (literal !== undefined) {
		report(problem('json-literal', { start, end }, { written: words, replacement: String(literal) }));
		return { kind: literal === null ? 'null' : 'boolean', start, end, value: literal };
	}
	if (/^[+-]?\.?\d[\w.+-]*$/.test(words) && !jsonNumber.test(words)) return badNumber(text, { start, end }, report);
	if (jsonNumber.test(words)) return { kind: 'number', start, end, value: Number(words) };
	const quoted = /[^"\r\n]{0,500}"(?=[ \t]*,?[ \t]*(?:[\r\n]|$))/y;
	quoted.lastIndex = start;
	const sentence = quoted.exec(text)?.[0];
	if (sentence) return { kind: 'word', start, end: start + sentence.length, value: sentence.slice(0, -1) };
	if (text[end] === '"') end++;
	return { kind: 'word', start, end, value: words };
}

const plainLiterals: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** `true;` and `3;`: a sign that stands for the comma is no part of the literal before it. */
function literalBeforeSign(text: string, start: number): Token | undefined {
	const literal = /(true|false|null)(?=[;.][ \t]*["'\r\n]|[ \t]*\))|(-?\d+)(?=;|[ \t]*\))/y;
	literal.lastIndex = start;
	const [written, word] = literal.exec(text) ?? [];
	if (written === undefined) return undefined;
	const end = start + written.length;
	if (word === undefined) return { kind: 'number', start, end, value: Number(written) };
	const value = plainLiterals[word] ?? null;
	return { kind: value === null ? 'null' : 'boolean', start, end, value };
}

function badNumber(text: string, place: Span, report: (found: Problem) => void): Token {
	const written = text.slice(place.start, place.end);
	const value = Number(/^[+-]?0\d/.test(written) ? written.replace(/^([+-]?)0+(?=\d)/, '$1') : written);
	const usable = Number.isFinite(value);
	const replacement = usable ? String(value) : JSON.stringify(written);
	report(problem('json-number', place, { written, replacement }));
	return { kind: usable ? 'number' : 'string', ...place, value: usable ? value : written };
}
