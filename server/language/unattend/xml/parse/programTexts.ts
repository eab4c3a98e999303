import { oncePerVersion } from '../../../oncePerVersion';
import { partitionPoint } from '../../../partitionPoint';
import type { RuleCode } from '../../../rules';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import { endOf, type XmlElement } from './xmlNode';
import { allElements, xmlOf } from './xmlTree';

/** What an element holds that takes a script, a command or the content of a file, by what is written. */
export interface ProgramText extends Span {
	readonly element: XmlElement;
	/** Its own end tag comes first: where the text ends is no guess. */
	readonly isClosed: boolean;
	/** The reader has taken nothing in it for a tag, and has no fault to find but with single characters. */
	readonly isPlain: boolean;
}

/** Elements of any dialect in which `<` and `&` belong to another language than XML. */
const holders: ReadonlySet<string> = new Set(['source', 'file_contents', 'command', 'CommandLine', 'Path']);

/** The texts of programs in document order; none lies in another. */
const programTexts = oncePerVersion((source: UnattendSource): readonly ProgramText[] => {
	const found: ProgramText[] = [];
	const spoilt = xmlOf(source).faults.filter(({ code }) => !ofCharacters.has(code));
	for (const element of allElements(xmlOf(source).root)) {
		const isInside = element.offset < (found.at(-1)?.end ?? 0);
		if (!isInside && holders.has(element.localName) && !element.selfClosing)
			found.push(programText(source.masked, element, spoilt));
	}
	return found;
});

/** The text of a program in which an offset lies, or in a tag of whose element. */
export function programTextAt(source: UnattendSource, offset: number): ProgramText | undefined {
	const texts = programTexts(source);
	const text = texts[partitionPoint(texts, ({ element }) => element.offset <= offset) - 1];
	return text && offset < text.end + '</>'.length + text.element.name.length ? text : undefined;
}

const ofCharacters: ReadonlySet<RuleCode> = new Set<RuleCode>([
	'xml-cdata-end',
	'xml-character',
	'xml-entity-undeclared',
	'xml-markup-character',
]);

/** Tags in the text of a program mean nothing: it ends at its own end tag, which the reader may have taken for another's. */
function programText(text: string, element: XmlElement, faults: readonly Span[]): ProgramText {
	const start = element.contentOffset;
	const tag = nextTag(text, element.name, start);
	const isClosed = tag?.isEnd === true && !leaves(text.slice(start, tag.at), element.parent?.name);
	const end = isClosed ? tag.at : endOf(element);
	const isPlain =
		element.children.every(({ kind }) => kind === 'text' || kind === 'cdata') &&
		(!isClosed || element.closeOffset === end) &&
		!faults.some(fault => fault.start >= start && fault.start < end);
	return { element, start, end, isClosed, isPlain };
}

/** Whether a text closes the element around it. */
function leaves(text: string, parent: string | undefined): boolean {
	if (parent === undefined) return false;
	let open = 0;
	for (let tag = nextTag(text, parent, 0); tag; tag = nextTag(text, parent, tag.at + 1)) {
		open += tag.isEnd ? -1 : 1;
		if (open < 0) return true;
	}
	return false;
}

/** The next tag of a name, as far as it can be told from its letters. */
function nextTag(text: string, name: string, from: number): { at: number; isEnd: boolean } | undefined {
	for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
		if (!/[\s/>]/.test(text[at + name.length] ?? '')) continue;
		if (text[at - 1] === '<' && at > from) return { at: at - 1, isEnd: false };
		if (text[at - 1] === '/' && text[at - 2] === '<' && at > from + 1) return { at: at - 2, isEnd: true };
	}
	return undefined;
}
