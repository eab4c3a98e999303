import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from 'vscode-languageserver-types';
import { t, translate } from '../../../../texts/texts';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../parse/xmlNode';
import { elementsOf, nameOf, nodeAt, xmlOf } from '../parse/xmlTree';
import type { Offer, Vocabulary } from './vocabulary';

/** Elements, closing tags, attributes and values that fit at an offset. */
export function completeXml(source: UnattendSource, offset: number, vocabulary: Vocabulary): CompletionItem[] {
	const before = source.masked.slice(Math.max(0, offset - 300), offset);
	// What is no start tag there would lose its sign.
	if (before.endsWith('<') && /^[/!?]/.test(source.masked.slice(offset, offset + 1))) return [];
	const tag = /<(\/?)([^\s<>/"'=!?]*)$/.exec(before);
	if (tag) {
		const start = offset - tag[0].length;
		const parent = enclosing(source, start);
		if (tag[1] === '/') return parent ? [closing(source, parent, { start: start + 2, end: offset })] : [];
		const range = rangeOf(source, start, nameEnd(source.masked, offset));
		const goesOn = rest(source, offset);
		const elements = vocabulary.children(source, parent).map(offer => elementItem(offer, range, goesOn));
		return goesOn ? elements : [...elements, ...snippetItems(source, parent, { range, vocabulary })];
	}
	const node = nodeAt(xmlOf(source), offset);
	const element = node?.kind === 'element' ? node : enclosing(source, offset);
	if (element === undefined) return completeBetween(source, offset, undefined, vocabulary);
	if (offset > element.offset + element.name.length && offset < element.contentOffset) {
		return completeInTag(source, offset, element, vocabulary);
	}
	if (/^\s*$/.test(contentOf(source, element)) || elementsOf(element).length === 0) {
		const values = completeValue(source, offset, element, vocabulary);
		if (values.length > 0) return values;
	}
	return completeBetween(source, offset, enclosing(source, offset), vocabulary);
}

/** Elements and snippets where no `<` is written yet: between tags, with the start of a name at most. */
function completeBetween(
	source: UnattendSource,
	offset: number,
	parent: XmlElement | undefined,
	vocabulary: Vocabulary,
): CompletionItem[] {
	const { masked, text } = source;
	const start = Math.max(masked.lastIndexOf('>', offset - 1), masked.lastIndexOf('<', offset - 1)) + 1;
	const before = /^[\s\ufeff]*([\w:.-]*)$/.exec(text.slice(start, offset));
	if (masked[start - 1] === '<' || before === null) return [];
	if (parent === undefined && xmlOf(source).root !== undefined) return [];
	const range = rangeOf(source, offset - (before[1]?.length ?? 0), nameEnd(text, offset));
	return [
		...vocabulary.children(source, parent).map(offer => elementItem(offer, range, false)),
		...snippetItems(source, parent, { range, vocabulary }),
	];
}

/** A file that has a root already gets no second one. */
function snippetItems(
	source: UnattendSource,
	parent: XmlElement | undefined,
	{ range, vocabulary }: { readonly range: Range; readonly vocabulary: Vocabulary },
): CompletionItem[] {
	const { root } = xmlOf(source);
	if (parent === undefined && root !== undefined && elementsOf(root).length > 0) return [];
	return vocabulary.snippets(source, parent).map(({ label, detail, body }) => ({
		label: translate(label),
		detail: translate(detail),
		kind: CompletionItemKind.Snippet,
		sortText: `2${label}`,
		filterText: `<${label}`,
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: { range, newText: body },
	}));
}

function completeInTag(
	source: UnattendSource,
	offset: number,
	element: XmlElement,
	vocabulary: Vocabulary,
): CompletionItem[] {
	const inside = element.attributes.find(
		({ valueOffset, valueLength }) => offset >= valueOffset && offset <= valueOffset + valueLength,
	);
	if (inside) {
		const range = rangeOf(source, inside.valueOffset, inside.valueOffset + inside.valueLength);
		return vocabulary
			.attributeValues(source, element, inside)
			.map(offer => plainItem(offer, range, CompletionItemKind.EnumMember));
	}
	const word = /[\w:.-]*$/.exec(source.masked.slice(element.offset, offset))?.[0] ?? '';
	const start = offset - word.length;
	// Where no name is begun, one is written in front of what follows.
	const end = word === '' ? offset : nameEnd(source.masked, offset);
	const range = rangeOf(source, start, end);
	const hasValue = /^\s*=/.test(source.masked.slice(end, end + 200));
	const behind = end === offset && /^[\w:]/.test(source.masked.slice(end, end + 1)) ? ' ' : '';
	const present = new Set(element.attributes.filter(({ nameOffset }) => nameOffset !== start).map(({ name }) => name));
	return vocabulary
		.attributes(source, element)
		.filter(({ label }) => !present.has(label))
		.map(offer => ({
			...plainItem(offer, range, CompletionItemKind.Property),
			insertTextFormat: InsertTextFormat.Snippet,
			textEdit: { range, newText: hasValue ? offer.label : `${offer.label}="${offer.attributes ?? '$1'}"${behind}` },
		}));
}

function completeValue(
	source: UnattendSource,
	offset: number,
	element: XmlElement,
	vocabulary: Vocabulary,
): CompletionItem[] {
	if (offset < element.contentOffset || (element.closeOffset !== undefined && offset > element.closeOffset)) return [];
	const word = /[^\s<>]*$/.exec(source.masked.slice(element.contentOffset, offset))?.[0] ?? '';
	const tail = /^[^\s<>]*/.exec(source.masked.slice(offset))?.[0] ?? '';
	const range = rangeOf(source, offset - word.length, offset + tail.length);
	return vocabulary.values(source, element).map(offer => plainItem(offer, range, CompletionItemKind.EnumMember));
}

/** The innermost element whose content holds the offset. */
export function enclosing(source: UnattendSource, offset: number): XmlElement | undefined {
	const node = nodeAt(xmlOf(source), offset);
	let element = node?.kind === 'element' ? node : parentOfText(source, offset);
	while (element && (offset < element.contentOffset || offset > (element.closeOffset ?? Number.POSITIVE_INFINITY))) {
		element = element.parent;
	}
	return element;
}

/** Texts know no parent: it is found from the top, one level at a time. */
function parentOfText(source: UnattendSource, offset: number): XmlElement | undefined {
	let element = xmlOf(source).root;
	let found: XmlElement | undefined;
	while (element && offset > element.offset && offset <= element.offset + element.length) {
		found = element;
		element = elementsOf(element).find(child => offset > child.offset && offset < child.offset + child.length);
	}
	return found;
}

const contentOf = (source: UnattendSource, { contentOffset, closeOffset }: XmlElement): string =>
	source.masked.slice(contentOffset, closeOffset ?? contentOffset);

const rangeOf = (source: UnattendSource, start: number, end: number): Range => ({
	start: source.document.positionAt(start),
	end: source.document.positionAt(end),
});

const nameEnd = (text: string, offset: number): number =>
	offset + (/^[\w:.-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);

/** A tag that already goes on is only renamed; otherwise the whole element is written. */
const rest = (source: UnattendSource, offset: number): boolean =>
	/^[\w:.-]*\s*(\/?>|[\w:]+\s*=)/.test(source.masked.slice(offset, offset + 200));

function elementItem(offer: Offer, range: Range, goesOn: boolean): CompletionItem {
	const { label, attributes = '', isContainer } = offer;
	const body = isContainer ? '\n\t$0\n' : '$1';
	const newText = goesOn ? `<${label}` : `<${label}${attributes}>${body}</${label}>`;
	return {
		...plainItem(offer, range, CompletionItemKind.Class),
		filterText: `<${label}`,
		insertTextFormat: goesOn ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
		textEdit: { range, newText },
	};
}

function closing(source: UnattendSource, parent: XmlElement, place: Span): CompletionItem {
	const end = nameEnd(source.masked, place.end);
	const closed = source.masked[end] === '>';
	const range = rangeOf(source, place.start, end);
	const written = nameOf(parent);
	const name = source.text.slice(written.start, written.end);
	return {
		label: `/${name}`,
		filterText: name,
		kind: CompletionItemKind.Class,
		detail: t('closes the element'),
		textEdit: { range, newText: name + (closed ? '' : '>') },
	};
}

function plainItem(offer: Offer, range: Range, kind: CompletionItemKind): CompletionItem {
	return {
		label: offer.label,
		kind,
		sortText: `${offer.isLast ? '1' : '0'}${offer.label}`,
		...(offer.detail === undefined ? {} : { detail: translate(offer.detail) }),
		...(offer.about === undefined ? {} : { documentation: { kind: 'markdown', value: translate(offer.about) } }),
		textEdit: { range, newText: offer.label },
	};
}
