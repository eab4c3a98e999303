import { t } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import type { Problem } from '../../../problem';
import { startTagInText } from './startTagInText';
import { nameAt } from './xmlName';
import type { XmlElement } from './xmlNode';
import { find, innermost, isSpace, lose, refuse, skipSpace, type XmlParser } from './xmlParser';

/** What belongs together stands not far from each other. */
const mostSiblings = 200;

/** Reads `</name>`, and settles which elements it leaves without an end tag of their own. */
export function readEndTag(parser: XmlParser): void {
	const { text, position: offset } = parser;
	if (closesInnermost(parser)) return;
	parser.position = offset + 2;
	while (isSpace(text.charCodeAt(parser.position)) || /^[\\/]/.test(text[parser.position] ?? '')) parser.position++;
	const isSpaced = parser.position > offset + 2;
	// Without a name it can only mean the innermost element.
	const written = nameAt(text, parser.position);
	const meant = written === '' && text[parser.position] === '>' ? (innermost(parser)?.name ?? '') : written;
	const name = cutName(parser, meant) ?? meant;
	parser.position += written.length;
	finishTag(parser, { offset, name, isSpaced: isSpaced || written !== name });
	if (name !== '') closeNamed(parser, name, offset);
}

/** The whole name of an end tag that breaks off at the end of its line: `</patte` of `<pattern>`. */
function cutName(parser: XmlParser, name: string): string | undefined {
	const whole = innermost(parser)?.name ?? '';
	const isCut = name !== '' && name !== whole && whole.startsWith(name);
	return isCut &&
		/^[ \t]*\r?\n/.test(parser.text.slice(parser.position + name.length, parser.position + name.length + 20))
		? whole
		: undefined;
}

