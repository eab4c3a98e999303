import { type Node, parseTree } from 'jsonc-parser';
import { nextSign, wordEnd } from './correctText';
import type { ReadElement } from './elementMemory';
import type { GrowingNode } from './jsonFrames';
import type { JsonObject, JsonValue } from './jsonNode';
import { stringEnd } from './stringEnd';

/** Elements of one text whose nodes are kept: of more, a text of some megabytes would take all memory. */
const mostLookedInto = 10_000;

/** The elements of one text that somebody has looked into; the one that was so the longest ago makes its nodes anew. */
export class LookedInto {
	readonly #elements: CorrectElement[] = [];
	#next = 0;

	add(element: CorrectElement): void {
		this.#elements[this.#next]?.forget();
		this.#elements[this.#next] = element;
		this.#next = (this.#next + 1) % mostLookedInto;
	}
}

/**
 * An object that is correct JSON by itself, without a key twice: the reader need not look into it. Its value is at hand;
 * its nodes are made when somebody asks for them, and those of an object inside it when somebody asks for these.
 */
export class CorrectElement implements GrowingNode {
	readonly type = 'object';
	offset: number;
	length: number;
	parent?: GrowingNode;
	readonly #text: string;
	readonly #element: ReadElement;
	readonly #lookedInto: LookedInto;
	#children: Node[] | undefined;

	/** @param text what was read, in which the element stands */
	constructor(text: string, element: ReadElement, lookedInto: LookedInto) {
		this.offset = element.start;
		this.length = element.end - element.start;
		this.#text = text;
		this.#element = element;
		this.#lookedInto = lookedInto;
	}

	/** As JSON.parse gives it. Later versions with the same text have the same object: not to be changed. */
	get plain(): JsonObject {
		const { start, end } = this.#element;
		this.#element.plain ??= JSON.parse(this.#text.slice(start, end)) as JsonObject;
		return this.#element.plain;
	}

	/** Its tree with offsets from its start. Later versions with the same text have the same nodes: not to be changed. */
	get inner(): Node {
		const { start, end } = this.#element;
		this.#element.inner ??= parseTree(this.#text.slice(start, end)) ?? {
			type: 'object',
			offset: 0,
			length: end - start,
		};
		return this.#element.inner;
	}

	get children(): Node[] {
		if (this.#children) return this.#children;
		this.#children = propertiesOf({ text: this.#text, lookedInto: this.#lookedInto }, this);
		this.#lookedInto.add(this);
		return this.#children;
	}

	/** Leaves its nodes to those who hold them. */
	forget(): void {
		this.#children = undefined;
	}
}

/** An element that can grow: what was taken as a whole becomes a node like all others. */
export function asGrowing(element: GrowingNode): GrowingNode {
	if (!(element instanceof CorrectElement)) return element;
	const { type, offset, length, parent, children } = element;
	const node: GrowingNode = { type, offset, length, children, ...(parent ? { parent } : {}) };
	for (const child of children) (child as GrowingNode).parent = node;
	return node;
}

/** What the nodes are made of. */
interface Source {
	readonly text: string;
	readonly lookedInto: LookedInto;
}

/** The properties of an object of correct JSON. Objects inside it are not looked into before somebody asks. */
function propertiesOf(source: Source, object: Node): Node[] {
	const { text } = source;
	const properties: Node[] = [];
	const end = object.offset + object.length - 1;
	for (let at = nextSign(text, object.offset + 1); at < end; at = nextSign(text, at)) {
		const property = propertyAt(source, at, object);
		properties.push(property);
		at += property.length;
	}
	return properties;
}

function propertyAt(source: Source, offset: number, parent: Node): Node {
	const { text } = source;
	const colonOffset = text.indexOf(':', stringEnd(text, offset));
	const children: Node[] = [];
	const property: GrowingNode = { type: 'property', offset, length: 0, colonOffset, children, parent };
	const key = literalAt(text, offset, property);
	const value = nodeAtSign(source, nextSign(text, colonOffset + 1), property);
	children.push(key, value);
	property.length = value.offset + value.length - offset;
	return property;
}

function nodeAtSign(source: Source, offset: number, parent: Node): Node {
	const { text, lookedInto } = source;
	const sign = text[offset];
	if (sign === '[') return listAt(source, offset, parent);
	if (sign !== '{') return literalAt(text, offset, parent);
	const element: GrowingNode = new CorrectElement(text, { start: offset, end: objectEnd(text, offset) }, lookedInto);
	element.parent = parent;
	return element;
}

function listAt(source: Source, offset: number, parent: Node): Node {
	const { text } = source;
	const children: Node[] = [];
	const list: GrowingNode = { type: 'array', offset, length: 0, children, parent };
	let at = nextSign(text, offset + 1);
	while (text[at] !== ']') {
		const element = nodeAtSign(source, at, list);
		children.push(element);
		at = nextSign(text, element.offset + element.length);
	}
	list.length = at + 1 - offset;
	return list;
}

function literalAt(text: string, offset: number, parent: Node): Node {
	const end = text[offset] === '"' ? stringEnd(text, offset) + 1 : wordEnd(text, offset);
	const value: JsonValue = JSON.parse(text.slice(offset, end));
	const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
	return { type, value, offset, length: end - offset, parent };
}

function objectEnd(text: string, start: number): number {
	let open = 0;
	for (let at = start; ; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) at = stringEnd(text, at);
		else if (code === 123) open++;
		else if (code === 125 && --open === 0) return at + 1;
	}
}
