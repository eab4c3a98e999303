import { createScanner, type Edit, format } from 'jsonc-parser';
import type { FormattingOptions } from '../../language';
import type { TextChange } from '../../textChange';

/**
 * Changes that put blanks in order: each line is indented by how many of the lines above it open a bracket that is
 * still open, so that `[{` on one line is one step. Lines are neither joined nor split.
 */
export function layOut(text: string, options: FormattingOptions): TextChange[] {
	const eol = text.includes('\r\n') ? '\r\n' : '\n';
	const blanks = format(text, undefined, { ...options, eol, keepLines: true })
		.filter(edit => !isLineBreak(text, edit) && !isPadding(text, edit))
		.map(({ offset, length, content }) => ({ start: offset, end: offset + length, newText: content }));
	return [...blanks, ...indentation(text, options)];
}

/** The step that a text has; a pasted one that has lost its indentation gets four blanks. */
export function ownIndentation(text: string): FormattingOptions {
	const indents = text.match(/^[ \t]+(?=\S)/gm) ?? [];
	const inTabs = indents.filter(indent => indent.includes('\t')).length;
	if (inTabs > indents.length / 2) return { tabSize: 4, insertSpaces: false };
	const steps = new Set(indents.map(indent => indent.length).filter(length => length > 1 && length <= 8));
	return { tabSize: steps.size > 0 ? Math.min(...steps) : 4, insertSpaces: true };
}

/** What stands at the start of a line. */
const isLineBreak = (text: string, { offset, length, content }: Edit): boolean =>
	offset === 0 || /[\r\n]/.test((text[offset - 1] ?? '') + content + text.slice(offset, offset + length));

/** Blanks between a bracket and what it holds on the same line are a matter of taste: `["a"]` and `[ "a" ]`. */
const isPadding = (text: string, { offset, length }: Edit): boolean =>
	/[[{]/.test(text[offset - 1] ?? '') || /[\]}]/.test(text[offset + length] ?? '');

interface Token {
	/** Its first character. */
	readonly sign: string;
	readonly start: number;
	readonly end: number;
	/** It begins a line. */
	readonly isFirst: boolean;
}

/** What the reader sees as one: comments, too. */
function tokensOf(text: string): readonly Token[] {
	const scanner = createScanner(text, false);
	const tokens: Token[] = [];
	let isFirst = true;
	for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
		const start = scanner.getTokenOffset();
		const sign = text[start] ?? '';
		if (/[\r\n]/.test(sign)) isFirst = true;
		else if (!/[ \t]/.test(sign)) {
			tokens.push({ sign, start, end: start + scanner.getTokenLength(), isFirst });
			isFirst = false;
		}
	}
	return tokens;
}

/** An open bracket. */
interface Open {
	/** How far the line is indented on which it stands. */
	readonly level: number;
	/** Its first element opens on the same line, as in `[{`. */
	readonly hugs: boolean;
}

/** Deeper than this a file is not to be read anyway, and blanks would be most of it. */
const deepest = 100;

function indentation(text: string, { tabSize, insertSpaces }: FormattingOptions): TextChange[] {
	const unit = insertSpaces ? ' '.repeat(tabSize) : '\t';
	const tokens = tokensOf(text);
	const open: Open[] = [];
	const changes: TextChange[] = [];
	let level = 0;
	let before = 0;
	for (const [at, token] of tokens.entries()) {
		if (token.isFirst) {
			level = levelOf(tokens, at, open);
			const gap = text.slice(before, token.start);
			const newText = gap.replace(/[^\r\n]/g, '') + unit.repeat(Math.min(level, deepest));
			if (newText !== gap) changes.push({ start: before, end: token.start, newText });
		}
		if (isOpener(token)) open.push({ level, hugs: isHugging(tokens, at) });
		if (isCloser(token)) open.pop();
		before = token.end;
	}
	return changes;
}

const isOpener = ({ sign }: Token): boolean => sign === '{' || sign === '[';

const isCloser = ({ sign }: Token): boolean => sign === '}' || sign === ']';

function isHugging(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at + 1];
	return next !== undefined && !next.isFirst && isOpener(next);
}

/** How far a line is indented that begins with this token. */
function levelOf(tokens: readonly Token[], at: number, open: readonly Open[]): number {
	let closers = 0;
	for (let next = tokens[at]; next && isCloser(next) && (closers === 0 || !next.isFirst); next = tokens[at + closers])
		closers++;
	if (closers > 0) return open.at(-closers)?.level ?? 0;
	const around = open.at(-1);
	if (!around) return 0;
	return around.hugs && followsOwnCloser(tokens, at) ? around.level : around.level + 1;
}

/** Whether it opens an element whose neighbour before was closed at the start of a line, as in `},` and `{` below. */
function followsOwnCloser(tokens: readonly Token[], at: number): boolean {
	const [closer, comma, token] = tokens.slice(Math.max(0, at - 2), at + 1);
	if (!closer || comma?.sign !== ',' || !token) return false;
	return isOpener(token) && isCloser(closer) && closer.isFirst;
}
