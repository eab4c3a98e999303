import type { Node } from 'jsonc-parser';
import type { Span } from '../../span';
import { childOf, type JsonPath, nodeAt, propertyOf } from './jsonNode';

/** What of a value is underlined: the value, its key, or a whole setting by its name. */
export type Part = 'value' | 'key' | 'setting';

/** Finds where the values of a text are, by their paths. */
export interface Places {
	/** What is underlined of the value at a path; `undefined` without such a value. */
	partOf(path: JsonPath, part: Part): Span | undefined;
	/** The whole value at a path. */
	spanOf(path: JsonPath): Span | undefined;
	/** Whether the object at a path has a key with nothing behind it. */
	lacksValue(path: JsonPath, key: string): boolean;
}

/** Places in the tree of a text. */
export const placesIn = (root: Node | undefined): Places => ({
	partOf: (path, part) => {
		const node = nodeAt(root, path);
		return node && partOf(node, part);
	},
	spanOf: path => {
		const node = nodeAt(root, path);
		return node && span(node);
	},
	lacksValue: (path, key) => {
		const property = propertyOf(nodeAt(root, path), key);
		return property !== undefined && property.children?.[1] === undefined;
	},
});

function partOf(node: Node, part: Part): Span {
	if (part === 'key' && node.parent?.type === 'property') return span(node.parent.children?.[0] ?? node);
	if (part === 'value' && !node.children) return span(node);
	const name = childOf(node, 'name');
	if (part === 'setting' && name && !name.children) return span(name);
	if (part === 'value' && node.parent?.type === 'property') return span(node.parent.children?.[0] ?? node);
	return { start: node.offset, end: node.offset + Math.min(node.length, 1) };
}

const span = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length });
