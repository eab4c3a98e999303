import type { Problem } from '../../../problem';
import type { RuleCode } from '../../../rules';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import { bringsNone, markupOf } from './broughtMarkup';
import { doubtOfSpans, elementAt, holds, namesAround } from './doubts';
import { indentedBlock } from './indentedBlock';
import { wrappingProblem } from './wrapping';
import { endOf, type XmlElement } from './xmlNode';
import { elementsOf, nameOf, xmlOf } from './xmlTree';

/**
 * What an XML parser refuses in a source. A macro that stands alone where XML wants something else (outside the root
 * element, among attributes) is the appliance's business unless its setting says that it brings nothing of the kind, and
 * in a file named `.erb` the marks of ERB are at home.
 */
export function xmlFaults(source: UnattendSource): Problem[] {
	const isTemplate = source.document.uri.endsWith('.erb');
	const { faults } = xmlOf(source);
	if (faults.length === 0) return [];
	const wrapped = wrappingProblem(source.text);
	if (wrapped) return [wrapped];
	return onceOutside(
		xmlOf(source).root,
		faults.filter(fault => !(isTemplate && fault.code === 'xml-template-mark') && !isLeftToMacros(source, fault)),
	);
}

/** All problems of a file: the faults of its XML, and what else is wrong where they do not make it doubtful. */
export function withXmlFaults(source: UnattendSource, problems: readonly Problem[]): Problem[] {
	const faults = xmlFaults(source);
	const { root } = xmlOf(source);
	if (root === undefined || faults.some(({ code }) => code === 'xml-wrapped')) return faults;
	const strays = problems.filter(({ code }) => code.endsWith('-text-stray'));
	if (faults.length === 0 && strays.length === 0) return [...problems];
	const structures = faults.filter(({ code }) => structural.has(code));
	// A fault within an element makes doubtful what is said about the same element.
	const within = new Set(
		faults.filter(({ code }) => !structural.has(code)).flatMap(({ start }) => elementAt(root, start) ?? []),
	);
	const isDoubted = doubtOfSpans([
		...structures.flatMap(fault => doubtfulAfter(source.text, root, fault)),
		...namesAround([...within].map(({ parent }) => parent)),
		// Text that was meant for elements: they are not missing.
		...namesAround(strays.map(({ start }) => elementAt(root, start))),
	]);
	const isWithin = (offset: number): boolean => {
		const element = within.size === 0 ? undefined : elementAt(root, offset);
		return element !== undefined && within.has(element);
	};
	return [...faults, ...problems.filter(({ start }) => !isDoubted(start) && !isWithin(start))];
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

/** What such a fault makes doubtful: all in the same section, and what is said about the root. */
function doubtfulAfter(text: string, root: XmlElement, { start, facts }: Problem): Span[] {
	const section = elementsOf(root).find(element => holds(element, start));
	const { end: rootEnd } = nameOf(root);
	const from = section?.offset ?? indentedBlock(text, start);
	const until = Math.max(section ? endOf(section) : start, typeof facts.later === 'number' ? facts.later : start);
	return [
		{ start: 0, end: rootEnd + 1 },
		{ start: from, end: until + 1 },
	];
}

/** What stands outside of the root element is one mistake, and what is wrong in it follows from that. */
function onceOutside(root: XmlElement | undefined, faults: readonly Problem[]): Problem[] {
	const first = faults.find(({ code }) => code === 'xml-outside-root');
	if (first === undefined || root === undefined) return [...faults];
	const isOutside = ({ start }: Problem): boolean => start < root.offset || start >= endOf(root);
	return faults.filter(fault => fault === first || !isOutside(fault));
}

function isLeftToMacros(source: UnattendSource, place: Problem): boolean {
	const macros = macrosIn(source, place);
	if (macros.length === 0 || bringsNone(source, place, markupOf[place.code])) return false;
	let rest = '';
	let from = place.start;
	for (const macro of macros) {
		rest += source.text.slice(from, macro.start);
		from = macro.end;
	}
	return (rest + source.text.slice(from, place.end)).trim() === '';
}
