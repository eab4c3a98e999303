import { oncePerVersion } from '../oncePerVersion';
import type { MacroNode } from './macroTable';
import { nearestName } from './nearestName';
import { oneChangeApart } from './oneChangeApart';
import { digitsBehind, siblingsByName } from './siblings';

/** More siblings than any person writes. Among so many, only a name with one letter wrong is looked for. */
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
	const spelled =
		nodes.length > mostCompared
			? spelledWith(oneLetterWrong(nodes, name), number)
			: spelledOnce(nodes, siblingsByName(nodes).numbered.size === 0 ? 0 : number);
	const nearest = nearestName(name, spelled.keys());
	const node = nearest === undefined ? undefined : spelled.get(nearest);
	const answer = nearest === undefined || node === undefined ? undefined : { node, name: nearest };
	if (answers.size >= mostAnswers) answers.clear();
	answers.set(name, answer);
	return answer;
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

function oneLetterWrong(nodes: readonly MacroNode[], name: string): MacroNode[] {
	const base = name.slice(0, name.length - digitsBehind(name).length);
	const apart = namesOneChangeApart(nodes);
	const places = new Set([...apart(name), ...(base === name ? [] : apart(base))]);
	return [...places].sort((a, b) => a - b).flatMap(place => nodes[place] ?? []);
}

const namesOneChangeApart = oncePerVersion((nodes: readonly MacroNode[]) =>
	oneChangeApart(nodes.map(({ name }) => name)),
);
