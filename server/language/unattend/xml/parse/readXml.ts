import { readMeantMarkup } from './readComment';
import { closeNamed, readEndTag } from './readEndTag';
import { readDeclared, readInstruction, readMeantDeclaration } from './readMarkup';
import { readMergeMarks } from './readMergeMarks';
import { readStartTag } from './readStartTag';
import { nameEndAt } from './xmlName';
import { endOf, type XmlDocument } from './xmlNode';
import { append, find, innermost, isSpace, pooled, refuse, startReading, type XmlReading } from './xmlReading';
import { checkCharacters } from './xmlReferences';

/**
 * Reads XML 1.0 with namespaces. Never throws: where a parser would stop, the fault is noted once and reading goes on
 * as near as possible. Declarations in a DOCTYPE are skipped, no entity is expanded and nothing is ever fetched.
 */
export function readXml(text: string): XmlDocument {
	const reading = startReading(text);
	skipPreface(reading);
	while (reading.position < text.length) readNext(reading);
	finish(reading);
	return { root: reading.root, children: reading.children, faults: reading.faults };
}

/** What stands before an XML declaration besides comments: a sentence, a prompt, a fence, a page around the file. */
function skipPreface(reading: XmlReading): void {
	const { text, position } = reading;
	const end = text.indexOf('<?xml ', position);
	if (end <= position) return;
	const preface = text.slice(position, end);
	if (preface.length > longestPreface || /xmlns|<!\[CDATA\[/.test(preface)) return;
	if (preface.replace(/<!--[\s\S]*?-->|<[!?][^>]*>/g, '').trim() === '') return;
	const start = position + preface.search(/\S/);
	const lineEnd = /\r?\n|$/.exec(text.slice(start, end))?.index ?? 0;
	append(reading, { kind: 'text', offset: position, length: end - position, raw: preface, blank: false });
	reading.position = end;
	reading.start = end;
	refuse(reading, 'xml-outside-root', { start, end: start + lineEnd }, { what: 'Text' });
}

const longestPreface = 1000;

function readNext(reading: XmlReading): void {
	const { text, position } = reading;
	if (text.charCodeAt(position) !== 60) {
		readText(reading, position);
		return;
	}
	switch (text.charCodeAt(position + 1)) {
		case 0x2f:
			readEndTag(reading);
			return;
		case 0x3f:
			readInstruction(reading);
			return;
		case 0x21:
			readDeclared(reading);
			return;
		default:
			readTag(reading);
	}
}

function readTag(reading: XmlReading): void {
	const start = reading.position + 1;
	const end = nameEndAt(reading.text, start);
	if (reading.root === undefined && readMeantDeclaration(reading)) return;
	if (end === start) readNoTag(reading);
	else if (!endsName(reading.text.charCodeAt(end)) && readOddName(reading)) return;
	else readStartTag(reading, pooled(reading, start, end));
}

/** A text with a fault in it says nothing for sure. */
function checkText(reading: XmlReading, start: number, end: number): void {
	const { faults } = reading;
	const before = faults.length;
	checkCharacters(reading, start, end, true);
	if (faults.length > before) spoilText(reading);
}

function spoilText(reading: XmlReading): void {
	const element = innermost(reading);
	if (element && !element.children.some(({ kind }) => kind === 'element')) element.broken = true;
}

/** What may stand behind a name in a start tag, an oddity among attributes included. */
const endsName = (code: number): boolean => !(code > 0x20) || code === 0x3e || code === 0x2f || code === 0x3c;

const oddTag = /<([^\s<>/!?'"=&%;()[\]{}]{1,80})(?=[\s>/])/y;

/** An element whose tags agree on a name that is none: `<1st>…</1st>`. */
function readOddName(reading: XmlReading): boolean {
	const { text, position } = reading;
	oddTag.lastIndex = position;
	const [, name] = oddTag.exec(text) ?? [];
	if (name === undefined || nameEndAt(name, 0) === name.length || find(reading, `</${name}>`, position) < 0)
		return false;
	refuse(reading, 'xml-name', { start: position + 1, end: position + 1 + name.length }, { name });
	readStartTag(reading, name);
	return true;
}

const meantEndTag = /<\s*[\\/][\\/\s]*([A-Za-z_][\w:.-]*)\s*>/y;

/** A `<` that starts no tag: markup with a slip in it, or a character of the text. */
function readNoTag(reading: XmlReading): void {
	const { text, position: offset } = reading;
	meantEndTag.lastIndex = offset;
	const [tag, name] = meantEndTag.exec(text) ?? [];
	if (tag !== undefined && name !== undefined) {
		reading.position += tag.length;
		refuse(reading, 'xml-end-tag-content', { start: offset, end: reading.position }, { tag, name });
		closeNamed(reading, name, offset);
	} else if (!readMergeMarks(reading) && !readOddName(reading) && !readMeantMarkup(reading)) readLoneBracket(reading);
}

/** Text up to the next `<`; `start` may lie before the position, when what stands between was read as text too. */
function readText(reading: XmlReading, start: number): void {
	const { text } = reading;
	const from = reading.position;
	const next = text.indexOf('<', from);
	const end = next < 0 ? text.length : next;
	reading.position = end;
	let firstVisible = start;
	while (firstVisible < end && isSpace(text.charCodeAt(firstVisible))) firstVisible++;
	const raw = firstVisible === end ? pooled(reading, start, end) : text.slice(start, end);
	// JavaScript knows more blanks than XML; all of them lie outside the visible ASCII characters.
	const first = text.charCodeAt(firstVisible);
	const blank = firstVisible === end || (!(first > 0x20 && first < 0x7f) && raw.trim() === '');
	if (firstVisible < end) checkText(reading, from, end);
	append(reading, { kind: 'text', offset: start, length: end - start, raw, blank });
	if (blank || reading.open.length > 0) return;
	const trimmed = raw.trim();
	const at = start + raw.indexOf(trimmed);
	refuse(reading, 'xml-outside-root', { start: at, end: at + trimmed.length }, { what: 'Text' });
}

/** A `<` in a text: a mark of ERB, which is skipped as a whole, or a sign that had to be escaped. */
function readLoneBracket(reading: XmlReading): void {
	const { text, position: start } = reading;
	const close = text.startsWith('<%', start) ? find(reading, '%>', start) : -1;
	if (close >= 0) {
		refuse(reading, 'xml-template-mark', { start, end: close + 2 }, { mark: '<% … %>' });
		reading.position = close + 2;
	} else if (start + 1 === text.length) {
		refuse(reading, 'xml-tag-unclosed', { start, end: start + 1 }, { tag: '<' });
		reading.isCut = true;
		reading.position = start + 1;
	} else {
		refuse(reading, 'xml-markup-character', { start, end: start + 1 }, { character: '<', escaped: '&lt;' });
		reading.position = start + 1;
		spoilText(reading);
	}
	readText(reading, start);
}

function finish(reading: XmlReading): void {
	const { text, faults, root } = reading;
	if (root === undefined) {
		if (!reading.isCut) {
			faults.length = 0;
			refuse(reading, 'xml-no-root', { start: 0, end: Math.min(1, text.length) }, {});
		}
		return;
	}
	const unclosed = innermost(reading);
	for (const element of reading.open) {
		element.length = text.length - element.offset;
		element.broken = true;
	}
	if (unclosed === undefined || reading.isCut || endOf(unclosed) < text.length) return;
	refuse(
		reading,
		'xml-end-tag-missing',
		{ start: unclosed.offset, end: unclosed.offset + 1 + unclosed.name.length },
		{ name: unclosed.name, before: 'the file ends', at: text.trimEnd().length, isLast: true },
	);
}
