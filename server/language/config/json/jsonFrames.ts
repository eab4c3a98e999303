import type { Node } from 'jsonc-parser';
import { english } from '../../../texts/texts';
import { type Problem, problem } from '../../problem';
import { LookedInto } from './correctElement';
import type { ElementReader } from './elementMemory';
import { type Surplus, surplusOf } from './jsonSurplus';
import { isColonAhead, skipSpace, type Token } from './jsonToken';

/** jsonc-parser's node while it is being built, so that its functions work on the finished tree. */
export type GrowingNode = { -readonly [Key in keyof Node]: Node[Key] };

/**
 * What an open object or array waits for: its first element, one after a comma, the colon or value of a property,
 * or, after an element, a comma or the end.
 */
type FrameState = 'start' | 'afterComma' | 'colon' | 'value' | 'end';

/** One open bracket. */
export interface Frame {
	readonly node: GrowingNode;
	isObject: boolean;
	state: FrameState;
	/** Offset of the comma that was read last. */
	comma: number;
	/** The property whose value is missing so far. */
	property: GrowingNode | undefined;
	/** Place, among the problems, of the report on a second opening brace right behind this one. */
	doubled?: number;
	/** Place, among the problems, of the report on the parenthesis that opened it. */
	parenthesis?: number;
	/** Place, among the problems, of the report on the brace that closed it too early. */
	early?: number;
	/** Place, among the problems, of the report on a list whose opening bracket is missing, and perhaps the closing one. */
	bare?: number;
}

/** The state of a parser: brackets lie on a stack of our own, so that no nesting overflows. */
export interface JsonParser {
	readonly text: string;
	readonly problems: Problem[];
	readonly stack: Frame[];
	readonly elementAt: ElementReader;
	readonly lookedInto: LookedInto;
	root: Node | undefined;
	/** End of the last token that is no comma: where a missing closer belongs. */
	lastEnd: number;
	/** How many of the open brackets are braces. */
	objects: number;
	/** Several documents that are read as one list: the report on them, and where the list lacks its commas. */
	several?: { readonly problem: number; readonly commas: number[]; isClosed?: boolean };
	/** End of a sign that joins two texts. */
	joinSign?: number;
	/** Where the text was cut off. */
	truncatedAt?: number;
	/** Where the next token is looked for, when not behind the last one. */
	resumeAt?: number | undefined;
	/** Offset of a comma or colon that goes with something passed over before it. */
	skippedSign?: number;
	/** How many closers of either kind have no opener; counted when somebody asks. */
	surplus?: Surplus;
}

export const newParser = (text: string, elementAt: ElementReader): JsonParser => ({
	text,
	problems: [],
	stack: [],
	root: undefined,
	lastEnd: 0,
	objects: 0,
	elementAt,
	lookedInto: new LookedInto(),
});

/** Opens an object or array as the value that the innermost frame waits for. */
export function openFrame(parser: JsonParser, token: Token): void {
	const isObject = token.kind === '{';
	const node: GrowingNode = { type: isObject ? 'object' : 'array', offset: token.start, length: 0, children: [] };
	addValue(parser, node);
	pushFrame(parser, { node, isObject, state: 'start', comma: -1, property: undefined });
}

export function pushFrame(parser: JsonParser, frame: Frame): void {
	parser.stack.push(frame);
	if (frame.isObject) parser.objects++;
}

/** Adds a finished or opened value where the innermost frame waits for it. */
export function addValue(parser: JsonParser, node: GrowingNode): void {
	const frame = parser.stack.at(-1);
	if (!frame) {
		parser.root = node;
		return;
	}
	const parent = frame.property ?? frame.node;
	node.parent = parent;
	parent.children?.push(node);
	if (frame.property) frame.property.length = node.offset + node.length - frame.property.offset;
	frame.property = undefined;
	frame.state = 'end';
}

/** The value that was read last in the innermost frame. */
export function lastValue({ stack }: JsonParser): GrowingNode | undefined {
	const frame = stack.at(-1);
	const child = frame?.node.children?.at(-1);
	return frame?.isObject ? child?.children?.[1] : child;
}

/** Closes the innermost frame at `end`. */
export function closeFrame(parser: JsonParser, end: number): void {
	const frame = parser.stack.pop();
	if (!frame) return;
	if (frame.isObject) parser.objects--;
	frame.node.length = end - frame.node.offset;
	const { parent } = frame.node;
	if (parent?.type === 'property') (parent as GrowingNode).length = end - parent.offset;
}

/** Reports that the innermost frame's bracket is never closed, where it should be, and closes it; `addition` follows the closer in a fix. */
export function closeUnclosed(parser: JsonParser, addition = ''): void {
	const frame = parser.stack.at(-1);
	if (!frame) return;
	const [opener, closer] = frame.isObject ? ['{', '}'] : ['[', ']'];
	const place = { start: parser.lastEnd - 1, end: parser.lastEnd };
	const facts = { opener: opener ?? '', closer: closer ?? '', at: parser.lastEnd, insert: closer + addition };
	const early = frame.early === undefined ? undefined : parser.problems[frame.early];
	if (frame.early !== undefined && early) {
		parser.problems[frame.early] = { ...early, facts: { ...early.facts, at: facts.at, insert: facts.insert } };
	} else parser.problems.push(problem('json-unclosed-bracket', place, facts));
	closeFrame(parser, parser.lastEnd);
}

