import type { AST } from '@eslint-community/regexpp';
import { appendAll } from '../appendAll';
import { type CharSet, charSetOf, hasChar } from './charSet';
import { missingAnchors } from './regexAnchors';

/**
 * Every text that an expression matches from end to end; `undefined` when there are more than `most`, when it matches
 * parts of longer texts, or when it cannot be told.
 */
export function regexTexts(pattern: AST.Pattern, most: number): readonly string[] | undefined {
	if (missingAnchors(pattern).length > 0) return undefined;
	const texts = ofAlternatives(pattern.alternatives, most);
	return texts && [...new Set(texts)];
}

/**
 * False when no text that the expression matches from end to end can hold one of `characters`. True also when that
 * cannot be told.
 */
export function mayHold(pattern: AST.Pattern, characters: string): boolean {
	if (missingAnchors(pattern).length > 0) return true;
	return someElement(pattern.alternatives, set => [...characters].some(each => hasChar(set, each.charCodeAt(0))));
}

/**
 * False when every text that the expression matches from end to end begins with a character that is none of
 * `characters`. True also when that cannot be told.
 */
export function mayBegin(pattern: AST.Pattern, characters: string): boolean {
	if (missingAnchors(pattern).length > 0) return true;
	return firstOf(pattern.alternatives, set => [...characters].some(each => hasChar(set, each.charCodeAt(0)))) !== 'no';
}

type HoldsCharacter = (set: CharSet) => boolean;

/** Whether a text begins as asked; `later`: where it may begin behind this part, which takes no room. */
type Beginning = 'yes' | 'no' | 'later';

function firstOf(alternatives: readonly AST.Alternative[], holds: HoldsCharacter): Beginning {
	const found = alternatives.map(({ elements }) => {
		const parts = elements.map(element => firstOfElement(element, holds));
		return parts.find(part => part === 'yes' || part === 'no') ?? 'later';
	});
	return found.find(each => each === 'yes') ?? found.find(each => each === 'later') ?? 'no';
}

function firstOfElement(element: AST.Element, holds: HoldsCharacter): Beginning {
	const set = charSetOf(element);
	if (set) return holds(set) ? 'yes' : 'no';
	if (element.type === 'Assertion') return 'later';
	if (element.type === 'Group' || element.type === 'CapturingGroup') return firstOf(element.alternatives, holds);
	if (element.type !== 'Quantifier') return 'yes';
	const first = firstOfElement(element.element, holds);
	return first === 'no' && element.min === 0 ? 'later' : first;
}

function ofAlternatives(alternatives: readonly AST.Alternative[], most: number): readonly string[] | undefined {
	const all: string[] = [];
	for (const { elements } of alternatives) {
		const texts = inARow(
			elements.map(each => () => ofElement(each, most)),
			most,
		);
		if (texts === undefined || all.length + texts.length > most) return undefined;
		appendAll(all, texts);
	}
	return all;
}

type Part = () => readonly string[] | undefined;

/** Each text of one part followed by each of the next. */
function inARow(parts: readonly Part[], most: number): readonly string[] | undefined {
	let texts: readonly string[] = [''];
	for (const part of parts) {
		const next = part();
		if (next === undefined || texts.length * next.length > most) return undefined;
		texts = texts.flatMap(text => next.map(more => text + more));
	}
	return texts;
}

function ofElement(element: AST.Element, most: number): readonly string[] | undefined {
	const set = charSetOf(element);
	if (set) return ofSet(set, most);
	if (element.type === 'Group' || element.type === 'CapturingGroup') return ofAlternatives(element.alternatives, most);
	if (element.type === 'Assertion') return element.kind === 'start' || element.kind === 'end' ? [''] : undefined;
	if (element.type !== 'Quantifier' || element.max > most) return undefined;
	const all: string[] = [];
	for (let times = element.min; times <= element.max; times++) {
		const texts = inARow(
			Array.from({ length: times }, () => () => ofElement(element.element, most)),
			most,
		);
		if (texts === undefined || all.length + texts.length > most) return undefined;
		appendAll(all, texts);
	}
	return all;
}

function ofSet(set: CharSet, most: number): readonly string[] | undefined {
	const size = set.reduce((sum, [from, to]) => sum + to - from + 1, 0);
	if (size > most) return undefined;
	return set.flatMap(([from, to]) =>
		Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)),
	);
}

function someElement(alternatives: readonly AST.Alternative[], holds: HoldsCharacter): boolean {
	return alternatives.some(({ elements }) => elements.some(element => elementHolds(element, holds)));
}

function elementHolds(element: AST.Element, holds: HoldsCharacter): boolean {
	const set = charSetOf(element);
	if (set) return holds(set);
	if (element.type === 'Quantifier') return elementHolds(element.element, holds);
	if (element.type === 'Group' || element.type === 'CapturingGroup') return someElement(element.alternatives, holds);
	// Edges take no room; what else there is may hold anything.
	return element.type !== 'Assertion';
}
