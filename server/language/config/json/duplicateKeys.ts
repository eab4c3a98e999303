import type { Node } from 'jsonc-parser';
import { type Problem, problem } from '../../problem';
import { CorrectElement } from './correctElement';
import type { JsonObject, JsonValue } from './jsonNode';

/**
 * Whether some object of a correct JSON text may have a key twice, told without reading the text again: every key is
 * a quotation mark followed by a colon, so a text with more of those than its value has keys is suspect. Strings that
 * hold such a pair (`"a\":"`) are, too; the answer errs to the side of yes.
 */
export function hasDuplicateKeys(text: string, value: JsonValue): boolean {
	return colonsAfterQuotes(text) !== keysOf(value);
}

function colonsAfterQuotes(text: string): number {
	let count = 0;
	for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
		let before = colon - 1;
		while (before > 0 && text.charCodeAt(before) <= 32) before--;
		if (text.charCodeAt(before) === 34) count++;
	}
	return count;
}

/** How many keys all objects of a value have together. */
export function keysOf(root: JsonValue): number {
	let count = 0;
	const open: (JsonObject | JsonValue[])[] = [[root]];
	for (let value = open.pop(); value; value = open.pop()) {
		// Neither a call for each child nor a list of the keys of each object: this goes through every text.
		if (Array.isArray(value)) {
			for (const child of value) if (typeof child === 'object' && child !== null) open.push(child);
		} else {
			for (const key in value) {
				const child = value[key];
				count++;
				if (typeof child === 'object' && child !== null) open.push(child);
			}
		}
	}
	return count;
}

/** A report for each key that stands in its object before; children of a tree are visited without recursion. */
export function duplicateKeys(root: Node | undefined): Problem[] {
	const problems: Problem[] = [];
	const open: Node[] = root ? [root] : [];
	const seen = new Set<unknown>();
	for (let node = open.pop(); node; node = open.pop()) {
		seen.clear();
		const first = problems.length;
		for (const child of node.children ?? []) {
			const inner = child.type === 'property' ? child.children?.[1] : child;
			if (inner && !(inner instanceof CorrectElement) && inner.children) open.push(inner);
			const keyNode = child.type === 'property' ? child.children?.[0] : undefined;
			if (!keyNode || keyNode.length === 0) continue;
			const name: unknown = keyNode.value;
			if (seen.has(name)) {
				const place = { start: keyNode.offset, end: keyNode.offset + keyNode.length };
				problems.push(problem('json-duplicate-key', place, { key: String(name) }));
			}
			seen.add(name);
		}
		oneFromMany(problems, first, node);
	}
	return problems;
}

/** So many keys twice are two objects whose brackets between them were lost. */
const fewestOfTwo = 3;

function oneFromMany(problems: Problem[], from: number, { offset }: Node): void {
	if (problems.length - from < fewestOfTwo) return;
	const cause = `two objects in one ${offset}`;
	for (let at = from; at < problems.length; at++) {
		const found = problems[at];
		if (found) problems[at] = { ...found, cause, facts: { ...found.facts, isOfTwo: true } };
	}
}
