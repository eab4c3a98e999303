import { t } from '../../../../texts/texts';
import { partitionPoint } from '../../../partitionPoint';
import type { Problem } from '../../../problem';
import { decides, type Fixers, loses, safe, type TextFix } from '../../../quickFix';
import { insert, replace } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import { asWritten } from '../../values/macrosAsWritten';
import { indentedBlock } from '../parse/indentedBlock';
import type { XmlNode } from '../parse/xmlNode';
import { nameOf, nodeAt, textOf, xmlOf } from '../parse/xmlTree';
import { attributeFixes } from './attributeFixes';
import { characterFixes } from './characterFixes';
import { fileFixes } from './fileFixes';
import { elementNamedAt, renameTags, reportedText } from './xmlFixes';

/** Puts right what an XML parser refuses. */
export const xmlFaultFixes: Fixers<UnattendSource> = {
	...attributeFixes,
	...characterFixes,
	...fileFixes,
	'xml-end-tag-missing': (problem, source) =>
		problem.facts.isLast === true ? closeAll(source) : besideText(problem, source, closeElement(problem, source)),
	'xml-end-tag-slash': problem =>
		safe(t('Change to </{facts}>', { facts: problem.facts.name }), replace(problem, `</${problem.facts.name}>`)),
	'xml-end-tag-content': writeEndTag,
	'xml-end-tag-stray': openOrRemove,
	'xml-name': cleanName,
	'xml-start-tag': problem =>
		safe(t('Change to {tag}', { tag: problem.facts.tag }), replace(problem, String(problem.facts.tag))),
	'xml-tag-unclosed': ({ facts }) =>
		typeof facts.at === 'number'
			? safe(t('Insert {rest}>', { rest: facts.rest ?? '' }), insert(facts.at, `${facts.rest ?? ''}>`))
			: undefined,
	'xml-markup-form': problem =>
		safe(t('Change to {form}', { form: problem.facts.form }), replace(problem, String(problem.facts.form))),
	'xml-unclosed': closeMarkup,
};

/** An end tag behind lines that are indented further closes something that nobody opened. */
function openOrRemove(problem: Problem, source: UnattendSource): TextFix {
	const { text } = source;
	const lineStart = text.lastIndexOf('\n', problem.start - 1) + 1;
	const indent = text.slice(lineStart, problem.start);
	const first = indentedBlock(text, problem.start);
	if (first === lineStart)
		return loses(t('Remove {problem}', { problem: reportedText(problem, source) }), replace(problem, ''));
	const tag = `<${problem.facts.name}>`;
	return decides(t('Insert {tag} where the indented lines start', { tag }), insert(first, `${indent}${tag}\n`));
}

/** Leaves out of a name what no name holds, in both tags. */
function cleanName({ start, end, facts }: Problem, source: UnattendSource): TextFix | undefined {
	const name = String(facts.name);
	const clean = name.replace(/[^\p{L}\p{N}_.:-]/gu, '').replace(/^[^\p{L}_]+/u, '');
	const element = elementNamedAt(source, { start, end });
	if (clean === '' || clean.includes(':') || element?.closeOffset === undefined) return undefined;
	return decides(t('Change to <{clean}>', { clean }), ...renameTags(element, clean));
}

function writeEndTag(problem: Problem, source: UnattendSource): TextFix | undefined {
	const name = String(problem.facts.name);
	if (name === '') return undefined;
	const isAll = reportedText(problem, source).replace(/[^\p{L}\p{N}]/gu, '') === name.replace(/[^\p{L}\p{N}]/gu, '');
	return (isAll ? safe : loses)(t('Change to </{name}>', { name }), replace(problem, `</${name}>`));
}

function closeMarkup({ facts: { at, cut, lead, close } }: Problem): TextFix | undefined {
	if (typeof at !== 'number' || typeof cut !== 'number') return undefined;
	return safe(t('Close with {close}', { close }), replace({ start: at, end: at + cut }, `${lead}${close}`));
}

/**
 * The end tag goes before the tag that stands in its place, or before the first line that is indented no further than
 * the start tag; on a line of its own when the element goes over several. One that stands too late is moved there.
 */
