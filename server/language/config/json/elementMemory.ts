import type { Span } from '../../span';
import { keysOf } from './duplicateKeys';
import { isJsonObject, type JsonObject, type JsonValue } from './jsonNode';

/** An object that is correct JSON. */
export interface ReadElement extends Span {
	/** As JSON.parse gives it; not to be changed. */
	readonly plain: JsonObject;
}

/** Reads the object at an offset; `undefined` when it is no correct JSON, or too long or deep to be read at once. */
export type ElementReader = (start: number) => ReadElement | undefined;

/** Finds none, so that all is read sign by sign. */
export const withoutElements: ElementReader = () => undefined;

/** Reads the elements of one version of a text after the other; what an edit has left alone is not read again. */
export class ElementMemory {
	#text = '';
	#elements = new Map<number, ReadElement>();

	/** The reader for the next version. */
	readerFor(text: string): ElementReader {
		const [before, known] = [this.#text, this.#elements];
		const elements = new Map<number, ReadElement>();
		const same = known.size === 0 ? undefined : sameEnds(before, text);
		this.#text = text;
		this.#elements = elements;
		return start => {
			const found = (same && recalled(start, known, same)) ?? readElement(text, start);
			if (found) elements.set(start, found);
			return found;
		};
	}
}

/** How two versions of a text differ: in what lies between their common ends. */
interface SameEnds {
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
	return found && { start, end: found.end + growth, plain: found.plain };
}

export function sameEnds(before: string, after: string): SameEnds {
	const shorter = Math.min(before.length, after.length);
	const head = longestSame(shorter, length => before.slice(0, length) === after.slice(0, length));
	const tail = longestSame(
		shorter - head,
		length => before.slice(before.length - length) === after.slice(after.length - length),
	);
	return { head, tail: after.length - tail, growth: after.length - before.length };
}

/** The longest length up to `most` for which something holds that holds for all shorter ones. */
function longestSame(most: number, isSame: (length: number) => boolean): number {
	let [same, other] = [0, most + 1];
	while (other - same > 1) {
		const middle = (same + other) >> 1;
		if (isSame(middle)) same = middle;
		else other = middle;
	}
	return same;
}

/** Longer elements are read piece by piece, so that a mistake in one costs no more than this a second time. */
const longest = 65_536;
const deepest = 100;

function readElement(text: string, start: number): ReadElement | undefined {
	const found = extentOf(text, start);
	if (!found) return undefined;
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

const [quote, backslash, comma, colon] = [34, 92, 44, 58];
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125];
/** Stands for the last character of a number or a literal. */
const word = 48;

/** What may stand before a sign; the last one counts that is no blank. A list in a list may be a bracket too many. */
const before: Readonly<Record<number, readonly number[]>> = {
	[quote]: [openObject, openList, comma, colon],
	[openObject]: [openList, comma, colon],
	[openList]: [comma, colon],
	[closeObject]: [openObject, quote, closeObject, closeList, word],
	[closeList]: [openList, quote, closeObject, closeList, word],
	[comma]: [quote, closeObject, closeList, word],
	[colon]: [quote],
	[word]: [openList, comma, colon, word],
};

/** Where the object ends, and how many keys are in it; `undefined` at the first thing that JSON does not have. */
function extentOf(text: string, start: number): { readonly end: number; readonly keys: number } | undefined {
	const open: number[] = [];
	const most = Math.min(text.length, start + longest);
	let last = colon;
	let keys = 0;
	for (let at = start; at < most; at++) {
		const code = text.charCodeAt(at);
		if (code === 32 || code === 10 || code === 13 || code === 9) continue;
		const sign = before[code] ? code : word;
		if (!before[sign]?.includes(last)) return undefined;
		last = sign;
		if (code === quote) at = stringEnd(text, at);
		else if (code === colon) keys++;
		else if (code === openObject || code === openList) open.push(code + 2);
		else if (code === closeObject || code === closeList) {
			if (open.pop() !== code) return undefined;
			if (open.length === 0) return { end: at + 1, keys };
		}
		if (at < 0 || open.length > deepest) return undefined;
	}
	return undefined;
}

/** Place of the quotation mark that closes a string on its line; -1 without one. */
function stringEnd(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === quote) return at;
		if (code === backslash) at++;
		else if (code < 32) return -1;
	}
	return -1;
}
