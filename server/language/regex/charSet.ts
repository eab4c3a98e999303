import type { AST } from '@eslint-community/regexpp';

/** A set of UTF-16 units: ascending ranges that do not touch, both ends included. */
export type CharSet = readonly (readonly [number, number])[];

const last = 0xffff;
const digits: CharSet = [[48, 57]];
const word: CharSet = [
	[48, 57],
	[65, 90],
	[95, 95],
	[97, 122],
];
const space: CharSet = [
	[9, 13],
	[32, 32],
	[0xa0, 0xa0],
	[0x1680, 0x1680],
	[0x2000, 0x200a],
	[0x2028, 0x2029],
	[0x202f, 0x202f],
	[0x205f, 0x205f],
	[0x3000, 0x3000],
	[0xfeff, 0xfeff],
];
const lineBreaks: CharSet = [
	[10, 10],
	[13, 13],
	[0x2028, 0x2029],
];

/** Whether the set holds the unit. */
export function hasChar(set: CharSet, code: number): boolean {
	for (const [from, to] of set) {
		if (code < from) return false;
		if (code <= to) return true;
	}
	return false;
}

function complement(set: CharSet): CharSet {
	const ranges: [number, number][] = [];
	let from = 0;
	for (const [start, end] of set) {
		if (start > from) ranges.push([from, start - 1]);
		from = end + 1;
	}
	if (from <= last) ranges.push([from, last]);
	return ranges;
}

function union(sets: readonly CharSet[]): CharSet {
	const ranges: [number, number][] = [];
	for (const [from, to] of sets.flat().sort((a, b) => a[0] - b[0])) {
		const previous = ranges.at(-1);
		if (previous && from <= previous[1] + 1) previous[1] = Math.max(previous[1], to);
		else ranges.push([from, to]);
	}
	return ranges;
}

/** What both sets hold. */
export function intersection(a: CharSet, b: CharSet): CharSet {
	const ranges: [number, number][] = [];
	let next = 0;
	for (const [from, to] of a) {
		// A range of the other set that reaches beyond this one may meet the next one too.
		for (let other = b[next]; other && other[0] <= to; other = b[++next]) {
			if (other[1] >= from) ranges.push([Math.max(from, other[0]), Math.min(to, other[1])]);
			if (other[1] > to) break;
		}
	}
	return ranges;
}

/** A character of the set, a readable one where there is one; `undefined` for the empty set. */
export function sampleChar(set: CharSet): string | undefined {
	for (const wanted of [97, 48, 65, 45, 46, 32]) if (hasChar(set, wanted)) return String.fromCharCode(wanted);
	const code = set.find(([, to]) => to > 32)?.[1] ?? set[0]?.[0];
	return code === undefined ? undefined : String.fromCharCode(code);
}

/** The characters that an element consumes when it consumes exactly one; `undefined` for any other element. */
export function charSetOf(element: AST.Node): CharSet | undefined {
	switch (element.type) {
		case 'Character':
			return unit(element.value, element.value);
		case 'CharacterClassRange':
			return unit(element.min.value, element.max.value);
		case 'CharacterSet':
			return escapeSet(element);
		case 'CharacterClass': {
			const set = union(element.elements.map(inner => charSetOf(inner) ?? []));
			return element.negate ? complement(set) : set;
		}
		default:
			return undefined;
	}
}

const unit = (from: number, to: number): CharSet => (from > last ? [] : [[from, Math.min(to, last)]]);

function escapeSet(set: AST.CharacterSet): CharSet | undefined {
	if (set.kind === 'any') return complement(lineBreaks);
	if (set.kind === 'property') return undefined;
	const plain = set.kind === 'digit' ? digits : set.kind === 'word' ? word : space;
	return set.negate ? complement(plain) : plain;
}

/** Whether `\b` counts the unit as part of a word. */
export const isWordChar = (code: number): boolean => hasChar(word, code);
