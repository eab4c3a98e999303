import { nameEndAt, splitName } from './xmlName';
import type { XmlAttribute } from './xmlNode';
import { find, isSpace, pooled, refuse, skipSpace, type XmlParser } from './xmlParser';
import { checkCharacters, decodeReferences } from './xmlReferences';

interface TagEnd {
	readonly attributes: readonly XmlAttribute[];
	readonly end: 'open' | 'selfClosing' | 'unclosed';
}

/** Reads on to the end of a start tag; the position stands right after its name. */
export function readAttributes(parser: XmlParser): TagEnd {
	const { text } = parser;
	let attributes: readonly XmlAttribute[] = noAttributes;
	let names: Set<string> | undefined;
	for (;;) {
		const before = parser.position;
		skipSpace(parser);
		const code = text.charCodeAt(parser.position);
		if (code === 0x3e) {
			parser.position++;
			return { attributes, end: 'open' };
		}
		if (code === 0x3c && readCommentInTag(parser)) continue;
		if (code === 0x3c || Number.isNaN(code)) {
			if (code === 0x3c) parser.position = before;
			return { attributes, end: 'unclosed' };
		}
		if (code === 0x2f && text[parser.position + 1] === '>') {
			parser.position += 2;
			return { attributes, end: 'selfClosing' };
		}
		const spaced = parser.position > before || oddBlank.test(text[before - 1] ?? '');
		const attribute = readAttribute(parser);
		if (attribute === undefined) continue;
		if (attributes === noAttributes) {
			attributes = [attribute];
			if (!spaced) refuse(parser, 'xml-attribute-space', placeOf(attribute), { name: attribute.name });
			continue;
		}
		names ??= new Set(attributes.map(({ name }) => name));
		if (names.has(attribute.name)) {
			refuse(parser, 'xml-attribute-repeated', placeOf(attribute), { name: attribute.name });
		} else if (!spaced) refuse(parser, 'xml-attribute-space', placeOf(attribute), { name: attribute.name });
		names.add(attribute.name);
		(attributes as XmlAttribute[]).push(attribute);
	}
}

function readCommentInTag(parser: XmlParser): boolean {
	const { text, position: start } = parser;
	const close = text.startsWith('<!--', start) ? find(parser, '-->', start) : -1;
	if (close < 0 || text.slice(start, close).includes('\n')) return false;
	parser.position = close + 3;
	refuse(parser, 'xml-attribute', { start, end: close + 3 }, { found: text.slice(start, close + 3) });
	return true;
}

const noAttributes: readonly XmlAttribute[] = [];

const placeOf = ({ nameOffset, name }: XmlAttribute) => ({ start: nameOffset, end: nameOffset + name.length });

function readAttribute(parser: XmlParser): XmlAttribute | undefined {
	const { text, position: nameOffset } = parser;
	const name = pooled(parser, nameOffset, nameEndAt(text, nameOffset));
	parser.position += name.length;
	skipSpace(parser);
	if (name === '' || text[parser.position] !== '=') return skipOddity(parser, nameOffset, name);
	parser.position++;
	skipSpace(parser);
	const { start, end } = isNextAttribute(parser) ? readNoValue(parser, name) : readValue(parser, name);
	const parts = splitName(name);
	if (parts === undefined) refuse(parser, 'xml-name', { start: nameOffset, end: nameOffset + name.length }, { name });
	checkCharacters(parser, start, end, false);
	return {
		name,
		prefix: parts?.prefix,
		localName: parts?.localName ?? name,
		namespace: undefined,
		nameOffset,
		value: decodeReferences(pooled(parser, start, end)),
		valueOffset: start,
		valueLength: end - start,
	};
}

/** `a= b="1"` */
function isNextAttribute({ text, position }: XmlParser): boolean {
	nextAttribute.lastIndex = position;
	return nextAttribute.test(text);
}

