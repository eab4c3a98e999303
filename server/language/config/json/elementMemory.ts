import type { Node } from 'jsonc-parser';
import type { Span } from '../../span';
import { keysOf } from './duplicateKeys';
import { isJsonObject, type JsonObject, type JsonValue } from './jsonNode';
import { stringEnd } from './stringEnd';

/** An object that is correct JSON. */
export interface ReadElement extends Span {
	/** As JSON.parse gives it; not to be changed. Without, nobody has asked for it so far. */
	plain?: JsonObject | undefined;
	/** Its tree with offsets from its start; not to be changed. Without, nobody has asked for it so far. */
	inner?: Node | undefined;
}

/** Reads the object at an offset; `undefined` when it is no correct JSON, or too long or deep to be read at once. */
export type ElementReader = (start: number) => ReadElement | undefined;

/** Finds none, so that all is read sign by sign. */
export const withoutElements: ElementReader = () => undefined;

/** Reads the elements of one version of a text after the other; what an edit has left alone is not read again. */
export class ElementMemory {
	#text = '';
	#elements = new Map<number, ReadElement>();

	/**
	 * The reader for the next version.
	 * @param isCorrect the text as a whole was read by JSON.parse, and has no key twice
	 */
	readerFor(text: string, isCorrect = false): ElementReader {
		const [before, known] = [this.#text, this.#elements];
		const elements = new Map<number, ReadElement>();
		const same = known.size === 0 ? undefined : sameEnds(before, text);
		this.#text = text;
		this.#elements = elements;
		return start => {
			const found = (same && recalled(start, known, same)) ?? readElement(text, start, isCorrect);
			if (found) elements.set(start, found);
			return found;
		};
	}
}

/** How two versions of a text differ: in what lies between their common ends. */
export interface SameEnds {
	/** Up to here they are the same. */
	readonly head: number;
	/** From here on in the later version they are the same. */
	readonly tail: number;
	/** How much longer the later one is. */
	readonly growth: number;
}

function recalled(
	start: number,
	known: ReadonlyMap<number, ReadElement>,
	{ head, tail, growth }: SameEnds,
): ReadElement | undefined {
	if (start < head) {
		const found = known.get(start);
		return found && found.end <= head ? found : undefined;
	}
	const found = start < tail ? undefined : known.get(start - growth);
	return found && { start, end: found.end + growth, plain: found.plain, inner: found.inner };
}

export function sameEnds(before: string, after: string): SameEnds {
	const shorter = Math.min(before.length, after.length);
	const head = longestSame(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
	const endOf = (text: string, from: number, to: number): string => text.slice(text.length - to, text.length - from);
	const tail = longestSame(shorter - head, (from, to) => endOf(before, from, to) === endOf(after, from, to));
	return { head, tail: after.length - tail, growth: after.length - before.length };
}

/** The longest length up to `most` at which two texts are the same, asked stretch by stretch. */
function longestSame(most: number, isSame: (from: number, to: number) => boolean): number {
	let [same, other] = [0, most + 1];
	while (other - same > 1) {
		const middle = (same + other) >> 1;
		if (isSame(same, middle)) same = middle;
		else other = middle;
	}
	return same;
}

/** Longer elements are read piece by piece, so that a mistake in one costs no more than this a second time. */
const longest = 65_536;
const deepest = 100;

function readElement(text: string, start: number, isCorrect: boolean): ReadElement | undefined {
	const found = extentOf(text, start);
	if (!found || isCorrect) return found && { start, end: found.end };
	const plain = parsed(text.slice(start, found.end));
	return isJsonObject(plain) && keysOf(plain) === found.keys ? { start, end: found.end, plain } : undefined;
}

function parsed(text: string): JsonValue | undefined {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** Signs of JSON by their kind, closers two behind their openers; all others belong to a number or a literal. */
const signs = '"{[}],:';
const [quoteKind, openList, closeList, colon, word] = [0, 2, 4, 6, 7] as const;

/** What may stand before each sign, or before a word, as bits. A list right in a list may be a bracket too many. */
const before = ['{[,:', '[,:', ',:', '{"}]w', '["}]w', '"}]w', '"', '[,:w'].map(allowed =>
	[...allowed].reduce((bits, sign) => bits | (1 << (sign === 'w' ? word : signs.indexOf(sign))), 0),
);
const kinds = Uint8Array.from(
	{ length: 128 },
	(_, code) => (signs.indexOf(String.fromCharCode(code)) + word + 1) % (word + 1),
);

/** Where the object ends, and how many keys are in it; `undefined` at the first thing that JSON does not have. */
function extentOf(text: string, start: number): { readonly end: number; readonly keys: number } | undefined {
	const open: number[] = [];
	const most = Math.min(text.length, start + longest);
	let last: number = colon;
	let keys = 0;
	for (let at = start; at < most; at++) {
		const code = text.charCodeAt(at);
		if (code <= 32) continue;
		const kind = kinds[code] ?? word;
		if (((before[kind] ?? 0) & (1 << last)) === 0) return undefined;
		last = kind;
		if (kind === quoteKind) {
			at = stringEnd(text, at);
			if (at < 0) return undefined;
		} else if (kind === colon) keys++;
		else if (kind <= openList) {
			if (open.push(kind + 2) > deepest) return undefined;
		} else if (kind <= closeList) {
			if (open.pop() !== kind) return undefined;
			if (open.length === 0) return { end: at + 1, keys };
		}
	}
	return undefined;
}
