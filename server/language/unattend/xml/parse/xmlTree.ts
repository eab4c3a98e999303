import { oncePerVersion } from '../../../oncePerVersion';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import { readXml } from './readXml';
import { endOf, type XmlAttribute, type XmlDocument, type XmlElement, type XmlNode } from './xmlNode';
import { decodeReferences } from './xmlReferences';

/** The tree of a source, macros masked; read once a source. */
export const xmlOf: (source: UnattendSource) => XmlDocument = oncePerVersion((source: UnattendSource) =>
	readXml(source.masked),
);

export const isElement = (node: XmlNode): node is XmlElement => node.kind === 'element';

export const elementsOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
	element?.children.find((child): child is XmlElement => isElement(child) && child.localName === name);

/** The element that a chain of names leads to. */
export const descendant = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined =>
	names.reduce(childNamed, element);

export const attributeNamed = (element: XmlElement, name: string): XmlAttribute | undefined =>
	element.attributes.find(attribute => attribute.name === name);

/** The name in the start tag. */
export const nameOf = (element: XmlElement): Span => ({
	start: element.offset + 1,
	end: element.offset + 1 + element.name.length,
});

export const nameOfAttribute = ({ nameOffset, name }: XmlAttribute): Span => ({
	start: nameOffset,
	end: nameOffset + name.length,
});

export const valueOfAttribute = ({ valueOffset, valueLength }: XmlAttribute): Span => ({
	start: valueOffset,
	end: valueOffset + valueLength,
});

/** Text of an element itself, macros masked, references decoded; comments leave no trace. */
export function textOf(element: XmlElement): string {
	const [only] = element.children;
	if (element.children.length === 1 && only?.kind === 'text') return decodeReferences(only.raw);
	let text = '';
	for (const child of element.children) {
		if (child.kind === 'text') text += decodeReferences(child.raw);
		else if (child.kind === 'cdata') text += child.raw;
	}
	return text;
}

/** Where the text of an element stands, without the blanks around it; the start tag's name when there is none. */
export function textPlace(element: XmlElement): Span {
	let place: Span | undefined;
	for (const child of element.children) {
		if ((child.kind !== 'text' && child.kind !== 'cdata') || child.blank) continue;
		const offset = child.kind === 'text' ? child.offset : child.offset + '<![CDATA['.length;
		const start = offset + child.raw.length - child.raw.trimStart().length;
		const end = offset + child.raw.trimEnd().length;
		place = { start: place?.start ?? start, end };
	}
	return place ?? nameOf(element);
}

/** The innermost node at an offset: one whose inside or edge holds it. */
export function nodeAt(document: XmlDocument, offset: number): XmlNode | undefined {
	let found: XmlNode | undefined;
	let nodes: readonly XmlNode[] = document.children;
	for (;;) {
		const next = nodeIn(nodes, offset);
		if (next === undefined) return found;
		found = next;
		if (next.kind !== 'element') return found;
		nodes = next.children;
	}
}

/** Nodes lie in order and do not overlap, so halving finds the one. */
function nodeIn(nodes: readonly XmlNode[], offset: number): XmlNode | undefined {
	let low = 0;
	let high = nodes.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const node = nodes[middle];
		if (node === undefined) return undefined;
		if (offset <= node.offset) high = middle - 1;
		else if (offset >= endOf(node) && !endsOpen(node, offset)) low = middle + 1;
		else return node;
	}
	return undefined;
}

/** At the end of a text or of an element without end tag one still writes inside it. */
const endsOpen = (node: XmlNode, offset: number): boolean =>
	offset === endOf(node) &&
	(node.kind === 'text' || (node.kind === 'element' && !node.selfClosing && node.closeOffset === undefined));

/** Every element below `root`, itself included, in document order; without recursion, for any depth. */
export function* allElements(root: XmlElement | undefined): Generator<XmlElement> {
	const waiting: XmlElement[] = root ? [root] : [];
	for (let element = waiting.pop(); element; element = waiting.pop()) {
		yield element;
		for (let index = element.children.length - 1; index >= 0; index--) {
			const child = element.children[index];
			if (child?.kind === 'element') waiting.push(child);
		}
	}
}
