import type { Node } from 'jsonc-parser';
import { type Problem, problem } from '../../problem';
import { ElementMemory, withoutElements } from '../json/elementMemory';
import type { GrowingNode } from '../json/jsonFrames';
import { type JsonTree, readJson } from '../json/jsonReader';
import type { OffsetMap } from './offsetMap';
import { type Unwrapped, unwrap } from './unwrap';

/** What a pasted text says; places are in the text as it was pasted. */
export interface PastedTree extends JsonTree {
	/** The text was written anew, so that no place in it can be shown. */
	readonly isHidden: boolean;
	readonly unwrapped?: Unwrapped;
}

/** Reads a text without its wrappings, each of which is one report. */
export function readPasted(text: string, memory = new ElementMemory()): PastedTree {
	const unwrapped = unwrap(text);
	if (!unwrapped) return { ...readJson(text, memory.readerFor(text)), isHidden: false };
	// Every node has another place in the pasted text.
	const inner = readJson(unwrapped.text, withoutElements);
	const wrappings = wrappingProblems(unwrapped);
	const { toPasted } = unwrapped;
	if (!toPasted) return { root: undefined, problems: wrappings, isHidden: true, unwrapped };
	if (inner.root) moveTree(inner.root, toPasted);
	return {
		...inner,
		problems: [...wrappings, ...inner.problems.map(found => movedProblem(found, toPasted))],
		truncatedAt: inner.truncatedAt === undefined ? undefined : toPasted(inner.truncatedAt, 'end'),
		isHidden: false,
		unwrapped,
	};
}

const wrappingProblems = ({ steps }: Unwrapped): Problem[] =>
	steps.map(({ what, isUndecided, start, end }) =>
		isUndecided
			? problem('json-merge-conflict', { start, end }, {})
			: problem('json-wrapped', { start, end }, { what }),
	);

/** Facts that are offsets. */
const offsetFacts = ['at', 'end', 'closer', 'openedAt', 'from', 'until', 'closeAt'];

function movedProblem(found: Problem, map: OffsetMap): Problem {
	const facts = Object.entries(found.facts).map(([name, fact]) =>
		offsetFacts.includes(name) && typeof fact === 'number' && fact >= 0
			? [name, map(fact, name === 'from' ? 'start' : 'end')]
			: [name, fact],
	);
	const start = map(found.start, 'start');
	return { ...found, start, end: Math.max(start, map(found.end, 'end')), facts: Object.fromEntries(facts) };
}

function moveTree(root: Node, map: OffsetMap): void {
	const open: GrowingNode[] = [root];
	for (let node = open.pop(); node; node = open.pop()) {
		const start = map(node.offset, 'start');
		node.length = Math.max(0, map(node.offset + node.length, 'end') - start);
		node.offset = start;
		if (node.colonOffset !== undefined) node.colonOffset = map(node.colonOffset, 'start');
		for (const child of node.children ?? []) open.push(child);
	}
}
