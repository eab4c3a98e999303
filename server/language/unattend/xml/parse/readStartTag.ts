import { readAttributes } from './readAttributes';
import { closeElement } from './readEndTag';
import { nameAt, splitName } from './xmlName';
import type { XmlAttribute, XmlElement } from './xmlNode';
import { append, innermost, lose, noChildren, refuse, type XmlReading } from './xmlReading';

/** Reads `<name …>` or `<name …/>`; the position stands on `<` before the name. */
export function readStartTag(reading: XmlReading, name: string): void {
	const { position: offset, faults } = reading;
	const faultsBefore = faults.length;
	reading.position = offset + 1 + name.length;
	const { attributes, end } = readAttributes(reading);
	if (end !== 'unclosed') {
		openElement(reading, { name, attributes, offset, selfClosing: end === 'selfClosing' });
		if (end === 'selfClosing') closeElement(reading, reading.position);
		return;
	}
	// What cannot be read in a tag that is not finished follows from that.
	faults.length = faultsBefore;
	readUnfinished(reading, { name, attributes, offset, selfClosing: false });
}

interface StartTag {
	readonly name: string;
	readonly attributes: readonly XmlAttribute[];
	readonly offset: number;
	readonly selfClosing: boolean;
}

/** Puts an element into the tree; the position stands behind its start tag. */
function openElement(reading: XmlReading, { name, attributes, offset, selfClosing }: StartTag): XmlElement {
	const parts = splitName(name);
	if (parts === undefined) refuse(reading, 'xml-name', { start: offset + 1, end: offset + 1 + name.length }, { name });
	const element: XmlElement = {
		kind: 'element',
		name,
		prefix: parts?.prefix,
		localName: parts?.localName ?? name,
		namespace: undefined,
		parent: innermost(reading),
		attributes,
		children: noChildren,
		contentOffset: reading.position,
		closeOffset: undefined,
		selfClosing,
		broken: false,
		offset,
		length: reading.position - offset,
	};
	place(reading, element);
	const declared = declareNamespaces(reading, attributes);
	resolveNamespaces(reading, element);
	reading.open.push(element);
	reading.declared.push(declared);
	reading.openNames?.set(name, (reading.openNames.get(name) ?? 0) + 1);
	return element;
}

/** A tag without `>`: its own end tag comes next, as in `<size max</size>`, or another tag. */
function readUnfinished(reading: XmlReading, tag: StartTag): void {
	const { text, position } = reading;
	const { offset } = tag;
	const ending = text.startsWith('</', position) ? nameAt(text, position + 2) : '';
	const closesItself = ending !== '' && tag.name.startsWith(ending);
	const name = closesItself ? ending : tag.name;
	const last = tag.attributes.at(-1);
	const written = last ? last.valueOffset + last.valueLength + 1 : offset + 1 + name.length;
	const isCut = position >= text.length;
	const isWhole = closesItself || (!isCut && text.slice(written, position).trim() === '');
	const place = { start: offset, end: offset + 1 + name.length };
	refuse(reading, 'xml-tag-unclosed', place, { tag: `<${name}`, ...(isWhole ? { at: written } : {}) });
	if (isCut) reading.isCut = true;
	if (!closesItself) lose(reading, name);
	openElement(reading, { ...tag, name }).broken = true;
	if (!closesItself) closeElement(reading, position);
}

function place(reading: XmlReading, element: XmlElement): void {
	append(reading, element);
	if (reading.open.length > 0) return;
	if (reading.root === undefined) reading.root = element;
	else {
		const start = element.offset;
		const what = `A second root element, <${element.name}>,`;
		refuse(reading, 'xml-outside-root', { start, end: start + 1 + element.name.length }, { what });
	}
}

function declareNamespaces(reading: XmlReading, attributes: readonly XmlAttribute[]): readonly string[] | undefined {
	let prefixes: string[] | undefined;
	for (const { name, prefix, localName, value, nameOffset } of attributes) {
		const declares = name === 'xmlns' ? '' : prefix === 'xmlns' ? localName : undefined;
		if (declares === undefined) continue;
		if (value === '' && declares !== '') {
			const place = { start: nameOffset, end: nameOffset + name.length };
			refuse(reading, 'xml-namespace-empty', place, { prefix: declares });
		}
		const stack = reading.namespaces.get(declares);
		if (stack) stack.push(value);
		else reading.namespaces.set(declares, [value]);
		if (declares === '') reading.defaultNamespace = value;
		prefixes ??= [];
		prefixes.push(declares);
	}
	return prefixes;
}

function resolveNamespaces(reading: XmlReading, element: XmlElement): void {
	element.namespace = namespaceOf(reading, element.prefix, element.offset + 1);
	let prefixed = 0;
	for (const attribute of element.attributes) {
		if (attribute.prefix === undefined || attribute.prefix === 'xmlns') continue;
		attribute.namespace = namespaceOf(reading, attribute.prefix, attribute.nameOffset);
		prefixed++;
	}
	if (prefixed > 1) checkExpandedNames(reading, element.attributes);
}

/** The same name under two prefixes of one namespace is the same attribute. */
function checkExpandedNames(reading: XmlReading, attributes: readonly XmlAttribute[]): void {
	const seen = new Map<string, string>();
	for (const { namespace, localName, name, nameOffset } of attributes) {
		if (namespace === undefined) continue;
		const expanded = `${namespace} ${localName}`;
		const earlier = seen.get(expanded);
		if (earlier === undefined) seen.set(expanded, name);
		else if (earlier !== name) {
			refuse(reading, 'xml-attribute-repeated', { start: nameOffset, end: nameOffset + name.length }, { name });
		}
	}
}

/** An undeclared prefix is one mistake, however often it is used: only its first use is reported. */
function namespaceOf(reading: XmlReading, prefix: string | undefined, start: number): string | undefined {
	if (prefix === undefined) return reading.defaultNamespace === '' ? undefined : reading.defaultNamespace;
	const namespace = reading.namespaces.get(prefix)?.at(-1);
	if (namespace === undefined && !reading.undeclared.has(prefix)) {
		reading.undeclared.add(prefix);
		refuse(reading, 'xml-prefix-undeclared', { start, end: start + prefix.length }, { prefix });
	}
	return namespace;
}
