/** Ways into the settings of a file, for faults that change its meaning and not its spelling. */
import { formatJson, type Json, styleOf } from '../correct/jsonStyle';
import type { Edit } from '../fault';
import type { Random } from '../random';

export type Node = Record<string, Json>;

export interface Found {
	readonly node: Node;
	readonly parent: Node | undefined;
}

export const childrenOf = (node: Node): Node[] =>
	[node.content, node.template].flatMap(list => (Array.isArray(list) ? (list as Node[]) : []));

export function allNodes(root: Node, parent?: Node): Found[] {
	return [{ node: root, parent }, ...childrenOf(root).flatMap(child => allNodes(child, root))];
}

export const isLeaf = ({ node }: Found): boolean => !('content' in node) && !('template' in node);
export const has =
	(...keys: string[]) =>
	({ node }: Found): boolean =>
		keys.every(key => key in node);
export const isStatic = ({ node }: Found): boolean => node.category === 'static';
export const isDynamic = (found: Found): boolean => isLeaf(found) && !isStatic(found);
export const isRoot = ({ parent }: Found): boolean => parent === undefined;
export const isTemplateItem = ({ node, parent }: Found): boolean =>
	Array.isArray(parent?.template) && parent.template.includes(node);

/** Changes one node that qualifies, in a copy of the file, and writes it in the same style. */
export const change =
	(qualifies: (found: Found) => boolean, alter: (found: Found, random: Random) => unknown): Edit =>
	(text, random) => {
		const root = JSON.parse(text) as Node;
		const places = allNodes(root).filter(qualifies);
		if (places.length === 0) return undefined;
		if (alter(random.pick(places), random) === false) return undefined;
		return formatJson(root, styleOf(text));
	};

export const set = (qualifies: (found: Found) => boolean, key: string, value: Json): Edit =>
	change(qualifies, ({ node }) => {
		node[key] = value;
	});

/** Takes a key away. */
export const lose = (qualifies: (found: Found) => boolean, key: string): Edit =>
	change(
		found => qualifies(found) && key in found.node,
		({ node }) => {
			delete node[key];
		},
	);

/** Gives a key another name in its place. */
export const renameKey = (key: string, newName: (random: Random) => string): Edit =>
	change(has(key), ({ node, parent }, random) => {
		const entries = Object.entries(node).map(([name, value]) => [name === key ? newName(random) : name, value]);
		replaceNode(node, Object.fromEntries(entries), parent);
	});

function replaceNode(node: Node, by: Node, _parent: Node | undefined): void {
	for (const key of Object.keys(node)) delete node[key];
	Object.assign(node, by);
}
