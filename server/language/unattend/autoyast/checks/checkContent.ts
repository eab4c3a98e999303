import { shortened } from '../../../../texts/shortened';
import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import { bringsNone, elements } from '../../xml/parse/broughtMarkup';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { isPast, lifetimeOf, livesIn, newestRelease, releaseName, servicePackOf } from '../autoyastHistory';
import { type ElementFacts, oldWrappers, placesOf, successorOf } from '../autoyastTable';
import { nearestElement } from '../nearestElement';
import { slesRelease } from '../slesRelease';
import { checkDistinct } from './checkDistinct';
import { checkTogether } from './checkTogether';

const inclusions = 'http://www.w3.org/2001/XInclude';

/** A container under check. */
interface Container {
	readonly element: XmlElement;
	readonly facts: ElementFacts;
	readonly isList: boolean;
	/** As the schema writes it, the section first. */
	readonly path: string;
	/** What it lacks may be what stands loose around it. */
	readonly isDoubtful?: boolean;
}

/** A child that the schema knows, to be looked into next. */
export interface KnownChild {
	readonly element: XmlElement;
	readonly facts: ElementFacts;
	/** As the schema writes it, the section first. */
	readonly path: string;
	readonly isDoubtful?: boolean;
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
	const problems = checkStrayText(source, element, itemOf(container));
	const known = childrenOf(container);
	// No container has so many different children that a search through them would cost more than a map.
	const seen: ElementFacts[] = [];
	const repeated: ElementFacts[] = [];
	// Text among them was meant for an element, or tells what has become of one.
	const isClean = problems.length === 0;
	let complete = isClean && !container.isDoubtful;
	let hasLoose = false;
	for (const child of element.children) {
		if (child.kind !== 'element') continue;
		if (child.broken || child.namespace === inclusions) complete = false;
		if (child.namespace === inclusions) continue;
		const facts = child.namespace === element.namespace ? known.get(child.localName) : undefined;
		if (facts === undefined) {
			complete = false;
			// Of an entry whose own tags are gone the first element tells it.
			const isLoose = itemHolding(container, child.localName) !== undefined;
			if (!isLoose || !hasLoose) appendAll(problems, checkUnknown(source, container, child));
			hasLoose ||= isLoose;
			continue;
		}
		const isOnce = facts.occurs === '1' || facts.occurs === '?';
		if (!seen.includes(facts)) seen.push(facts);
		else if (isClean && isOnce) {
			// What stands in the second one is not looked into: it is to go.
			if (!repeated.includes(facts)) {
				repeated.push(facts);
				problems.push(problem('autoyast-element-repeated', nameOf(child), { name: child.name, parent: element.name }));
			}
			continue;
		}
		const untimely = checkLifetime(source, container, child, facts);
		appendAll(problems, untimely);
		if (untimely.length > 0) complete = false;
		// What the installer of that release leaves alone is not looked into.
		if (untimely.every(({ code }) => code === 'autoyast-element-old'))
			children.push({ element: child, facts, path: `${container.path}/${facts.name}` });
	}
	appendAll(problems, checkExclusive(container));
	for (const found of checkDistinct(source, element, container.path)) problems.push(found);
	if (complete && !hasFreeMacro(source, element)) {
		appendAll(problems, checkMissing(container, seen));
		appendAll(problems, checkTogether(source, element, container.path));
	}
	return { problems, children: hasLoose ? children.map(each => ({ ...each, isDoubtful: true })) : children };
}

/** Is there a macro in the container's own text? It may stand for elements that the appliance puts in. */
const hasFreeMacro = (source: UnattendSource, element: XmlElement): boolean =>
	source.macros.length > 0 &&
	element.children.some(
		child =>
			child.kind === 'text' && macrosIn(source, { start: child.offset, end: child.offset + child.length }).length > 0,
	);

