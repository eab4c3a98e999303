import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { withoutMoved } from '../../xml/movedElements';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { elementsOf, nameOf, nameOfAttribute, xmlOf } from '../../xml/parse/xmlTree';
import { lifetimeOf, livesIn, releaseName, servicePackOf } from '../autoyastHistory';
import { type ElementFacts, oldWrappers, placesOf, sectionFacts, sectionNames } from '../autoyastTable';
import { nearestElement } from '../nearestElement';
import { slesRelease } from '../slesRelease';
import { checkContent, checkStrayText, type KnownChild } from './checkContent';
import { checkMeaning } from './checkMeaning';
import { checkType, configNamespace } from './checkType';
import { checkValue } from './checkValue';

export const profileNamespace = 'http://www.suse.com/1.0/yast2ns';

/** Checks a profile against what the schema says: its root, its sections and all that stands in them. */
export function checkProfile(source: UnattendSource): Problem[] {
	const { root } = xmlOf(source);
	if (root === undefined) return [];
	const problems: Problem[] = [];
	if (root.localName !== 'profile') {
		return [problem('autoyast-root', nameOf(root), { name: root.name })];
	}
	if (root.namespace !== profileNamespace) {
		problems.push(problem('autoyast-namespace', nameOf(root), { found: root.namespace ?? t('none') }));
	}
	appendAll(problems, checkTypeNamespace(root));
	appendAll(problems, checkStrayText(source, root));
	const seen = new Set<string>();
	for (const section of sectionsOf(root)) {
		// A root element whose start tag stands twice.
		if (section.namespace !== root.namespace || (section.localName === 'profile' && root.broken)) continue;
		const place = `${section.parent?.name}/${section.localName}`;
		if (seen.has(place) && (section.parent === root || sectionFacts(section.localName))) {
			problems.push(problem('autoyast-section-repeated', nameOf(section), { name: section.name }));
		}
		seen.add(place);
		for (const found of checkSection(source, section)) problems.push(found);
	}
	return withoutMoved(root, problems, {
		twice: 'autoyast-element-repeated',
		lacking: ['autoyast-element-missing', 'autoyast-companion'],
	});
}

const isWrapper = ({ localName }: XmlElement): boolean => oldWrappers.includes(localName);

/** The wrappers of an old profile and all that stands in them count as sections. */
const sectionsOf = (root: XmlElement): XmlElement[] =>
	elementsOf(root).flatMap(element => (isWrapper(element) ? [element, ...elementsOf(element)] : [element]));

/** Where the sections stand: in the profile, or in its one wrapper. */
export function sectionHolder(root: XmlElement): XmlElement {
	const [only, ...others] = elementsOf(root);
	return only && isWrapper(only) && others.length === 0 ? only : root;
}

/** The prefix of the type attributes stands for their namespace. */
function checkTypeNamespace(root: XmlElement): Problem[] {
	const declared = root.attributes.find(({ prefix, localName }) => prefix === 'xmlns' && localName === 'config');
	if (declared === undefined || declared.value === configNamespace) return [];
	const facts = { prefix: declared.localName, found: declared.value === '' ? t('nothing') : declared.value };
	return [problem('autoyast-config-namespace', nameOfAttribute(declared), facts)];
}

function checkSection(source: UnattendSource, section: XmlElement): Problem[] {
	const name = section.localName;
	const facts = sectionFacts(name);
	const place = nameOf(section);
	if (facts === undefined) {
		if (isWrapper(section)) return [problem('autoyast-layout-old', place, { name })];
		const near = nearestElement(name, sectionNames);
		return near === undefined
			? [unlistedSection(section)]
			: [problem('autoyast-section-unknown', place, { name, suggestion: near })];
	}
	if (facts.obsolete !== undefined) return obsoleteSection(source, section, facts.obsolete);
	return facts.unread ? [] : walk(source, section, facts);
}

/** A section that no module reads; one that is an element of another section belongs there. */
function unlistedSection(section: XmlElement): Problem {
	const name = section.localName;
	const [owner] = placesOf(name);
	const hint = owner === undefined ? '' : ` ${t('It belongs in {owner}.', { owner })}`;
	return problem('autoyast-section-unlisted', nameOf(section), { name, hint, ...(owner ? { owner } : {}) });
}

/** A section that today's installer leaves alone; an older one may still read it. */
function obsoleteSection(source: UnattendSource, section: XmlElement, why: string): Problem[] {
	const { localName: name } = section;
	const lifetime = lifetimeOf('', name);
	const release = servicePackOf(slesRelease(source));
	if (lifetime?.until === undefined || !livesIn(lifetime, release))
		return [problem('autoyast-section-obsolete', nameOf(section), { name, why })];
	if (release !== undefined) return [];
	return [problem('autoyast-element-old', nameOf(section), { name, until: releaseName(lifetime.until), hint: '' })];
}

/** Goes through a section without recursion. What one element gives may be long, so it is not spread into arguments. */
function walk(source: UnattendSource, section: XmlElement, sectionEntry: ElementFacts): Problem[] {
	const problems: Problem[] = [];
	const waiting: KnownChild[] = [{ element: section, facts: sectionEntry, path: sectionEntry.name }];
	for (let step = waiting.pop(); step; step = waiting.pop()) {
		const { element, facts, path, isDoubtful } = step;
		if (element.broken || facts.isAny) continue;
		const { type, problems: ofType } = checkType(source, element, facts);
		for (const found of ofType) problems.push(found);
		if (type === undefined) continue;
		if (type !== 'list' && type !== 'map') {
			const found = checkValue(source, element, facts, type) ?? checkMeaning(source, element, path);
			if (found) problems.push(found);
			continue;
		}
		const content = checkContent(source, {
			element,
			facts,
			isList: type === 'list',
			path,
			...(isDoubtful ? { isDoubtful } : {}),
		});
		for (const found of content.problems) problems.push(found);
		for (const child of content.children) waiting.push(child);
	}
	return problems;
}
