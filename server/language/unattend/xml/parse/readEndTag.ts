import { nearestName } from '../../../macros/nearestName';
import { nameAt } from './xmlName';
import { innermost, refuse, skipSpace, type XmlParser } from './xmlParser';

/** Reads `</name>`, and settles which elements it leaves without an end tag of their own. */
export function readEndTag(parser: XmlParser): void {
	const { text, position: offset } = parser;
	if (closesInnermost(parser)) return;
	const name = nameAt(text, offset + 2);
	parser.position = offset + 2 + name.length;
	finishTag(parser, offset, name);
	if (name === '') return;
	const top = innermost(parser);
	if (top?.name === name) close(parser, offset);
	else if (isOpen(parser, name)) closeThrough(parser, name, offset);
	else closeNothing(parser, name, offset);
}

function isOpen(parser: XmlParser, name: string): boolean {
	parser.openNames ??= countNames(parser);
	return (parser.openNames.get(name) ?? 0) > 0;
}

/** The usual case: the end tag of the innermost element, without a blank. */
function closesInnermost(parser: XmlParser): boolean {
	const { text, position: offset } = parser;
	const top = innermost(parser);
	if (top === undefined) return false;
	const end = offset + 2 + top.name.length;
	if (text.charCodeAt(end) !== 62 || !text.startsWith(top.name, offset + 2)) return false;
	parser.position = end + 1;
	close(parser, offset);
	return true;
}

function countNames({ open }: XmlParser): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { name } of open) counts.set(name, (counts.get(name) ?? 0) + 1);
	return counts;
}

/** An end tag that no open element has: one that was given up, a misspelt one, or a stray one. */
function closeNothing(parser: XmlParser, name: string, offset: number): void {
	const top = innermost(parser);
	const lost = parser.lost.get(name) ?? 0;
	if (lost > 0) parser.lost.set(name, lost - 1);
	else if (top !== undefined && nearestName(name, [top.name]) !== undefined) {
		const start = offset + 2;
		refuse(parser, 'xml-end-tag-name', { start, end: start + name.length }, { found: name, name: top.name });
		close(parser, offset);
	} else refuse(parser, 'xml-end-tag-stray', { start: offset, end: parser.position }, { name });
}

function finishTag(parser: XmlParser, offset: number, name: string): void {
	const { text } = parser;
	const nameEnd = parser.position;
	skipSpace(parser);
	if (text[parser.position] === '>' && name !== '') {
		parser.position++;
		return;
	}
	const end = text.slice(parser.position).search(/[<>]/);
	const stop = end < 0 ? text.length : parser.position + end;
	if (text[stop] !== '>') {
		parser.position = nameEnd;
		refuse(parser, 'xml-tag-unclosed', { start: offset, end: nameEnd }, { tag: `</${name}` });
		return;
	}
	parser.position = stop + 1;
	refuse(parser, 'xml-end-tag-content', { start: offset, end: stop + 1 }, { tag: text.slice(offset, stop + 1) });
}

function close(parser: XmlParser, offset: number): void {
	const top = innermost(parser);
	if (top) top.closeOffset = offset;
	closeElement(parser, parser.position);
}

/** An end tag further out: whatever is open inside lacks its own. */
function closeThrough(parser: XmlParser, name: string, offset: number): void {
	for (let top = innermost(parser); top && top.name !== name; top = innermost(parser)) {
		refuse(
			parser,
			'xml-end-tag-missing',
			{ start: top.offset, end: top.offset + 1 + top.name.length },
			{ name: top.name, before: `</${name}> comes`, at: offset },
		);
		top.broken = true;
		parser.lost.set(top.name, (parser.lost.get(top.name) ?? 0) + 1);
		closeElement(parser, offset);
	}
	close(parser, offset);
}

/** Takes the innermost element off the stack; it ends at `end`. */
export function closeElement(parser: XmlParser, end: number): void {
	const element = parser.open.pop();
	if (element === undefined) return;
	element.length = end - element.offset;
	parser.openNames?.set(element.name, (parser.openNames.get(element.name) ?? 1) - 1);
	const declared = parser.declared.pop();
	if (declared === undefined) return;
	for (const prefix of declared) parser.namespaces.get(prefix)?.pop();
	parser.defaultNamespace = parser.namespaces.get('')?.at(-1);
}
