import { oncePerVersion } from '../oncePerVersion';
import type { MacroNode } from './macroTable';
import { nearestName } from './nearestName';
import { oneChangeApart } from './oneChangeApart';
import { digitsBehind, siblingsByName } from './siblings';
import { twoChangesApart } from './twoChangesApart';

/** More siblings than any person writes. Among so many, only names with one or two letters wrong are looked for. */
const mostCompared = 1000;

/** A node, and how a macro spells it. */
interface SpelledNode {
	readonly node: MacroNode;
	readonly name: string;
}

/**
 * The node that a name is most likely a misspelling of.
 * @param number of the instance that the name means, if it means one
 */
export function nearestSibling(nodes: readonly MacroNode[], name: string, number: number): SpelledNode | undefined {
	const answers = answersAmong(nodes);
	if (answers.has(name)) return answers.get(name);
	const answer =
		nodes.length > mostCompared
			? (nearestAmong(spelledWith(wrongBy(oneChange(nodes), nodes, name), number), name) ??
				nearestAmong(spelledWith(wrongBy(twoChanges(nodes), nodes, name), number), name))
			: nearestAmong(spelledOnce(nodes, siblingsByName(nodes).numbered.size === 0 ? 0 : number), name);
	if (answers.size >= mostAnswers) answers.clear();
	answers.set(name, answer);
	return answer;
}

function nearestAmong(spelled: ReadonlyMap<string, MacroNode>, name: string): SpelledNode | undefined {
	const nearest = nearestName(name, spelled.keys());
	const node = nearest === undefined ? undefined : spelled.get(nearest);
	return nearest === undefined || node === undefined ? undefined : { node, name: nearest };
}

/** Somebody who types in one file all day asks for new names all day. */
const mostAnswers = 20_000;

const answersAmong: (nodes: readonly MacroNode[]) => Map<string, SpelledNode | undefined> = oncePerVersion(
	() => new Map<string, SpelledNode | undefined>(),
);

function spelledWith(nodes: readonly MacroNode[], number: number): ReadonlyMap<string, MacroNode> {
	const spelled = new Map<string, MacroNode>();
	for (const node of nodes) spelled.set(node.instances ? `${node.name}${number}` : node.name, node);
	return spelled;
}

const spelledOnce: typeof spelledWith = oncePerVersion(spelledWith);

type Apart = (name: string) => readonly number[];

function wrongBy(apart: Apart, nodes: readonly MacroNode[], name: string): MacroNode[] {
	const base = name.slice(0, name.length - digitsBehind(name).length);
	const places = new Set([...apart(name), ...(base === name ? [] : apart(base))]);
	return [...places].sort((a, b) => a - b).flatMap(place => nodes[place] ?? []);
}

const oneChange = oncePerVersion((nodes: readonly MacroNode[]) => oneChangeApart(nodes.map(({ name }) => name)));
const twoChanges = oncePerVersion((nodes: readonly MacroNode[]) => twoChangesApart(nodes.map(({ name }) => name)));
