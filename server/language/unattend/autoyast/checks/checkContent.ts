import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { lifetimeOf, livesIn, newestRelease, releaseName, servicePackOf } from '../autoyastHistory';
import { type ElementFacts, placesOf, successorOf } from '../autoyastTable';
import { slesRelease } from '../slesRelease';

const inclusions = 'http://www.w3.org/2001/XInclude';

/** A container under check. */
interface Container {
	readonly element: XmlElement;
	readonly facts: ElementFacts;
	readonly isList: boolean;
	/** As the schema writes it, the section first. */
	readonly path: string;
}

/** A child that the schema knows, to be looked into next. */
export interface KnownChild {
	readonly element: XmlElement;
	readonly facts: ElementFacts;
	/** As the schema writes it, the section first. */
	readonly path: string;
}

/** What a check of a container finds. */
interface CheckedContent {
	readonly problems: Problem[];
	/** Children that are known, to be looked into next. */
	readonly children: KnownChild[];
}

const childrenOf = ({ facts, isList }: Container): ReadonlyMap<string, ElementFacts> =>
	isList ? facts.items : facts.children;

/** Checks what stands in a list or map. */
export function checkContent(source: UnattendSource, container: Container): CheckedContent {
	const { element } = container;
	const children: KnownChild[] = [];
	const problems = checkStrayText(source, element);
	const known = childrenOf(container);
	// No container has so many different children that a search through them would cost more than a map.
	const seen: ElementFacts[] = [];
	const repeated: ElementFacts[] = [];
	// Text among them was meant for an element, or tells what has become of one.
	const isClean = problems.length === 0;
	let complete = isClean;
	for (const child of element.children) {
		if (child.kind !== 'element') continue;
		if (child.broken || child.namespace === inclusions) complete = false;
		if (child.namespace === inclusions) continue;
		const facts = child.namespace === element.namespace ? known.get(child.localName) : undefined;
		if (facts === undefined) {
			complete = false;
			problems.push(...checkUnknown(source, container, child));
			continue;
		}
		children.push({ element: child, facts, path: `${container.path}/${facts.name}` });
		if (!seen.includes(facts)) seen.push(facts);
		else if (isClean && (facts.occurs === '1' || facts.occurs === '?') && !repeated.includes(facts)) {
			repeated.push(facts);
			problems.push(problem('autoyast-element-repeated', nameOf(child), { name: child.name, parent: element.name }));
		}
	}
	problems.push(...checkExclusive(container));
	if (complete && !hasFreeMacro(source, element)) problems.push(...checkMissing(container, seen));
	return { problems, children };
}

/** Is there a macro in the container's own text? It may stand for elements that the appliance puts in. */
const hasFreeMacro = (source: UnattendSource, element: XmlElement): boolean =>
	source.macros.length > 0 &&
	element.children.some(
		child =>
			child.kind === 'text' && macrosIn(source, { start: child.offset, end: child.offset + child.length }).length > 0,
	);

/** Text between elements; macros there stand for whatever the appliance puts in. */
export function checkStrayText(source: UnattendSource, element: XmlElement): Problem[] {
	for (const child of element.children) {
		if ((child.kind !== 'text' && child.kind !== 'cdata') || child.blank) continue;
		const place = withoutMacros(source, textPlace({ ...element, children: [child] }));
		const text = source.masked.slice(place.start, place.end);
		if (text !== '') return [problem('autoyast-text-stray', place, { name: element.name, text: shortened(text) })];
	}
	return [];
}

/** The first stretch of a place that no macro stands in, without blanks around it. */
function withoutMacros(source: UnattendSource, place: Span): Span {
	let from = place.start;
	for (const { start, end } of [...macrosIn(source, place), { start: place.end, end: place.end }]) {
		const text = source.masked.slice(from, start);
		const lead = text.length - text.trimStart().length;
		if (text.trim() !== '') return { start: from + lead, end: from + text.trimEnd().length };
		from = end;
	}
	return { start: from, end: from };
}

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** Names that lead to an element, the section first. */
function pathOf(element: XmlElement): string {
	const names: string[] = [];
	for (let at: XmlElement | undefined = element; at?.parent !== undefined; at = at.parent) names.push(at.localName);
	return names.reverse().join('/');
}

function checkUnknown(source: UnattendSource, container: Container, child: XmlElement): Problem[] {
	const { element } = container;
	const children = childrenOf(container);
	const path = pathOf(element);
	const successor = successorOf(path, child.localName);
	const release = servicePackOf(slesRelease(source));
	const lifetime = lifetimeOf(container.path, child.localName);
	const name = child.name;
	if (lifetime && livesIn(lifetime, release)) {
		const { until } = lifetime;
		if (release !== undefined || until === undefined || livesIn(lifetime, newestRelease)) return [];
		const hint = successor === undefined ? '' : ` ${successor}`;
		return [problem('autoyast-element-old', nameOf(child), { name, until: releaseName(until), hint })];
	}
	if (successor !== undefined && release?.startsWith('12')) return [];
	const near = nearestName(child.localName, children.keys());
	const [place] = placesOf(child.localName);
	const hint =
		successor !== undefined
			? ` ${successor}`
			: near !== undefined
				? ` Did you mean <${near}>?`
				: place !== undefined && place !== path
					? ` It belongs in ${place}.`
					: '';
	const facts = { name, parent: element.name, hint, ...(near !== undefined ? { suggestion: near } : {}) };
	return [problem('autoyast-element-unknown', nameOf(child), facts)];
}

function checkExclusive({ element, facts: { exclusive } }: Container): Problem[] {
	if (exclusive === undefined) return [];
	const found = elementsOf(element).filter(child => exclusive.includes(child.localName));
	const [first, second] = found;
	return first && second && first.localName !== second.localName
		? [problem('autoyast-elements-exclusive', nameOf(second), { first: first.name, second: second.name })]
		: [];
}

function checkMissing(
	{ element, facts: { required, requiredItems }, isList }: Container,
	seen: readonly ElementFacts[],
): Problem[] {
	const problems: Problem[] = [];
	for (const facts of isList ? requiredItems : required) {
		if (seen.includes(facts)) continue;
		const code = isList && facts.occurs === '+' ? 'autoyast-list-empty' : 'autoyast-element-missing';
		problems.push(problem(code, nameOf(element), { name: element.name, child: facts.name }));
	}
	return problems;
}
