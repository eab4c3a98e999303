import type { Problem } from '../../../problem';
import type { RuleCode } from '../../../rules';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import { pastedMarks } from './pastedMarks';
import { endOf, type XmlElement } from './xmlNode';
import { elementsOf, nameOf, xmlOf } from './xmlTree';

/**
 * What an XML parser refuses in a source. A macro that stands alone where XML wants something else (outside the root
 * element, among attributes) is the appliance's business, and in a file named `.erb` the marks of ERB are at home.
 */
export function xmlFaults(source: UnattendSource): Problem[] {
	const isTemplate = source.document.uri.endsWith('.erb');
	const { faults } = xmlOf(source);
	if (faults.length === 0) return [];
	const pasted = pastedMarks(source.text);
	if (pasted) return [pasted];
	return onceOutside(
		faults.filter(fault => !(isTemplate && fault.code === 'xml-template-mark') && !isMacrosOnly(source, fault)),
	);
}

/** All problems of a file: the faults of its XML, and what else is wrong where they do not make it doubtful. */
export function withXmlFaults(source: UnattendSource, problems: readonly Problem[]): Problem[] {
	const faults = xmlFaults(source);
	const { root } = xmlOf(source);
	if (faults.length === 0 || root === undefined) return [...faults, ...problems];
	const doubts = faults.map(fault => doubtOf(root, fault));
	return [...faults, ...problems.filter(({ start }) => !doubts.some(isDoubted => isDoubted(start)))];
}

/** Faults after which elements may stand elsewhere than they were meant to. */
const structural: ReadonlySet<RuleCode> = new Set<RuleCode>([
	'xml-attribute-open',
	'xml-end-tag-missing',
	'xml-end-tag-slash',
	'xml-end-tag-stray',
	'xml-line-marks',
	'xml-merge-conflict',
	'xml-outside-root',
	'xml-start-tag',
	'xml-tag-unclosed',
	'xml-unclosed',
]);

/** What follows from a fault: all in the same section and what is said about the root; or all about the same element. */
function doubtOf(root: XmlElement, { code, start }: Problem): (offset: number) => boolean {
	const around = elementAt(root, start);
	if (!structural.has(code)) return offset => around !== undefined && elementAt(root, offset) === around;
	if (code === 'xml-line-marks') return () => true;
	const section = elementsOf(root).find(element => holds(element, start));
	const { start: rootStart, end: rootEnd } = nameOf(root);
	return offset => (section !== undefined && holds(section, offset)) || (offset >= rootStart && offset <= rootEnd);
}

const holds = (element: XmlElement, offset: number): boolean => offset >= element.offset && offset < endOf(element);

/** The innermost element at an offset. */
function elementAt(root: XmlElement, offset: number): XmlElement | undefined {
	let around: XmlElement | undefined;
	for (let next: XmlElement | undefined = root; next && holds(next, offset); ) {
		around = next;
		next = elementsOf(next).find(child => holds(child, offset));
	}
	return around;
}

/** What stands outside of the root element is one mistake, and a declaration behind it follows from that. */
function onceOutside(faults: readonly Problem[]): Problem[] {
	const [first] = faults.filter(({ code }) => code === 'xml-outside-root');
	if (first === undefined) return [...faults];
	return faults.filter(
		fault =>
			fault === first ||
			(fault.code !== 'xml-outside-root' &&
				!(fault.code === 'xml-declaration-place' && fault.start > first.start) &&
				!(fault.code === 'xml-end-tag-stray' && fault.start > first.start && first.facts.what !== 'Text')),
	);
}

function isMacrosOnly(source: UnattendSource, place: Span): boolean {
	const macros = macrosIn(source, place);
	if (macros.length === 0) return false;
	let rest = '';
	let from = place.start;
	for (const macro of macros) {
		rest += source.text.slice(from, macro.start);
		from = macro.end;
	}
	return (rest + source.text.slice(from, place.end)).trim() === '';
}