/** Opens a bracket that is missing before the token. */
export function openMissing(parser: JsonParser, opener: '{' | '[', token: Token): void {
	parser.problems.push(problem('json-missing-bracket', token, { opener, where: english('before') }));
	openFrame(parser, { kind: opener, start: token.start, end: token.start, value: opener });
}

/** Whether the token stands on a later line than the frame's bracket, and further in than that line. */
export function isIndented(parser: JsonParser, frame: Frame, token: Token): boolean {
	const { text } = parser;
	const lineOf = (offset: number): string => {
		const before = text.slice(Math.max(0, offset - 1000), offset);
		return before.slice(before.lastIndexOf('\n') + 1);
	};
	const [outer, inner] = [lineOf(frame.node.offset), lineOf(token.start)];
	return inner.trim() === '' && inner.length > (/^[ \t]*/.exec(outer)?.[0].length ?? 0);
}

/**
 * Whether a closer is one too many: the text has more of them than openers, and what follows goes on in the innermost
 * object or array instead of the one around it.
 */
export function isExtra(parser: JsonParser, token: Token): boolean {
	const { stack, text } = parser;
	const top = stack.at(-1);
	const kind = token.kind === '}' ? 'braces' : 'brackets';
	if (!top || fits(text, token.end, stack.at(-2)) || !continues(text, token.end, top)) return false;
	// Nothing but closers behind the file's one value: they come after its end.
	if (stack.length === 1 && /[}\]]/.test(text[skipSpace(text, token.end)] ?? '')) return false;
	// A key that the object has already belongs to the next one, whose opener was lost.
	if (keysAhead(text, token.end).some(key => hasKey(top, key))) return false;
	// Where a closer of the other kind is lacking, one was mistyped and none is too many.
	parser.surplus ??= surplusOf(text);
	if (parser.surplus[kind === 'braces' ? 'brackets' : 'braces'] < 0) return false;
	return takeSurplus(parser, kind, 1);
}

/** Whether an opener is one too many: the text has more of them than closers, and what follows needs none. */
export function isStrayOpener(parser: JsonParser, token: Token): boolean {
	const { text, stack } = parser;
	const next = skipSpace(text, token.end);
	const kind = token.kind === '{' ? 'braces' : 'brackets';
	const top = stack.at(-1);
	if (text[next] === ',' || text[next] === ':') return takeSurplus(parser, kind, -1);
	if (top?.isObject && top.state !== 'value' && top.state !== 'colon') {
		// In a list, the next element begins and the one at hand was never closed.
		const begins = token.kind === '{' && stack.at(-2)?.isObject === false && top.state !== 'start';
		return !begins && startsProperty(text, next) && takeSurplus(parser, kind, -1);
	}
	if (token.kind === '[' && top && !top.isObject && top.state === 'start') return takeSurplus(parser, kind, -1);
	return token.kind === '{' && text[next] === '[' && takeSurplus(parser, kind, -1);
}

/** Uses up one closer too many, or with -1 one opener; false when the text has none. */
function takeSurplus(parser: JsonParser, kind: keyof Surplus, sign: 1 | -1): boolean {
	parser.surplus ??= surplusOf(parser.text);
	if (parser.surplus[kind] * sign <= 0) return false;
	parser.surplus[kind] -= sign;
	return true;
}

/** Like `fits`, but words that only follow are no reason to go on. */
const continues = (text: string, end: number, frame: Frame): boolean =>
	(frame.isObject ? /[,}"]/ : /[,\]"{]/).test(text[skipSpace(text, end)] ?? '') && fits(text, end, frame);

/** The keys of the members that follow, up to the next bracket. */
const keysAhead = (text: string, end: number): string[] => {
	const members = /^[\s,]*"[^{}[\]]*/.exec(text.slice(end, end + 1000))?.[0] ?? '';
	return [...members.matchAll(/"((?:[^"\\\r\n]|\\.)*)"\s*:/g)].map(([, key = '']) => key);
};

export const hasKey = ({ node }: Frame, key: string): boolean =>
	(node.children ?? []).some(property => property.children?.[0]?.value === key);

/** Whether what follows `end` can follow an element of this frame; no frame: the end of the text. */
export function fits(text: string, end: number, frame: Frame | undefined): boolean {
	const next = skipSpace(text, end);
	const character = text[next];
	if (!frame || character === undefined) return !frame && character === undefined;
	if (character === '}' || character === ']') return (character === '}') === frame.isObject;
	const element = character === ',' ? skipSpace(text, next + 1) : next;
	return frame.isObject === startsProperty(text, element);
}

export function startsProperty(text: string, at: number): boolean {
	const key = /"(?:[^"\\\r\n]|\\.)*"|[\w-]+/y;
	key.lastIndex = at;
	return key.test(text) && isColonAhead(text, key.lastIndex);
}

/** A value without parts. */
export function leaf(token: Token): GrowingNode {
	const type = token.kind === 'number' || token.kind === 'boolean' || token.kind === 'null' ? token.kind : 'string';
	return { type, value: token.value, offset: token.start, length: token.end - token.start };
}
