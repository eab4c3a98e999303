import { t } from '../../../../texts/texts';
import { readAttributes } from './readAttributes';
import { closeElement } from './readEndTag';
import { nameAt, splitName } from './xmlName';
import type { XmlAttribute, XmlElement } from './xmlNode';
import { append, innermost, lose, noChildren, refuse, type XmlParser } from './xmlParser';

/** Reads `<name …>` or `<name …/>`; the position stands on `<` before the name. */
export function readStartTag(parser: XmlParser, name: string): void {
	const { position: offset, faults } = parser;
	const faultsBefore = faults.length;
	parser.position = offset + 1 + name.length;
	const { attributes, end } = readAttributes(parser);
	if (end !== 'unclosed') {
		openElement(parser, { name, attributes, offset, selfClosing: end === 'selfClosing' });
		if (end === 'selfClosing') closeElement(parser, parser.position);
		return;
	}
	// What cannot be read in a tag that is not finished follows from that.
	faults.length = faultsBefore;
	readUnfinished(parser, { name, attributes, offset, selfClosing: false });
}

interface StartTag {
	readonly name: string;
	readonly attributes: readonly XmlAttribute[];
	readonly offset: number;
	readonly selfClosing: boolean;
}

/** Puts an element into the tree; the position stands behind its start tag. */
function openElement(parser: XmlParser, { name, attributes, offset, selfClosing }: StartTag): XmlElement {
	const parts = splitName(name);
	if (parts === undefined) refuse(parser, 'xml-name', { start: offset + 1, end: offset + 1 + name.length }, { name });
	const element: XmlElement = {
		kind: 'element',
		name,
		prefix: parts?.prefix,
		localName: parts?.localName ?? name,
		namespace: undefined,
		parent: innermost(parser),
		attributes,
		children: noChildren,
		contentOffset: parser.position,
		closeOffset: undefined,
		selfClosing,
		broken: false,
		offset,
		length: parser.position - offset,
	};
	place(parser, element);
	const declared = declareNamespaces(parser, attributes);
	resolveNamespaces(parser, element);
	parser.open.push(element);
	parser.declared.push(declared);
	parser.openNames?.set(name, (parser.openNames.get(name) ?? 0) + 1);
	return element;
}

/** A tag without `>`: its own end tag comes next, as in `<size max</size>`, or another tag. */
function readUnfinished(parser: XmlParser, tag: StartTag): void {
	const { text, position } = parser;
	const { offset } = tag;
	const ending = text.startsWith('</', position) ? nameAt(text, position + 2) : '';
	const closesItself = ending !== '' && tag.name.startsWith(ending);
	const name = closesItself ? ending : tag.name;
	const last = tag.attributes.at(-1);
	const written = last ? last.valueOffset + last.valueLength + 1 : offset + 1 + name.length;
	const isCut = position >= text.length;
	const isWhole = closesItself || (!isCut && text.slice(written, position).trim() === '');
	const place = { start: offset, end: offset + 1 + name.length };
	refuse(parser, 'xml-tag-unclosed', place, { tag: `<${name}`, ...(isWhole ? { at: written } : {}) });
	if (isCut) parser.isCut = true;
	if (!closesItself) lose(parser, name);
	openElement(parser, { ...tag, name }).broken = true;
	if (!closesItself) closeElement(parser, position);
}

function place(parser: XmlParser, element: XmlElement): void {
	append(parser, element);
	if (parser.open.length > 0) return;
	if (parser.root === undefined) parser.root = element;
	else {
		const start = element.offset;
		const what = t('A second root element, <{element}>,', { element: element.name });
		refuse(parser, 'xml-outside-root', { start, end: start + 1 + element.name.length }, { what });
	}
}

function declareNamespaces(parser: XmlParser, attributes: readonly XmlAttribute[]): readonly string[] | undefined {
	let prefixes: string[] | undefined;
	for (const { name, prefix, localName, value, nameOffset } of attributes) {
		const declares = name === 'xmlns' ? '' : prefix === 'xmlns' ? localName : undefined;
		if (declares === undefined) continue;
		if (value === '' && declares !== '') {
			const place = { start: nameOffset, end: nameOffset + name.length };
			refuse(parser, 'xml-namespace-empty', place, { prefix: declares });
		}
		const stack = parser.namespaces.get(declares);
		if (stack) stack.push(value);
		else parser.namespaces.set(declares, [value]);
		if (declares === '') parser.defaultNamespace = value;
		prefixes ??= [];
		prefixes.push(declares);
	}
	return prefixes;
}

function resolveNamespaces(parser: XmlParser, element: XmlElement): void {
	element.namespace = namespaceOf(parser, element.prefix, element.offset + 1);
	let prefixed = 0;
	for (const attribute of element.attributes) {
		if (attribute.prefix === undefined || attribute.prefix === 'xmlns') continue;
		attribute.namespace = namespaceOf(parser, attribute.prefix, attribute.nameOffset);
		prefixed++;
	}
	if (prefixed > 1) checkExpandedNames(parser, element.attributes);
}

/** The same name under two prefixes of one namespace is the same attribute. */
function checkExpandedNames(parser: XmlParser, attributes: readonly XmlAttribute[]): void {
	const seen = new Map<string, string>();
	for (const { namespace, localName, name, nameOffset } of attributes) {
		if (namespace === undefined) continue;
		const expanded = `${namespace} ${localName}`;
		const earlier = seen.get(expanded);
		if (earlier === undefined) seen.set(expanded, name);
		else if (earlier !== name) {
			refuse(parser, 'xml-attribute-repeated', { start: nameOffset, end: nameOffset + name.length }, { name });
		}
	}
}

/** An undeclared prefix is one mistake, however often it is used: only its first use is reported. */
function namespaceOf(parser: XmlParser, prefix: string | undefined, start: number): string | undefined {
	if (prefix === undefined) return parser.defaultNamespace === '' ? undefined : parser.defaultNamespace;
	const namespace = parser.namespaces.get(prefix)?.at(-1);
	if (namespace === undefined && !parser.undeclared.has(prefix)) {
		parser.undeclared.add(prefix);
		refuse(parser, 'xml-prefix-undeclared', { start, end: start + prefix.length }, { prefix });
	}
	return namespace;
}