/** Text between elements; macros there stand for whatever the appliance puts in. */
export function checkStrayText(source: UnattendSource, element: XmlElement, item?: string): Problem[] {
	for (const child of element.children) {
		if ((child.kind !== 'text' && child.kind !== 'cdata') || child.blank) continue;
		const whole = textPlace({ ...element, children: [child] });
		const place = bringsNone(source, whole, elements) ? whole : withoutMacros(source, whole);
		const text = source.text.slice(place.start, place.end);
		if (text !== '') {
			const facts = { name: element.name, text: shortened(text, 31), ...(item === undefined ? {} : { item }) };
			return [problem('autoyast-text-stray', place, facts)];
		}
	}
	return [];
}

/** What the entries of a list of texts are called, when it has none. */
function itemOf({ element, facts, isList }: Container): string | undefined {
	const [item] = facts.items.values();
	if (!isList || item === undefined || elementsOf(element).length > 0) return undefined;
	return item.types.includes('string') ? item.name : undefined;
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

/** An element that not every release knows, in a file for one that does not, or that may be one. */
function checkLifetime(
	source: UnattendSource,
	{ element, path }: Pick<Container, 'element' | 'path'>,
	child: XmlElement,
	known: ElementFacts | undefined,
): Problem[] {
	const { name, localName } = child;
	const lifetime = lifetimeOf(path, known?.name ?? localName);
	if (lifetime === undefined || isInOldLayout(element)) return [];
	const place = nameOf(child);
	const release = servicePackOf(slesRelease(source));
	const { since, until } = lifetime;
	const successor = successorOf(path, localName);
	const hint = successor === undefined ? '' : ` ${successor}`;
	if (livesIn(lifetime, release)) {
		if (release !== undefined || until === undefined || livesIn(lifetime, newestRelease)) return [];
		return [problem('autoyast-element-old', place, { name, until: releaseName(until), hint })];
	}
	if (since !== undefined && known !== undefined && !isPast(until, release)) {
		return [
			problem('autoyast-element-later', place, {
				name,
				since: releaseName(since),
				release: releaseName(release ?? ''),
			}),
		];
	}
	return [problem('autoyast-element-unknown', place, { name, parent: element.name, hint })];
}

/** Profiles of SUSE Linux 9 have elements that no schema at hand knows: only what is nearly one of today's is doubted there. */
function isInOldLayout(element: XmlElement): boolean {
	let section = element;
	while (section.parent?.parent) section = section.parent;
	return oldWrappers.includes(section.localName);
}

/** The entry of a list that an element was meant for, when it stands in the list itself. */
function itemHolding({ element, facts, isList }: Container, name: string): string | undefined {
	if (!isList || isInOldLayout(element)) return undefined;
	for (const item of facts.items.values()) if (item.children.has(name)) return item.name;
	return undefined;
}

function checkUnknown(source: UnattendSource, container: Container, child: XmlElement): Problem[] {
	const { element, path } = container;
	const name = child.name;
	if (lifetimeOf(path, child.localName)) return checkLifetime(source, container, child, undefined);
	const children = childrenOf(container);
	const item = itemHolding(container, child.localName);
	if (item !== undefined) {
		const hint = ` ${t('It belongs into a <{item}> of this list.', { item })}`;
		return [problem('autoyast-element-unknown', nameOf(child), { name, parent: element.name, hint })];
	}
	const successor = successorOf(path, child.localName);
	const release = servicePackOf(slesRelease(source));
	if (successor !== undefined && release?.startsWith('12')) return [];
	const near = nearestElement(child.localName, children.keys());
	if (near === undefined && isInOldLayout(element)) return [];
	const [place] = placesOf(child.localName);
	const hint =
		successor !== undefined
			? ` ${successor}`
			: near !== undefined
				? ` ${t('Did you mean <{near}>?', { near })}`
				: place !== undefined && place !== path
					? ` ${t('It belongs in {place}.', { place })}`
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
