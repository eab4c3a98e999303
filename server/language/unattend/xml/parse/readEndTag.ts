import { nearestName } from '../../../macros/nearestName';
import type { Problem } from '../../../problem';
import { startTagInText } from './startTagInText';
import { nameAt } from './xmlName';
import type { XmlElement } from './xmlNode';
import { find, innermost, isSpace, lose, refuse, skipSpace, type XmlReading } from './xmlReading';

/** Reads `</name>`, and settles which elements it leaves without an end tag of their own. */
export function readEndTag(reading: XmlReading): void {
	const { text, position: offset } = reading;
	if (closesInnermost(reading)) return;
	reading.position = offset + 2;
	while (isSpace(text.charCodeAt(reading.position)) || /^[\\/]/.test(text[reading.position] ?? '')) reading.position++;
	const isSpaced = reading.position > offset + 2;
	// Without a name it can only mean the innermost element.
	const written = nameAt(text, reading.position);
	const name = written === '' && text[reading.position] === '>' ? (innermost(reading)?.name ?? '') : written;
	reading.position += written.length;
	finishTag(reading, { offset, name, isSpaced: isSpaced || written !== name });
	if (name !== '') closeNamed(reading, name, offset);
}

/** Closes what an end tag of this name closes; it stands from `offset` to the position. */
export function closeNamed(reading: XmlReading, name: string, offset: number): void {
	if (innermost(reading)?.name === name) close(reading, offset);
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

/** An end tag that no open element has: of one that was given up, of a start tag that is none, a misspelt or a stray one. */
function closeNothing(reading: XmlReading, name: string, offset: number): void {
	const top = innermost(reading);
	const lost = reading.lost.get(name)?.pop();
	if (lost !== undefined) {
		rememberEndTag(reading, lost, offset);
		return;
	}
	const written = startTagInText(reading, top, name) ?? closedTooEarly(reading, top, name);
	if (written) {
		const { start, end, tag } = written;
		// The `<` of `< name>` was taken for a character of the text.
		if (reading.faults.at(-1)?.start === start) reading.faults.pop();
		refuse(reading, 'xml-start-tag', { start, end }, { tag });
		if (top) top.broken = true;
	} else if (top !== undefined && isMeantFor(reading, top, name)) {
		const start = offset + reading.text.slice(offset).search(/[^</\s]/);
		refuse(reading, 'xml-end-tag-name', { start, end: start + name.length }, { found: name, name: top.name });
		close(reading, offset);
	} else if (reading.faults.at(-1)?.code !== 'xml-end-tag-content' || reading.faults.at(-1)?.start !== offset) {
		refuse(reading, 'xml-end-tag-stray', { start: offset, end: reading.position }, { name });
	}
}

/** `<a/>text</a>`: the start tag closes the element already. */
function closedTooEarly({ text }: XmlReading, parent: XmlElement | undefined, name: string) {
	const element = parent?.children.slice(-3).findLast(({ kind }) => kind === 'element');
	if (element?.kind !== 'element' || element.name !== name || !element.selfClosing) return undefined;
	const place = { start: element.offset, end: element.contentOffset };
	return { ...place, tag: `${text.slice(place.start, place.end).slice(0, -2).trimEnd()}>` };
}

/** The end tag that is missing at one place stands at another. */
function rememberEndTag({ faults, position }: XmlReading, index: number, offset: number): void {
	const fault = faults[index];
	if (fault) faults[index] = { ...fault, facts: { ...fault.facts, later: offset, laterEnd: position } };
}

/** A name close to that of the innermost element, or any name right behind its text. */
function isMeantFor(reading: XmlReading, top: XmlElement, name: string): boolean {
	const { text, position } = reading;
	const last = top.children.slice(-2).find(({ kind }) => kind === 'element');
	// An end tag that stands twice, when the one that belongs here is still to come.
	if (last?.kind === 'element' && last.name === name && endsLater(reading, top.name, position)) return false;
	if (name.toLowerCase() === top.name.toLowerCase() || nearestName(name, [top.name]) !== undefined) return true;
	const [only] = top.children;
	if (top.children.length !== 1 || only?.kind !== 'text' || only.blank) return false;
	return !text.slice(top.contentOffset, only.offset + only.length).includes('\n');
}

/** True when an end tag of a name comes before its next start tag. */
function endsLater(reading: XmlReading, name: string, from: number): boolean {
	const end = find(reading, `</${name}>`, from);
	const start = find(reading, `<${name}`, from);
	return end >= 0 && (start < 0 || end < start);
}

interface EndTag {
	readonly offset: number;
	readonly name: string;
	/** A blank stands before the name. */
	readonly isSpaced: boolean;
}

function finishTag(reading: XmlReading, { offset, name, isSpaced }: EndTag): void {
	const { text } = reading;
	const nameEnd = reading.position;
	skipSpace(reading);
	if (text[reading.position] === '>' && name !== '' && !isSpaced) {
		reading.position++;
		return;
	}
	const end = text.slice(reading.position, reading.position + 200).search(/[<>\n]/);
	const stop = end < 0 ? text.length : reading.position + end;
	if (text[stop] !== '>') {
		reading.position = nameEnd;
		const [oddEnd] = /^[^\s<>]{1,3}(?=\s)/.exec(text.slice(nameEnd, nameEnd + 4)) ?? [];
		if (oddEnd !== undefined && name !== '') {
			reading.position = nameEnd + oddEnd.length;
			const tag = text.slice(offset, reading.position);
			refuse(reading, 'xml-end-tag-content', { start: offset, end: reading.position }, { tag, name });
			return;
		}
		const isCut = stop === text.length;
		if (isCut) reading.isCut = true;
		const facts = { tag: `</${name}`, ...(isCut ? {} : { at: nameEnd }) };
		refuse(reading, 'xml-tag-unclosed', { start: offset, end: nameEnd }, facts);
		return;
	}
	const rest = text.slice(nameEnd, stop).trim();
	reading.position = stop + 1;
	// A blank in the name is one mistake, also when both tags have it.
	if (rest !== '' && innermost(reading)?.name === name && blankInName(reading, rest)) return;
	refuse(reading, 'xml-end-tag-content', { start: offset, end: stop + 1 }, { tag: text.slice(offset, stop + 1), name });
}

const blankInName = (reading: XmlReading, rest: string): boolean => {
	const top = innermost(reading);
	return reading.faults.some(
		({ code, start, facts }) =>
			code === 'xml-attribute' &&
			facts.found === rest &&
			top !== undefined &&
			start > top.offset &&
			start < top.contentOffset,
	);
};

function close(reading: XmlReading, offset: number): void {
	const top = innermost(reading);
	if (top) top.closeOffset = offset;
	closeElement(reading, reading.position);
}

/** An end tag further out: whatever is open inside lacks its own. */
function closeThrough(reading: XmlReading, name: string, offset: number): void {
	for (let top = innermost(reading); top && top.name !== name; top = innermost(reading)) {
		top.broken = true;
		if (closesWithoutSlash(reading, top, offset)) continue;
		refuse(reading, 'xml-end-tag-missing', startOf(top), missing(top, `</${name}> comes`, offset));
		lose(reading, top.name);
		closeElement(reading, offset);
	}
	close(reading, offset);
}

const startOf = ({ offset, name }: XmlElement) => ({ start: offset, end: offset + 1 + name.length });

const missing = (
	element: XmlElement,
	before: string,
	at: number,
): Problem['facts'] & { name: string; before: string } => ({
	name: element.name,
	before,
	at,
	...(isTwice(element) ? { isTwice: true } : {}),
});

/** `<a><a>text</a>`: one start tag is too many. */
const isTwice = ({ name, children }: XmlElement): boolean =>
	children[0]?.kind === 'element' && children[0].name === name;

/** `<a>text<a>` and `<a>text<a/>`: the second tag is the end of the first. */
function closesWithoutSlash(reading: XmlReading, top: XmlElement, offset: number): boolean {
	const outer = reading.open.at(-2);
	const inner = top.children.find(({ kind }) => kind === 'element');
	const isOpen = outer?.name === top.name && isAfterContent(outer, top);
	const end = isOpen
		? top
		: inner?.kind === 'element' && inner.selfClosing && isAfterContent(top, inner)
			? inner
			: undefined;
	if (end === undefined || end.name !== top.name) return false;
	const place = { start: end.offset, end: end.contentOffset };
	refuse(reading, 'xml-end-tag-slash', place, { tag: reading.text.slice(place.start, place.end), name: end.name });
	if (isOpen) {
		outer.broken = true;
		closeElement(reading, offset);
	}
	closeElement(reading, offset);
	return true;
}

const isAfterContent = ({ children }: XmlElement, inner: XmlElement): boolean =>
	inner.attributes.length === 0 &&
	children.findIndex(node => node.kind === 'element' || (node.kind === 'text' && !node.blank)) <
		children.indexOf(inner);

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
