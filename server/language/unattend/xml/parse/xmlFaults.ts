import type { Problem } from '../../../problem';
import type { RuleCode } from '../../../rules';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import { type Doubt, doubtOfSpans, elementAt, holds, namesAround } from './doubts';
import { indentedBlock } from './indentedBlock';
import { wrappingProblem } from './wrapping';
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
	const wrapped = wrappingProblem(source.text);
	if (wrapped) return [wrapped];
	return onceOutside(
		xmlOf(source).root,
		faults.filter(fault => !(isTemplate && fault.code === 'xml-template-mark') && !isMacrosOnly(source, fault)),
	);
}

/** All problems of a file: the faults of its XML, and what else is wrong where they do not make it doubtful. */
export function withXmlFaults(source: UnattendSource, problems: readonly Problem[]): Problem[] {
	const faults = xmlFaults(source);
	const { root } = xmlOf(source);
	if (root === undefined || faults.some(({ code }) => code === 'xml-wrapped')) return faults;
	const strays = problems.filter(({ code }) => code.endsWith('-text-stray'));
	if (faults.length === 0 && strays.length === 0) return [...problems];
	const doubts = [
		...faults.map(fault => doubtOf(source.text, root, fault)),
		// Text that was meant for elements: they are not missing.
		doubtOfSpans(strays.flatMap(({ start }) => namesAround(elementAt(root, start)))),
	];
	return [...faults, ...problems.filter(({ start }) => !doubts.some(isDoubted => isDoubted(start)))];
}

/** Faults after which elements may stand elsewhere than they were meant to. */
const structural: ReadonlySet<RuleCode> = new Set<RuleCode>([
	'xml-attribute-open',
	'xml-end-tag-missing',
	'xml-end-tag-slash',
	'xml-end-tag-stray',
	'xml-merge-conflict',
	'xml-outside-root',
	'xml-start-tag',
	'xml-tag-unclosed',
	'xml-unclosed',
]);

/** What follows from a fault: all in the same section and what is said about the root; or all about the same element. */
function doubtOf(text: string, root: XmlElement, { code, start, facts }: Problem): Doubt {
	const around = elementAt(root, start);
	if (!structural.has(code)) {
		const isNamed = doubtOfSpans(namesAround(around?.parent));
		return offset => isNamed(offset) || (around !== undefined && elementAt(root, offset) === around);
	}
	const section = elementsOf(root).find(element => holds(element, start));
	const { end: rootEnd } = nameOf(root);
	const from = section?.offset ?? indentedBlock(text, start);
	const until = Math.max(section ? endOf(section) : start, typeof facts.later === 'number' ? facts.later : start);
	return offset => offset <= rootEnd || (offset >= from && offset <= until);
}

/** What stands outside of the root element is one mistake, and what is wrong in it follows from that. */
function onceOutside(root: XmlElement | undefined, faults: readonly Problem[]): Problem[] {
	const first = faults.find(({ code }) => code === 'xml-outside-root');
	if (first === undefined || root === undefined) return [...faults];
	const isOutside = ({ start }: Problem): boolean => start < root.offset || start >= endOf(root);
	return faults.filter(fault => fault === first || !isOutside(fault));
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
