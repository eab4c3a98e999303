import { type Node, parseTree } from 'jsonc-parser';
import type { ReadElement } from './elementMemory';
import type { GrowingNode } from './jsonFrames';
import type { JsonObject } from './jsonNode';

/**
 * An object of a list that is correct JSON by itself, without a key twice: the reader need not look into it. Its value
 * is at hand; its nodes are made when somebody asks for them.
 */
export interface CorrectElement extends GrowingNode {
	/** As JSON.parse gives it. Later versions with the same text have the same object: not to be changed. */
	readonly plain: JsonObject;
	/** Its tree with offsets from its start. Later versions with the same text have the same nodes: not to be changed. */
	readonly inner: Node;
}

export const isCorrectElement = (node: Node): node is CorrectElement => 'plain' in node;

/** The node for what stands at `start` and was found to be correct. */
export function correctElement(text: string, element: ReadElement): CorrectElement {
	const { start, end } = element;
	let children: Node[] | undefined;
	const node: CorrectElement = {
		type: 'object',
		offset: start,
		length: end - start,
		get plain() {
			element.plain ??= JSON.parse(text.slice(start, end)) as JsonObject;
			return element.plain;
		},
		get inner() {
			element.inner ??= parseTree(text.slice(start, end)) ?? { type: 'object', offset: 0, length: end - start };
			return element.inner;
		},
		get children() {
			children ??= childrenOf(node, text.slice(start, end));
			return children;
		},
	};
	return node;
}

/** An element that can grow: what was taken as a whole becomes a node like all others. */
export function asGrowing(element: GrowingNode): GrowingNode {
	if (!isCorrectElement(element)) return element;
	const { type, offset, length, parent, children = [] } = element;
	const node: GrowingNode = { type, offset, length, children, ...(parent ? { parent } : {}) };
	for (const child of children) (child as GrowingNode).parent = node;
	return node;
}

function childrenOf(element: Node, text: string): Node[] {
	const children = parseTree(text)?.children ?? [];
	const open: GrowingNode[] = [...children];
	for (const child of open) child.parent = element;
	for (let node = open.pop(); node; node = open.pop()) {
		node.offset += element.offset;
		if (node.colonOffset !== undefined) node.colonOffset += element.offset;
		for (const child of node.children ?? []) open.push(child);
	}
	return children;
}