function closeElement({ start, facts }: Problem, source: UnattendSource): TextFix | undefined {
	const { text } = source;
	if (typeof facts.at !== 'number') return undefined;
	if (facts.isTwice === true) {
		const first = text.slice(start).indexOf('>') + 1;
		return safe(t('Remove the doubled <{facts}>', { facts: facts.name }), replace({ start, end: start + first }, ''));
	}
	const tag = `</${facts.name}>`;
	const afterText = endOfText(source, start);
	const moved = takenAway(facts, text);
	if (afterText !== undefined) return safe(t('Close with {tag}', { tag }), insert(afterText, tag), ...moved);
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const indent = text.slice(lineStart, start);
	const outside = indent.trim() === '' && moved.length === 0 ? outdented(source, start, indent.length) : undefined;
	const content = text.slice(0, Math.min(outside ?? facts.at, facts.at)).trimEnd().length;
	const spansLines = text.slice(start, content).includes('\n');
	const glue = spansLines ? `\n${/^[ \t]*/.exec(indent)?.[0] ?? ''}` : '';
	return safe(t('Close with {tag}', { tag }), insert(content, glue + tag), ...moved);
}

/** Beside text, as in a script, what looks like a tag may be no more than that. */
function besideText({ start }: Problem, source: UnattendSource, fix: TextFix | undefined): TextFix | undefined {
	const parent = elementNamedAt(source, { start: start + 1, end: start + 1 })?.parent;
	const isText = parent?.children.some(child => child.kind === 'text' && !child.blank);
	return fix && isText ? { ...fix, effect: 'decides' } : fix;
}

/** The end tag that stands at a wrong place, with its line when nothing else stands on it. */
function takenAway({ later, laterEnd }: Problem['facts'], text: string) {
	if (typeof later !== 'number' || typeof laterEnd !== 'number') return [];
	const start = text.slice(0, later).trimEnd().length;
	return [replace({ start, end: laterEnd }, '')];
}

/** Where the text ends that an element starts with: no element stands behind one. */
function endOfText(source: UnattendSource, start: number): number | undefined {
	const element = nodeAt(xmlOf(source), start + 1);
	if (element?.kind !== 'element') return undefined;
	const { children } = element;
	const first = children.findIndex(({ kind }) => kind === 'element');
	const last = children
		.slice(0, first < 0 ? children.length : first)
		.findLast(node => (node.kind === 'text' || node.kind === 'cdata') && !node.blank);
	return last && source.text.slice(0, last.offset + last.length).trimEnd().length;
}

/**
 * Start of the first line behind the start of an element that is indented by as many blanks or fewer, when lines further
 * in stand before it. A line of a text says nothing: a script starts where it likes.
 */
function outdented(source: UnattendSource, start: number, width: number): number | undefined {
	const element = nodeAt(xmlOf(source), start + 1);
	let isInside = false;
	for (const { 0: line, index } of source.text.slice(start).matchAll(/(?<=\n)([ \t]*)\S[^\n]*/g)) {
		if ((/^[ \t]*/.exec(line)?.[0].length ?? 0) > width) isInside = true;
		else if (!isInside) return undefined;
		else if (!isWithin(element, start + index)) return start + index;
	}
	return undefined;
}

/** Whether an offset lies in a node of an element that ends by itself, or in a tag. */
function isWithin(element: XmlNode | undefined, offset: number): boolean {
	for (let node = element; node?.kind === 'element'; ) {
		const child = node.children[partitionPoint(node.children, ({ offset: start }) => start < offset) - 1];
		if (!child || child.kind === 'text' || offset >= child.offset + child.length) return false;
		if (child.kind !== 'element' || child.closeOffset !== undefined || offset < child.contentOffset) return true;
		node = child;
	}
	return false;
}

/** The end tags that a text lacks at its end; none where it breaks off in a text: nobody knows how that goes on. */
function closeAll(source: UnattendSource): TextFix | undefined {
	const { text } = source;
	const end = text.trimEnd().length;
	const tags: string[] = [];
	for (let element = xmlOf(source).root; element; ) {
		if (element.closeOffset !== undefined || element.selfClosing) break;
		const lineStart = text.lastIndexOf('\n', element.offset - 1) + 1;
		const indent = text.slice(lineStart, element.offset);
		tags.unshift(`${indent.trim() === '' ? `\n${indent}` : ''}</${asWritten(element.name, nameOf(element), source)}>`);
		const isText = element.children.at(-1)?.kind === 'text' && !element.children.some(({ kind }) => kind === 'element');
		if (isText && textOf(element).trim() !== '') return undefined;
		const last = element.children.findLast(({ kind }) => kind === 'element');
		element = last?.kind === 'element' ? last : undefined;
	}
	const [only] = tags;
	if (tags.length === 1 && only !== undefined)
		return safe(t('Close with {only}', { only: only.trim() }), insert(end, only));
	return decides(t('Close all open elements'), insert(end, tags.join('')));
}
