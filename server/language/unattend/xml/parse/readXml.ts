import { t } from '../../../../texts/texts';
import { checkNulls, withoutNulls } from './nullCharacters';
import { readMeantMarkup } from './readComment';
import { closeNamed, readEndTag } from './readEndTag';
import { readDeclared, readInstruction, readMeantDeclaration } from './readMarkup';
import { readMergeMarks } from './readMergeMarks';
import { readStartTag } from './readStartTag';
import { nameEndAt } from './xmlName';
import { endOf, type XmlDocument } from './xmlNode';
import { append, createParser, find, innermost, isSpace, pooled, refuse, type XmlParser } from './xmlParser';
import { checkCharacters } from './xmlReferences';

/**
 * Reads XML 1.0 with namespaces. Never throws: where a parser would stop, the fault is noted once and reading goes on
 * as near as possible. Declarations in a DOCTYPE are skipped, no entity is expanded and nothing is ever fetched.
 */
export function readXml(text: string): XmlDocument {
	const parser = createParser(withoutNulls(text));
	checkNulls(parser, text);
	skipPreface(parser);
	while (parser.position < text.length) readNext(parser);
	finish(parser);
	return { root: parser.root, children: parser.children, faults: parser.faults };
}

/** What stands before an XML declaration besides comments: a sentence, a prompt, a fence, a page around the file. */
function skipPreface(parser: XmlParser): void {
	const { text, position } = parser;
	const end = text.indexOf('<?xml ', position);
	if (end <= position) return;
	const preface = text.slice(position, end);
	if (preface.length > longestPreface || /xmlns|<!\[CDATA\[/.test(preface)) return;
	if (preface.replace(/<!--[\s\S]*?-->|<[!?][^>]*>/g, '').trim() === '') return;
	const start = position + preface.search(/\S/);
	const lineEnd = /\r?\n|$/.exec(text.slice(start, end))?.index ?? 0;
	append(parser, { kind: 'text', offset: position, length: end - position, raw: preface, blank: false });
	parser.position = end;
	parser.start = end;
	refuse(parser, 'xml-outside-root', { start, end: start + lineEnd }, { what: t('Text') });
}

const longestPreface = 1000;

function readNext(parser: XmlParser): void {
	const { text, position } = parser;
	if (text.charCodeAt(position) !== 60) {
		readText(parser, position);
		return;
	}
	switch (text.charCodeAt(position + 1)) {
		case 0x2f:
			readEndTag(parser);
			return;
		case 0x3f:
			readInstruction(parser);
			return;
		case 0x21:
			readDeclared(parser);
			return;
		default:
			readTag(parser);
	}
}

function readTag(parser: XmlParser): void {
	const start = parser.position + 1;
	const end = nameEndAt(parser.text, start);
	if (parser.root === undefined && readMeantDeclaration(parser)) return;
	if (end === start) readNoTag(parser);
	else if (!endsName(parser.text.charCodeAt(end)) && readOddName(parser)) return;
	else readStartTag(parser, pooled(parser, start, end));
}

/** A text with a fault in it says nothing for sure. */
function checkText(parser: XmlParser, start: number, end: number): void {
	const { faults } = parser;
	const before = faults.length;
	checkCharacters(parser, start, end, true);
	if (faults.length > before) spoilText(parser);
}

function spoilText(parser: XmlParser): void {
	const element = innermost(parser);
	if (element && !element.broken && !element.children.some(({ kind }) => kind === 'element')) element.broken = true;
}

/** What may stand behind a name in a start tag, an oddity among attributes included. */
const endsName = (code: number): boolean => !(code > 0x20) || code === 0x3e || code === 0x2f || code === 0x3c;

const oddTag = /<([^\s<>/!?'"=&%;()[\]{}]{1,80})(?=[\s>/])/y;

/** An element whose tags agree on a name that is none: `<1st>…</1st>`. */
function readOddName(parser: XmlParser): boolean {
	const { text, position } = parser;
	oddTag.lastIndex = position;
	const [, name] = oddTag.exec(text) ?? [];
	if (name === undefined || nameEndAt(name, 0) === name.length || find(parser, `</${name}>`, position) < 0)
		return false;
	refuse(parser, 'xml-name', { start: position + 1, end: position + 1 + name.length }, { name });
	readStartTag(parser, name);
	return true;
}

/** Blanks and control characters may have come between its signs. */
const meantEndTag = /<[\0-\x20]*[\\/][\\/\0-\x20]*([A-Za-z_][\w:.-]*)[\0-\x20]*>/y;

/** A `<` that starts no tag: markup with a slip in it, or a character of the text. */
function readNoTag(parser: XmlParser): void {
	const { text, position: offset } = parser;
	meantEndTag.lastIndex = offset;
	const [tag, name] = meantEndTag.exec(text) ?? [];
	if (tag !== undefined && name !== undefined) {
		parser.position += tag.length;
		refuse(parser, 'xml-end-tag-content', { start: offset, end: parser.position }, { tag, name });
		closeNamed(parser, name, offset);
	} else if (!readSpacedTag(parser) && !readMergeMarks(parser) && !readOddName(parser) && !readMeantMarkup(parser))
		readLoneBracket(parser);
}

const spacedTag = /<[ \t]+([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*>/y;

/** A start tag with blanks before its name, when its end tag follows: `< software>`. */
function readSpacedTag(parser: XmlParser): boolean {
	const { text, position: start } = parser;
	spacedTag.lastIndex = start;
	const [tag, name, attributes] = spacedTag.exec(text) ?? [];
	if (tag === undefined || name === undefined || find(parser, `</${name}>`, start) < 0) return false;
	refuse(parser, 'xml-start-tag', { start, end: start + tag.length }, { tag: `<${name}${attributes ?? ''}>` });
	// The element starts right before its name, where other elements have their bracket.
	parser.position = text.indexOf(name, start) - 1;
	readStartTag(parser, name);
	return true;
}

/** Text up to the next `<`; `start` may lie before the position, when what stands between was read as text too. */
function readText(parser: XmlParser, start: number): void {
	const { text } = parser;
	const from = parser.position;
	const next = text.indexOf('<', from);
	const end = next < 0 ? text.length : next;
	parser.position = end;
	let firstVisible = start;
	while (firstVisible < end && isSpace(text.charCodeAt(firstVisible))) firstVisible++;
	const raw = firstVisible === end ? pooled(parser, start, end) : text.slice(start, end);
	// JavaScript knows more blanks than XML; all of them lie outside the visible ASCII characters.
	const first = text.charCodeAt(firstVisible);
	const blank = firstVisible === end || (!(first > 0x20 && first < 0x7f) && raw.trim() === '');
	if (firstVisible < end) checkText(parser, from, end);
	append(parser, { kind: 'text', offset: start, length: end - start, raw, blank });
	if (blank || parser.open.length > 0) return;
	const trimmed = raw.trim();
	const at = start + raw.indexOf(trimmed);
	refuse(parser, 'xml-outside-root', { start: at, end: at + trimmed.length }, { what: t('Text') });
}

const hereDocument = /<<[-~]?["'\\]?([A-Za-z_]\w*)/y;

/** Shell text such as `cat <<EOF`: no element, since text stands before it on the line and nothing closes it. */
function hereDocumentAt(parser: XmlParser, start: number): RegExpExecArray | undefined {
	const { text } = parser;
	hereDocument.lastIndex = start;
	const match = hereDocument.exec(text);
	if (match === null || find(parser, `</${match[1]}>`, start) >= 0) return undefined;
	const line = text.slice(Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('>', start)) + 1, start);
	return line.trim() === '' ? undefined : match;
}

/** A `<` in a text: a mark of ERB, which is skipped as a whole, or a sign that had to be escaped. */
function readLoneBracket(parser: XmlParser): void {
	const { text, position: start } = parser;
	const close = text.startsWith('<%', start) ? find(parser, '%>', start) : -1;
	if (close >= 0) {
		refuse(parser, 'xml-template-mark', { start, end: close + 2 }, { mark: '<% … %>' });
		parser.position = close + 2;
	} else if (start + 1 === text.length) {
		refuse(parser, 'xml-tag-unclosed', { start, end: text.length }, { tag: '<' });
		parser.isCut = true;
		parser.position = text.length;
	} else {
		const [mark = '<'] = hereDocumentAt(parser, start) ?? [];
		const character = '<'.repeat(mark.lastIndexOf('<') + 1);
		const place = { start, end: start + character.length };
		refuse(parser, 'xml-markup-character', place, { character, escaped: '&lt;'.repeat(character.length) });
		parser.position = start + mark.length;
		spoilText(parser);
	}
	readText(parser, start);
}

function finish(parser: XmlParser): void {
	const { text, faults, root } = parser;
	if (root === undefined) {
		if (!parser.isCut) {
			faults.length = 0;
			refuse(parser, 'xml-no-root', { start: 0, end: Math.min(1, text.length) }, {});
		}
		return;
	}
	const unclosed = innermost(parser);
	for (const element of parser.open) {
		element.length = text.length - element.offset;
		element.broken = true;
	}
	if (unclosed === undefined || parser.isCut || endOf(unclosed) < text.length) return;
	refuse(
		parser,
		'xml-end-tag-missing',
		{ start: unclosed.offset, end: unclosed.offset + 1 + unclosed.name.length },
		{ name: unclosed.name, before: t('the file ends'), at: text.trimEnd().length, isLast: true },
	);
}
