import { nameEndAt, splitName } from './xmlName';
import type { XmlAttribute } from './xmlNode';
import { find, isSpace, pooled, refuse, skipSpace, type XmlReading } from './xmlReading';
import { checkCharacters, decodeReferences } from './xmlReferences';

interface TagEnd {
	readonly attributes: readonly XmlAttribute[];
	readonly end: 'open' | 'selfClosing' | 'unclosed';
}

/** Reads on to the end of a start tag; the position stands right after its name. */
export function readAttributes(reading: XmlReading): TagEnd {
	const { text } = reading;
	let attributes: readonly XmlAttribute[] = noAttributes;
	let names: Set<string> | undefined;
	for (;;) {
		const before = reading.position;
		skipSpace(reading);
		const code = text.charCodeAt(reading.position);
		if (code === 0x3e) {
			reading.position++;
			return { attributes, end: 'open' };
		}
		if (code === 0x3c && readCommentInTag(reading)) continue;
		if (code === 0x3c || Number.isNaN(code)) {
			if (code === 0x3c) reading.position = before;
			return { attributes, end: 'unclosed' };
		}
		if (code === 0x2f && text[reading.position + 1] === '>') {
			reading.position += 2;
			return { attributes, end: 'selfClosing' };
		}
		const spaced = reading.position > before || oddBlank.test(text[before - 1] ?? '');
		const attribute = readAttribute(reading);
		if (attribute === undefined) continue;
		if (attributes === noAttributes) {
			attributes = [attribute];
			if (!spaced) refuse(reading, 'xml-attribute-space', placeOf(attribute), { name: attribute.name });
			continue;
		}
		names ??= new Set(attributes.map(({ name }) => name));
		if (names.has(attribute.name)) {
			refuse(reading, 'xml-attribute-repeated', placeOf(attribute), { name: attribute.name });
		} else if (!spaced) refuse(reading, 'xml-attribute-space', placeOf(attribute), { name: attribute.name });
		names.add(attribute.name);
		(attributes as XmlAttribute[]).push(attribute);
	}
}

function readCommentInTag(reading: XmlReading): boolean {
	const { text, position: start } = reading;
	const close = text.startsWith('<!--', start) ? find(reading, '-->', start) : -1;
	if (close < 0 || text.slice(start, close).includes('\n')) return false;
	reading.position = close + 3;
	refuse(reading, 'xml-attribute', { start, end: close + 3 }, { found: text.slice(start, close + 3) });
	return true;
}

const noAttributes: readonly XmlAttribute[] = [];

const placeOf = ({ nameOffset, name }: XmlAttribute) => ({ start: nameOffset, end: nameOffset + name.length });

function readAttribute(reading: XmlReading): XmlAttribute | undefined {
	const { text, position: nameOffset } = reading;
	const name = pooled(reading, nameOffset, nameEndAt(text, nameOffset));
	reading.position += name.length;
	skipSpace(reading);
	if (name === '' || text[reading.position] !== '=') return skipOddity(reading, nameOffset, name);
	reading.position++;
	skipSpace(reading);
	const { start, end } = isNextAttribute(reading) ? readNoValue(reading, name) : readValue(reading, name);
	const parts = splitName(name);
	if (parts === undefined) refuse(reading, 'xml-name', { start: nameOffset, end: nameOffset + name.length }, { name });
	checkCharacters(reading, start, end, false);
	return {
		name,
		prefix: parts?.prefix,
		localName: parts?.localName ?? name,
		namespace: undefined,
		nameOffset,
		value: decodeReferences(pooled(reading, start, end)),
		valueOffset: start,
		valueLength: end - start,
	};
}

/** `a= b="1"` */
function isNextAttribute({ text, position }: XmlReading): boolean {
	nextAttribute.lastIndex = position;
	return nextAttribute.test(text);
}

