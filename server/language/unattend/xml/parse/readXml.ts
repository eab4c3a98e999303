import { readEndTag } from './readEndTag';
import { readComment, readDeclared, readInstruction } from './readMarkup';
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
			if (text.startsWith('--', position + 2)) readComment(parser);
			else readDeclared(parser);
			return;
		default:
			readTag(parser);
	}
}

function readTag(parser: XmlParser): void {
	const start = parser.position + 1;
	const end = nameEndAt(parser.text, start);
	if (end === start) readLoneBracket(parser);
	else readStartTag(parser, pooled(parser, start, end));
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
	if (firstVisible < end) checkCharacters(parser, from, end, true);
	append(parser, { kind: 'text', offset: start, length: end - start, raw, blank });
	if (blank || parser.open.length > 0) return;
	const trimmed = raw.trim();
	const at = start + raw.indexOf(trimmed);
	refuse(parser, 'xml-outside-root', { start: at, end: at + trimmed.length }, { what: 'Text' });
}

/** A `<` that starts no tag: a mark of ERB, which is skipped as a whole, or a sign that had to be escaped. */
function readLoneBracket(parser: XmlParser): void {
	const { text, position: start } = parser;
	const close = text.startsWith('<%', start) ? find(parser, '%>', start) : -1;
	if (close >= 0) {
		refuse(parser, 'xml-template-mark', { start, end: close + 2 }, { mark: '<% … %>' });
		parser.position = close + 2;
	} else {
		refuse(parser, 'xml-markup-character', { start, end: start + 1 }, { character: '<', escaped: '&lt;' });
		parser.position = start + 1;
	}
	readText(parser, start);
}

function finish(parser: XmlParser): void {
	const { text, faults, root } = parser;
	if (root === undefined) {
		const kept = faults.filter(({ code }) => code !== 'xml-outside-root');
		faults.splice(0, faults.length, ...kept);
		if (!parser.swallowed) refuse(parser, 'xml-no-root', { start: 0, end: Math.min(1, text.length) }, {});
		return;
	}
	const unclosed = innermost(parser);
	for (const element of parser.open) {
		element.length = text.length - element.offset;
		element.broken = true;
	}
	if (unclosed === undefined || parser.swallowed || endOf(unclosed) < text.length) return;
	refuse(
		parser,
		'xml-end-tag-missing',
		{ start: unclosed.offset, end: unclosed.offset + 1 + unclosed.name.length },
		{ name: unclosed.name, before: 'the file ends', at: text.trimEnd().length },
	);
}