/** Closes what an end tag of this name closes; it stands from `offset` to the position. */
export function closeNamed(parser: XmlParser, name: string, offset: number): void {
	if (innermost(parser)?.name === name) close(parser, offset);
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

/** An end tag that no open element has: of one that was given up, of a start tag that is none, a misspelt or a stray one. */
function closeNothing(parser: XmlParser, name: string, offset: number): void {
	const top = innermost(parser);
	const lost = parser.lost.get(name)?.pop();
	if (lost !== undefined) {
		rememberEndTag(parser, lost, offset);
		return;
	}
	const written = startTagInText(parser, top, name) ?? closedTooEarly(parser, top, name);
	if (written) forgetPrefixes(parser, written.start);
	if (written) {
		const { start, end, tag } = written;
		// The `<` of `< name>` was taken for a character of the text.
		if (parser.faults.at(-1)?.start === start) parser.faults.pop();
		// Up to here, elements stand beside the one that they were meant for.
		refuse(parser, 'xml-start-tag', { start, end }, { tag, later: offset });
		if (top) top.broken = true;
	} else if (top !== undefined && isSplitName(parser, top, name)) close(parser, offset);
	else if (top !== undefined && isMeantFor(parser, top, name)) {
		const start = offset + parser.text.slice(offset).search(/[^</\s]/);
		refuse(parser, 'xml-end-tag-name', { start, end: start + name.length }, { found: name, name: top.name });
		close(parser, offset);
	} else if (parser.faults.at(-1)?.code !== 'xml-end-tag-content' || parser.faults.at(-1)?.start !== offset) {
		refuse(parser, 'xml-end-tag-stray', { start: offset, end: parser.position }, { name });
	}
}

/** What a start tag declares that closes its element itself was meant for what stands behind it. */
function forgetPrefixes({ faults, text }: XmlParser, start: number): void {
	const tag = text.slice(start, text.indexOf('>', start));
	for (let at = faults.length - 1; at >= 0 && (faults[at]?.start ?? 0) > start; at--) {
		const { code, facts } = faults[at] ?? {};
		if (code === 'xml-prefix-undeclared' && tag.includes(`xmlns:${facts?.prefix}=`)) faults.splice(at, 1);
	}
}

/** `<en crypted>true</encrypted>`: the blank in the start tag is said there. */
const isSplitName = (parser: XmlParser, top: XmlElement, name: string): boolean =>
	name.startsWith(top.name) &&
	parser.faults.some(
		({ code, start, facts }) =>
			code === 'xml-attribute' &&
			facts.found === name.slice(top.name.length) &&
			start > top.offset &&
			start < top.contentOffset,
	);

/** `<a/>text</a>`: the start tag closes the element already. */
function closedTooEarly({ text }: XmlParser, parent: XmlElement | undefined, name: string) {
	const element = parent?.children
		.slice(-mostSiblings)
		.findLast(child => child.kind === 'element' && child.name === name);
	if (element?.kind !== 'element' || !element.selfClosing) return undefined;
	const place = { start: element.offset, end: element.contentOffset };
	return { ...place, tag: `${text.slice(place.start, place.end).slice(0, -2).trimEnd()}>` };
}

/** The end tag that is missing at one place stands at another. */
function rememberEndTag({ faults, position }: XmlParser, index: number, offset: number): void {
	const fault = faults[index];
	if (fault) faults[index] = { ...fault, facts: { ...fault.facts, later: offset, laterEnd: position } };
}

/** A name close to that of the innermost element, or any name right behind its text. */
function isMeantFor(parser: XmlParser, top: XmlElement, name: string): boolean {
	const { text, position } = parser;
	const last = top.children.slice(-2).find(({ kind }) => kind === 'element');
	// An end tag that stands twice, when the one that belongs here is still to come.
	const isTwice = last?.kind === 'element' && last.name === name;
	const spansLines = text.slice(top.contentOffset, position).includes('\n');
	if ((isTwice || spansLines) && endsLater(parser, top.name, position)) return false;
	if (name.toLowerCase() === top.name.toLowerCase() || nearestName(name, [top.name]) !== undefined) return true;
	const [only] = top.children;
	if (top.children.length !== 1 || only?.kind !== 'text' || only.blank) return false;
	return !text.slice(top.contentOffset, only.offset + only.length).includes('\n');
}

/** True when an end tag of a name comes before its next start tag. */
function endsLater(parser: XmlParser, name: string, from: number): boolean {
	const end = find(parser, `</${name}>`, from);
	if (end < 0) return false;
	let start = find(parser, `<${name}`, from);
	// The name may begin another one; behind many of these nobody looks further.
	for (let turn = 0; turn < mostSiblings && start >= 0 && start < end; turn++) {
		if (nameAt(parser.text, start + 1) === name) break;
		start = find(parser, `<${name}`, start + 1);
	}
	return start < 0 || end < start;
}

interface EndTag {
	readonly offset: number;
	readonly name: string;
	/** A blank stands before the name. */
	readonly isSpaced: boolean;
}

function finishTag(parser: XmlParser, { offset, name, isSpaced }: EndTag): void {
	const { text } = parser;
	const nameEnd = parser.position;
	skipSpace(parser);
	if (text[parser.position] === '>' && name !== '' && !isSpaced) {
		parser.position++;
		return;
	}
	const end = text.slice(parser.position, parser.position + 200).search(/[<>\n]/);
	const stop = end < 0 ? text.length : parser.position + end;
	if (text[stop] !== '>') {
		parser.position = nameEnd;
		const [oddEnd] = /^[^\s<>]{1,3}(?=\s)/.exec(text.slice(nameEnd, nameEnd + 4)) ?? [];
		if (oddEnd !== undefined && name !== '') {
			parser.position = nameEnd + oddEnd.length;
			const tag = text.slice(offset, parser.position);
			refuse(parser, 'xml-end-tag-content', { start: offset, end: parser.position }, { tag, name });
			return;
		}
		const isCut = stop === text.length;
		if (isCut) parser.isCut = true;
		const written = text.slice(offset, nameEnd).trimEnd();
		const rest = name.startsWith(written.slice(2)) ? name.slice(written.length - 2) : '';
		const facts = { tag: written, ...(isCut ? {} : { at: nameEnd }), ...(rest === '' ? {} : { rest }) };
		refuse(parser, 'xml-tag-unclosed', { start: offset, end: nameEnd }, facts);
		return;
	}
	const rest = text.slice(nameEnd, stop).trim();
	parser.position = stop + 1;
	// A blank in the name is one mistake, also when both tags have it.
	if (rest !== '' && innermost(parser)?.name === name && blankInName(parser, rest)) return;
	refuse(parser, 'xml-end-tag-content', { start: offset, end: stop + 1 }, { tag: text.slice(offset, stop + 1), name });
}

const blankInName = (parser: XmlParser, rest: string): boolean => {
	const top = innermost(parser);
	return parser.faults.some(
		({ code, start, facts }) =>
			code === 'xml-attribute' &&
			facts.found === rest &&
			top !== undefined &&
			start > top.offset &&
			start < top.contentOffset,
	);
};

function close(parser: XmlParser, offset: number): void {
	const top = innermost(parser);
	if (top) top.closeOffset = offset;
	closeElement(parser, parser.position);
}

/** An end tag further out: whatever is open inside lacks its own. */
function closeThrough(parser: XmlParser, name: string, offset: number): void {
	for (let top = innermost(parser); top && top.name !== name; top = innermost(parser)) {
		top.broken = true;
		if (closesWithoutSlash(parser, top, offset)) continue;
		refuse(parser, 'xml-end-tag-missing', startOf(top), missing(top, t('</{name}> comes', { name }), offset));
		lose(parser, top.name);
		closeElement(parser, offset);
	}
	close(parser, offset);
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
function closesWithoutSlash(parser: XmlParser, top: XmlElement, offset: number): boolean {
	const outer = parser.open.at(-2);
	const inner = top.children.find(({ kind }) => kind === 'element');
	// In `<a><a>text<a></a>` the last tag closes the outer one, and the third is the end of the second.
	const own = outer?.name === top.name && inner?.kind === 'element' && isAfterText(top, inner) ? inner : undefined;
	const isOpen = outer?.name === top.name && (own !== undefined || isAfterContent(outer, top));
	const ofTop = isOpen
		? top
		: inner?.kind === 'element' && inner.selfClosing && isAfterContent(top, inner)
			? inner
			: undefined;
	const end = own ?? ofTop;
	if (end === undefined || end.name !== top.name) return false;
	const place = { start: end.offset, end: end.contentOffset };
	refuse(parser, 'xml-end-tag-slash', place, { tag: parser.text.slice(place.start, place.end), name: end.name });
	if (isOpen) {
		outer.broken = true;
		closeElement(parser, offset);
	}
	closeElement(parser, offset);
	return true;
}

const isAfterContent = ({ children }: XmlElement, inner: XmlElement): boolean =>
	inner.attributes.length === 0 &&
	children.findIndex(node => node.kind === 'element' || (node.kind === 'text' && !node.blank)) <
		children.lastIndexOf(inner);

const isAfterText = ({ name, children }: XmlElement, inner: XmlElement): boolean =>
	inner.name === name &&
	inner.attributes.length === 0 &&
	children.slice(0, children.indexOf(inner)).some(node => node.kind === 'text' && !node.blank);

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
