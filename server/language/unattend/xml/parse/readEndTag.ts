import { nearestName } from '../../../macros/nearestName';
import { nameAt } from './xmlName';
import { innermost, refuse, skipSpace, type XmlReading } from './xmlReading';

/** Reads `</name>`, and settles which elements it leaves without an end tag of their own. */
export function readEndTag(reading: XmlReading): void {
	const { text, position: offset } = reading;
	if (closesInnermost(reading)) return;
	const name = nameAt(text, offset + 2);
	reading.position = offset + 2 + name.length;
	finishTag(reading, offset, name);
	if (name === '') return;
	const top = innermost(reading);
	if (top?.name === name) close(reading, offset);
	else if (isOpen(reading, name)) closeThrough(reading, name, offset);
	else closeNothing(reading, name, offset);
}

function isOpen(reading: XmlReading, name: string): boolean {
	reading.openNames ??= countNames(reading);
	return (reading.openNames.get(name) ?? 0) > 0;
}

/** The usual case: the end tag of the innermost element, without a blank. */
function closesInnermost(reading: XmlReading): boolean {
	const { text, position: offset } = reading;
	const top = innermost(reading);
	if (top === undefined) return false;
	const end = offset + 2 + top.name.length;
	if (text.charCodeAt(end) !== 62 || !text.startsWith(top.name, offset + 2)) return false;
	reading.position = end + 1;
	close(reading, offset);
	return true;
}

function countNames({ open }: XmlReading): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { name } of open) counts.set(name, (counts.get(name) ?? 0) + 1);
	return counts;
}

/** An end tag that no open element has: one that was given up, a misspelt one, or a stray one. */
function closeNothing(reading: XmlReading, name: string, offset: number): void {
	const top = innermost(reading);
	const lost = reading.lost.get(name) ?? 0;
	if (lost > 0) reading.lost.set(name, lost - 1);
	else if (top !== undefined && nearestName(name, [top.name]) !== undefined) {
		const start = offset + 2;
		refuse(reading, 'xml-end-tag-name', { start, end: start + name.length }, { found: name, name: top.name });
		close(reading, offset);
	} else refuse(reading, 'xml-end-tag-stray', { start: offset, end: reading.position }, { name });
}

function finishTag(reading: XmlReading, offset: number, name: string): void {
	const { text } = reading;
	const nameEnd = reading.position;
	skipSpace(reading);
	if (text[reading.position] === '>' && name !== '') {
		reading.position++;
		return;
	}
	const end = text.slice(reading.position).search(/[<>]/);
	const stop = end < 0 ? text.length : reading.position + end;
	if (text[stop] !== '>') {
		reading.position = nameEnd;
		refuse(reading, 'xml-tag-unclosed', { start: offset, end: nameEnd }, { tag: `</${name}` });
		return;
	}
	reading.position = stop + 1;
	refuse(reading, 'xml-end-tag-content', { start: offset, end: stop + 1 }, { tag: text.slice(offset, stop + 1) });
}

function close(reading: XmlReading, offset: number): void {
	const top = innermost(reading);
	if (top) top.closeOffset = offset;
	closeElement(reading, reading.position);
}

/** An end tag further out: whatever is open inside lacks its own. */
function closeThrough(reading: XmlReading, name: string, offset: number): void {
	for (let top = innermost(reading); top && top.name !== name; top = innermost(reading)) {
		refuse(
			reading,
			'xml-end-tag-missing',
			{ start: top.offset, end: top.offset + 1 + top.name.length },
			{ name: top.name, before: `</${name}> comes`, at: offset },
		);
		top.broken = true;
		reading.lost.set(top.name, (reading.lost.get(top.name) ?? 0) + 1);
		closeElement(reading, offset);
	}
	close(reading, offset);
}

/** Takes the innermost element off the stack; it ends at `end`. */
export function closeElement(reading: XmlReading, end: number): void {
	const element = reading.open.pop();
	if (element === undefined) return;
	element.length = end - element.offset;
	reading.openNames?.set(element.name, (reading.openNames.get(element.name) ?? 1) - 1);
	const declared = reading.declared.pop();
	if (declared === undefined) return;
	for (const prefix of declared) reading.namespaces.get(prefix)?.pop();
	reading.defaultNamespace = reading.namespaces.get('')?.at(-1);
}
