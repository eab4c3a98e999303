import type { Node } from 'jsonc-parser';
import { partitionPoint } from '../../partitionPoint';
import { CorrectElement } from './correctElement';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
	[key: string]: JsonValue;
}
export type JsonPath = readonly (string | number)[];

export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Key of a property node. */
export function keyOf(property: Node): string {
	const value: unknown = property.children?.[0]?.value;
	return typeof value === 'string' ? value : '';
}

/** The property of an object node with that key; of several the last one, as JSON.parse has it. */
export function propertyOf(object: Node | undefined, key: string): Node | undefined {
	if (object?.type !== 'object' || !object.children) return undefined;
	if (object.children.length <= fewProperties) return object.children.findLast(property => keyOf(property) === key);
	let index = indexes.get(object.children);
	if (!index) {
		index = new Map(object.children.map(property => [keyOf(property), property]));
		indexes.set(object.children, index);
	}
	return index.get(key);
}

/** More are looked up by their key, so that work on every property of a large object stays in proportion to it. */
const fewProperties = 32;
const indexes = new WeakMap<readonly Node[], ReadonlyMap<string, Node>>();

/** The value under that key, or `undefined` when there is no key or nothing behind it. */
export const childOf = (object: Node | undefined, key: string): Node | undefined =>
	propertyOf(object, key)?.children?.[1];

/** The node at that path. */
export function nodeAt(root: Node | undefined, path: JsonPath): Node | undefined {
	let node = root;
	for (const step of path) {
		node =
			typeof step === 'number' ? (node?.type === 'array' ? node.children?.[step] : undefined) : childOf(node, step);
		if (!node) return undefined;
	}
	return node;
}

/** The innermost node that covers the offset, its right end included. Works at any depth. */
export function nodeAtOffset(root: Node | undefined, offset: number): Node | undefined {
	let node = root && covers(root, offset) ? root : undefined;
	for (;;) {
		const inner: Node | undefined = innerAt(node?.children, offset);
		if (!inner) return node;
		node = inner;
	}
}

const covers = (node: Node, offset: number): boolean => node.offset <= offset && offset <= node.offset + node.length;

/** Children lie in document order: halve until the last one that starts at or before the offset. */
function innerAt(children: readonly Node[] | undefined, offset: number): Node | undefined {
	if (!children) return undefined;
	const found = children[partitionPoint(children, child => child.offset <= offset) - 1];
	return found && covers(found, offset) ? found : undefined;
}

/** JSON path of a value or property node. */
export function pathOf(node: Node): JsonPath {
	const path: (string | number)[] = [];
	for (let child: Node = node; child.parent; child = child.parent) {
		if (child.type === 'property') path.push(keyOf(child));
		else if (child.parent.type === 'array') path.push(child.parent.children?.indexOf(child) ?? 0);
	}
	return path.reverse();
}

/** The plain value of a tree, as JSON.parse would give it; properties without a value are left out. */
export function plainValue(root: Node): JsonValue {
	const made = shell(root);
	const open: [Node, JsonValue][] = [[root, made]];
	for (let next = open.pop(); next; next = open.pop()) {
		const [node, value] = next;
		for (const child of node.children ?? []) {
			const source = child.type === 'property' ? child.children?.[1] : child;
			if (!source) continue;
			const isRead = source instanceof CorrectElement;
			const plain = isRead ? source.plain : shell(source);
			if (Array.isArray(value)) value.push(plain);
			else if (isJsonObject(value)) setOwn(value, keyOf(child), plain);
			if (!isRead && source.children) open.push([source, plain]);
		}
	}
	return made;
}

function shell(node: Node): JsonValue {
	if (node.type === 'object') return {};
	if (node.type === 'array') return [];
	const value: unknown = node.value;
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** `__proto__` is a key like any other in JSON. */
function setOwn(object: JsonObject, key: string, value: JsonValue): void {
	if (key !== '__proto__') object[key] = value;
	else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