const nextAttribute = /[A-Za-z_][\w:.-]*\s*=\s*["']/y;

function readNoValue(reading: XmlReading, name: string): { start: number; end: number } {
	const end = reading.text.slice(0, reading.position).trimEnd().length;
	reading.position = end;
	refuse(reading, 'xml-attribute-quotes', { start: end - 1, end }, { name, value: '' });
	return { start: end, end };
}

/** Something that is no attribute: one report, and on to the next blank or bracket. A value behind a name belongs to it. */
function skipOddity(reading: XmlReading, start: number, name: string): undefined {
	const { text } = reading;
	let end = start + name.length;
	if (name === '') {
		end++;
		// A blank that XML does not take for one.
		if (oddBlank.test(text[start] ?? '')) {
			reading.position = end;
			refuse(reading, 'xml-attribute', { start, end }, { found: codesOf(text.slice(start, end)) });
			return undefined;
		}
		while (end < text.length && !isSpace(text.charCodeAt(end)) && !'<>/'.includes(text[end] ?? '')) end++;
	} else {
		valueWithoutSign.lastIndex = end;
		end += valueWithoutSign.exec(text)?.[0].length ?? 0;
	}
	reading.position = end;
	const found = text.slice(start, end);
	refuse(reading, 'xml-attribute', { start, end }, { found: printable.test(found) ? found : codesOf(found) });
	return undefined;
}

/** What looks like a blank, and XML's own, or like nothing at all. */
const oddBlank = /[\s\u200b-\u200d\u2060\ufeff]/;

/** `name "value"`, `name:"value"`, `name; "value"`. */
const valueWithoutSign = /[\s:;,]{0,9}(?:"[^"<>\n]{0,300}"|'[^'<>\n]{0,300}')/y;
const printable = /[\p{L}\p{N}\p{P}\p{S}]/u;

const codesOf = (text: string): string =>
	[...text].map(sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

function readValue(reading: XmlReading, name: string): { start: number; end: number } {
	const { text, position } = reading;
	const quote = text[position];
	if ((quote !== '"' && quote !== "'") || isDoubledQuote(text, position)) return readBareValue(reading, name);
	const start = position + 1;
	const close = find(reading, quote, start);
	const bracket = text.indexOf('<', start);
	const line = lineEnd(text, start);
	const runsOn = close < 0 || (bracket >= 0 && bracket < close && line < close);
	const swallowed = runsOn ? undefined : swallowedAttribute(text, start, close);
	if (swallowed !== undefined) {
		reading.position = swallowed;
		refuse(reading, 'xml-attribute-open', { start: position, end: swallowed }, { name, quote, wrong: 0 });
		return { start, end: swallowed };
	}
	if (!runsOn) {
		reading.position = close + 1;
		if (bracket >= 0 && bracket < close) refuseBrackets(reading, start, close);
		return { start, end: close };
	}
	const otherQuote = /^[^\s"'<>=]*["'“”„’`´](?=[\s/>?])/.exec(text.slice(start, Math.min(line, start + 300)));
	let end = start + (otherQuote?.[0].length ?? 0);
	while (!otherQuote && end < line && text[end] !== '>' && text[end] !== '<') end++;
	if (text[end] === '>' && text[end - 1] === '/') end--;
	reading.position = end;
	// The other kind of quote, or one of a word processor, was meant to close it.
	const behind = text.slice(start, end).trimEnd();
	const wrong = /["'“”„‘’`´]$/.test(behind) ? start + behind.length : 0;
	refuse(reading, 'xml-attribute-open', { start: position, end: Math.max(end, start) }, { name, quote, wrong });
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

function readBareValue(reading: XmlReading, name: string): { start: number; end: number } {
	const { text, position: start } = reading;
	let end = start;
	while (end < text.length && !isSpace(text.charCodeAt(end)) && text[end] !== '>' && text[end] !== '<') end++;
	if (text[end] === '>' && text[end - 1] === '/' && end - 1 >= start) end--;
	reading.position = end;
	const written = text.slice(start, end);
	const value = written.replace(oddQuotes, '');
	refuse(reading, 'xml-attribute-quotes', { start, end }, { name, value });
	return value === written || value === ''
		? { start, end }
		: { start: start + written.indexOf(value), end: start + written.indexOf(value) + value.length };
}

function refuseBrackets(reading: XmlReading, start: number, end: number): void {
	const { text } = reading;
	for (let at = text.indexOf('<', start); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
		const close = text.startsWith('<%', at) ? find(reading, '%>', at) : -1;
		if (close < 0) {
			refuse(reading, 'xml-markup-character', { start: at, end: at + 1 }, { character: '<', escaped: '&lt;' });
		} else {
			refuse(reading, 'xml-template-mark', { start: at, end: close + 2 }, { mark: '<% … %>' });
			at = close;
		}
	}
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}
