import { type Problem, problem } from '../../../problem';
import type { RuleCode } from '../../../rules';
import type { Span } from '../../../span';
import type { XmlElement, XmlMarkup, XmlNode } from './xmlNode';

/** The state of one pass over a text. */
export interface XmlParser {
	readonly text: string;
	position: number;
	/** Where the XML itself starts: behind a byte-order mark, and behind what does not belong to it. */
	start: number;
	readonly faults: Problem[];
	/** Open elements, the innermost last. */
	readonly open: XmlElement[];
	/** How many open elements bear a name; counted from the first end tag on that does not fit. */
	openNames: Map<string, number> | undefined;
	/** By name the faults of elements that were closed for want of an end tag: one that comes later belongs to them. */
	readonly lost: Map<string, number[]>;
	/** Namespaces in scope by prefix (`''` is the default one), the innermost last. */
	readonly namespaces: Map<string, string[]>;
	/** Prefixes that each open element declares; `undefined` for none. */
	readonly declared: (readonly string[] | undefined)[];
	/** The innermost default namespace. */
	defaultNamespace: string | undefined;
	readonly undeclared: Set<string>;
	readonly children: XmlNode[];
	root: XmlElement | undefined;
	/** A DOCTYPE may declare entities that only a validating parser knows. */
	doctype: 'none' | 'plain' | 'declares';
	/** By needle the last search: from which offset on, and where it ended, -1 for nowhere. */
	readonly searches: Map<string, { from: number; at: number }>;
	/** Short strings met so far, to be used again: the same names and indents come over and over. */
	readonly pool: (string | undefined)[];
	/** The text ends inside a tag or inside markup that is never closed. */
	isCut: boolean;
}

/** More reports than anyone reads; a hostile text gets no further ones. */
const faultLimit = 1000;

/** A power of two. */
const poolSize = 1024;

export const createParser = (text: string): XmlParser => ({
	text,
	position: text.charCodeAt(0) === 0xfeff ? 1 : 0,
	start: text.charCodeAt(0) === 0xfeff ? 1 : 0,
	faults: [],
	open: [],
	openNames: undefined,
	lost: new Map(),
	namespaces: new Map([['xml', ['http://www.w3.org/XML/1998/namespace']]]),
	declared: [],
	defaultNamespace: undefined,
	undeclared: new Set(),
	children: [],
	root: undefined,
	doctype: 'none',
	searches: new Map(),
	pool: new Array<string | undefined>(poolSize).fill(undefined),
	isCut: false,
});

/** Notes what an XML parser refuses. */
export function refuse<Code extends RuleCode>(
	parser: XmlParser,
	code: Code,
	place: Span,
	facts: Parameters<typeof problem<Code>>[2],
): void {
	if (parser.faults.length < faultLimit) parser.faults.push(problem(code, place, facts));
}

/** Notes that an element had no end tag, or none that could be read: one that comes later is its own. */
export function lose({ lost, faults }: XmlParser, name: string): void {
	const known = lost.get(name);
	if (known) known.push(faults.length - 1);
	else lost.set(name, [faults.length - 1]);
}

/** `text.slice(start, end)`, without a new string where the pool has the same one. */
export function pooled({ text, pool }: XmlParser, start: number, end: number): string {
	const length = end - start;
	if (length === 0) return '';
	if (length > 64) return text.slice(start, end);
	const middle = text.charCodeAt(start + (length >> 1));
	const last = text.charCodeAt(end - 1);
	const place = (length * 31 + text.charCodeAt(start) * 17 + middle * 131 + last * 7) & (poolSize - 1);
	const known = pool[place];
	if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
	const slice = text.slice(start, end);
	pool[place] = slice;
	return slice;
}

export const innermost = (parser: XmlParser): XmlElement | undefined => parser.open[parser.open.length - 1];

/** The children of every element that has none yet. */
export const noChildren: readonly XmlNode[] = [];

/** Adds a node where the parser stands. A first child comes as an array of one: most elements have no second. */
export function append(parser: XmlParser, node: XmlNode): void {
	const parent = innermost(parser);
	if (parent === undefined) parser.children.push(node);
	else if (parent.children === noChildren) parent.children = [node];
	else (parent.children as XmlNode[]).push(node);
}

export function appendMarkup(parser: XmlParser, kind: XmlMarkup['kind'], end: number): void {
	append(parser, { kind, offset: parser.position, length: end - parser.position });
	parser.position = end;
}

/** What is never closed, and nothing tells where it should be, takes the rest of the text with it. */
export function swallow(parser: XmlParser, what: string, close: string): void {
	const { text, position: start } = parser;
	refuse(parser, 'xml-unclosed', { start, end: Math.min(start + 4, text.length) }, { what, close });
	parser.isCut = true;
	appendMarkup(parser, 'comment', text.length);
}

/** Offset of the next `needle`, or -1. What was searched before is not searched again: the needle may be far away. */
export function find(parser: XmlParser, needle: string, from: number): number {
	const last = parser.searches.get(needle);
	if (last && from >= last.from && (last.at < 0 || from <= last.at)) return last.at;
	const at = parser.text.indexOf(needle, from);
	if (!last) parser.searches.set(needle, { from, at });
	else {
		last.from = from;
		last.at = at;
	}
	return at;
}

export const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

export function skipSpace(parser: XmlParser): void {
	while (isSpace(parser.text.charCodeAt(parser.position))) parser.position++;
}
