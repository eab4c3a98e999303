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
 * Reads XML 1.0 with namespaces. Never throws: where a parser would stop, the fault is noted once and parser goes on
 * as near as possible. Declarations in a DOCTYPE are skipped, no entity is expanded and nothing is ever fetched.
 */
export function readXml(text: string): XmlDocument {
	const parser = createParser(text);
	while (parser.position < text.length) readNext(parser);
	finish(parser);
	return { root: parser.root, children: parser.children, faults: parser.faults };
}

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
	if (element && !element.children.some(({ kind }) => kind === 'element')) element.broken = true;
}

const meantEndTag = /<\s*[\\/][\\/\s]*([A-Za-z_][\w:.-]*)\s*>/y;

/** A `<` that starts no tag: markup with a slip in it, or a character of the text. */
function readNoTag(parser: XmlParser): void {
	const { text, position: offset } = parser;
	meantEndTag.lastIndex = offset;
	const [tag, name] = meantEndTag.exec(text) ?? [];
	if (tag !== undefined && name !== undefined) {
		parser.position += tag.length;
		refuse(parser, 'xml-end-tag-content', { start: offset, end: parser.position }, { tag, name });
		closeNamed(parser, name, offset);
	} else if (!readMergeMarks(parser) && !readMeantMarkup(parser)) readLoneBracket(parser);
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
	refuse(parser, 'xml-outside-root', { start: at, end: at + trimmed.length }, { what: 'Text' });
}

/** A `<` in a text: a mark of ERB, which is skipped as a whole, or a sign that had to be escaped. */
function readLoneBracket(parser: XmlParser): void {
	const { text, position: start } = parser;
	const close = text.startsWith('<%', start) ? find(parser, '%>', start) : -1;
	if (close >= 0) {
		refuse(parser, 'xml-template-mark', { start, end: close + 2 }, { mark: '<% … %>' });
		parser.position = close + 2;
	} else if (start + 1 === text.length) {
		refuse(parser, 'xml-tag-unclosed', { start, end: start + 1 }, { tag: '<' });
		parser.isCut = true;
		parser.position = start + 1;
	} else {
		refuse(parser, 'xml-markup-character', { start, end: start + 1 }, { character: '<', escaped: '&lt;' });
		parser.position = start + 1;
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
		{ name: unclosed.name, before: 'the file ends', at: text.trimEnd().length, isLast: true },
	);
}
