import type { Span } from '../../span';
/** One word of a line, as a POSIX shell would split it. Offsets are those of the text and include quotes. */
export interface Word {
	/** Without quotes and escapes. */
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly quoted: boolean;
}

/** A line split into words, and what was odd about it. */
export interface Words {
	readonly words: readonly Word[];
	/** Where a comment begins, when there is one. */
	readonly comment?: number | undefined;
	/** True when the comment's `#` touches the word before it, which is thereby cut short. */
	readonly cutsWord?: boolean | undefined;
	/** Where a quote opens that is not closed on the line, or where a backslash ends the text. */
	readonly unclosed?: number | undefined;
}

/** Where to read: `end` is the end of the line without its line break. */
interface LineSpan extends Span {
	/** `#` begins a comment, also inside a word. Section ends are read without. */
	readonly comments?: boolean;
}

const blank = (code: number): boolean => code === 32 || code === 9 || code === 13;
const hash = 35;
const doubleQuote = 34;
const singleQuote = 39;
const backslash = 92;

/** Splits one line as Python's `shlex.split(comments=True)` does: the reference parser of kickstart reads so. */
export function readWords(text: string, { start, end, comments = true }: LineSpan): Words {
	const words: Word[] = [];
	let at = start;
	while (at < end) {
		const code = text.charCodeAt(at);
		if (blank(code)) at++;
		else if (comments && code === hash) return { words, comment: at };
		else {
			const read = readWord(text, at, { end, comments });
			words.push(read.word);
			if (read.unclosed !== undefined) return { words, unclosed: read.unclosed };
			at = read.word.end;
			if (comments && at < end && text.charCodeAt(at) === hash) return { words, comment: at, cutsWord: true };
		}
	}
	return { words };
}

function readWord(
	text: string,
	start: number,
	{ end, comments }: { end: number; comments: boolean },
): { word: Word; unclosed?: number } {
	let at = start;
	while (at < end && plain(text.charCodeAt(at), comments)) at++;
	const next = at < end ? text.charCodeAt(at) : 32;
	if (next !== doubleQuote && next !== singleQuote && next !== backslash)
		return { word: { text: text.slice(start, at), start, end: at, quoted: false } };
	return readQuotedWord(text, start, { at, end, comments });
}

const plain = (code: number, comments: boolean): boolean =>
	!blank(code) && code !== doubleQuote && code !== singleQuote && code !== backslash && !(comments && code === hash);

function readQuotedWord(
	text: string,
	start: number,
	span: { at: number; end: number; comments: boolean },
): { word: Word; unclosed?: number } {
	const { end, comments } = span;
	let at = span.at;
	let value = text.slice(start, at);
	while (at < end) {
		const code = text.charCodeAt(at);
		if (blank(code) || (comments && code === hash)) break;
		if (code === backslash) {
			// At the end of a line the break itself is escaped and joins the word: kickstart has no line continuation.
			if (at + 1 >= end && at + 1 >= text.length)
				return { word: { text: value, start, end, quoted: true }, unclosed: at };
			value += at + 1 < end ? text[at + 1] : '\n';
			at = Math.min(at + 2, end);
		} else if (code === doubleQuote || code === singleQuote) {
			const inner = readQuote(text, at, end);
			if (inner === undefined)
				return { word: { text: value + text.slice(at + 1, end), start, end, quoted: true }, unclosed: at };
			value += inner.text;
			at = inner.end;
		} else {
			value += text[at];
			at++;
		}
	}
	return { word: { text: value, start, end: at, quoted: true } };
}

function readQuote(text: string, open: number, end: number): { text: string; end: number } | undefined {
	const quote = text.charCodeAt(open);
	let value = '';
	let from = open + 1;
	for (let at = from; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === quote) return { text: value + text.slice(from, at), end: at + 1 };
		const escaped = text.charCodeAt(at + 1);
		if (code === backslash && quote === doubleQuote && (escaped === backslash || escaped === doubleQuote)) {
			value += text.slice(from, at);
			from = at + 1;
			at++;
		}
	}
	return undefined;
}