const nextAttribute = /[A-Za-z_][\w:.-]*\s*=\s*["']/y;

function readNoValue(parser: XmlParser, name: string): { start: number; end: number } {
	const end = parser.text.slice(0, parser.position).trimEnd().length;
	parser.position = end;
	refuse(parser, 'xml-attribute-quotes', { start: end - 1, end }, { name, value: '' });
	return { start: end, end };
}

/** Something that is no attribute: one report, and on to the next blank or bracket. A value behind a name belongs to it. */
function skipOddity(parser: XmlParser, start: number, name: string): undefined {
	const { text } = parser;
	let end = start + name.length;
	if (name === '') {
		end++;
		// A blank that XML does not take for one.
		if (oddBlank.test(text[start] ?? '')) {
			parser.position = end;
			refuse(parser, 'xml-attribute', { start, end }, { found: codesOf(text.slice(start, end)) });
			return undefined;
		}
		while (end < text.length && !isSpace(text.charCodeAt(end)) && !'<>/'.includes(text[end] ?? '')) end++;
	} else {
		valueWithoutSign.lastIndex = end;
		end += valueWithoutSign.exec(text)?.[0].length ?? 0;
	}
	parser.position = end;
	const found = text.slice(start, end);
	refuse(parser, 'xml-attribute', { start, end }, { found: printable.test(found) ? found : codesOf(found) });
	return undefined;
}

/** What looks like a blank, and XML's own, or like nothing at all. */
const oddBlank = /[\s\u200b-\u200d\u2060\ufeff]/;

/** `name "value"`, `name:"value"`, `name; "value"`. */
const valueWithoutSign = /[\s:;,]{0,9}(?:"[^"<>\n]{0,300}"|'[^'<>\n]{0,300}')/y;
const printable = /[\p{L}\p{N}\p{P}\p{S}]/u;

const codesOf = (text: string): string =>
	[...text].map(sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

function readValue(parser: XmlParser, name: string): { start: number; end: number } {
	const { text, position } = parser;
	const quote = text[position];
	if ((quote !== '"' && quote !== "'") || isDoubledQuote(text, position)) return readBareValue(parser, name);
	const start = position + 1;
	const close = find(parser, quote, start);
	const bracket = find(parser, '<', start);
	const line = lineEnd(parser, start);
	const runsOn = close < 0 || (bracket >= 0 && bracket < close && line < close);
	const swallowed = runsOn ? undefined : swallowedAttribute(text, start, close);
	if (swallowed !== undefined) {
		parser.position = swallowed;
		refuse(parser, 'xml-attribute-open', { start: position, end: swallowed }, { name, quote, wrong: 0 });
		return { start, end: swallowed };
	}
	if (!runsOn) {
		parser.position = close + 1;
		refuseBrackets(parser, bracket, close);
		return { start, end: close };
	}
	const otherQuote = /^[^\s"'<>=]*["'“”„’`´](?=[\s/>?])/.exec(text.slice(start, Math.min(line, start + 300)));
	let end = start + (otherQuote?.[0].length ?? 0);
	while (!otherQuote && end < line && text[end] !== '>' && text[end] !== '<') end++;
	if (text[end] === '>' && text[end - 1] === '/') end--;
	parser.position = end;
	// The other kind of quote, or one of a word processor, was meant to close it.
	const behind = text.slice(start, end).trimEnd();
	const wrong = /["'“”„‘’`´]$/.test(behind) ? start + behind.length : 0;
	refuse(parser, 'xml-attribute-open', { start: position, end: Math.max(end, start) }, { name, quote, wrong });
	return { start, end: wrong === 0 ? end : wrong - 1 };
}

/** `a=""x""` */
const isDoubledQuote = (text: string, at: number): boolean =>
	text[at] === text[at + 1] && /^[\w.-]+["']{2}/.test(text.slice(at + 2, at + 200));

/** Where the value of `a="x b="y"` ends: the quote behind it opens the value of the next attribute. */
function swallowedAttribute(text: string, start: number, close: number): number | undefined {
	const behind = text.charCodeAt(close + 1);
	if (Number.isNaN(behind) || isSpace(behind) || behind === 0x3e || behind === 0x2f || behind === 0x3f)
		return undefined;
	const next = /\s+[\w:.-]+\s*=\s*$/.exec(text.slice(Math.max(start, close - 200), close));
	return next ? close - next[0].length : undefined;
}

const oddQuotes = /^(?:[=\\"'“”„«‘’‚`´″]|&quot;)+|(?:[\\"'“”„»‘’`´″]|&quot;)+$/g;

/** A value in the quotes of a word processor: they may hold blanks. */
const curlyQuoted = /[“„”«][^<>"“”„«»\n]{1,300}[”“»]/y;

function readBareValue(parser: XmlParser, name: string): { start: number; end: number } {
	const { text, position: start } = parser;
	curlyQuoted.lastIndex = start;
	let end = start + (curlyQuoted.exec(text)?.[0].length ?? 0);
	while (end < text.length && !isSpace(text.charCodeAt(end)) && text[end] !== '>' && text[end] !== '<') end++;
	if (text[end] === '>' && text[end - 1] === '/' && end - 1 >= start) end--;
	parser.position = end;
	const written = text.slice(start, end);
	const value = written.replace(oddQuotes, '');
	refuse(parser, 'xml-attribute-quotes', { start, end }, { name, value });
	return value === written || value === ''
		? { start, end }
		: { start: start + written.indexOf(value), end: start + written.indexOf(value) + value.length };
}

/** Reports each `<` from the first one on, -1 for none, up to the end of the value. */
function refuseBrackets(parser: XmlParser, first: number, end: number): void {
	const { text } = parser;
	for (let at = first; at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
		const close = text.startsWith('<%', at) ? find(parser, '%>', at) : -1;
		if (close < 0) {
			refuse(parser, 'xml-markup-character', { start: at, end: at + 1 }, { character: '<', escaped: '&lt;' });
		} else {
			refuse(parser, 'xml-template-mark', { start: at, end: close + 2 }, { mark: '<% … %>' });
			at = close;
		}
	}
}

function lineEnd(parser: XmlParser, from: number): number {
	const end = find(parser, '\n', from);
	return end < 0 ? parser.text.length : end;
}
