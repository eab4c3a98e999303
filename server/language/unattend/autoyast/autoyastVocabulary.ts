import { either } from '../../../texts/inARow';
import { english, t, translate } from '../../../texts/texts';
import type { XmlElement } from '../xml/parse/xmlNode';
import { elementsOf, valueOfAttribute } from '../xml/parse/xmlTree';
import type { Offer, Vocabulary } from '../xml/verbs/vocabulary';
import type { KnownElement } from '../xml/verbs/xmlTokens';
import { lifetimeOf } from './autoyastHistory';
import { autoyastSnippets } from './autoyastSnippets';
import { type ElementFacts, factsOfElement, sectionFacts, sectionNames } from './autoyastTable';
import { profileNamespace } from './checks/checkProfile';
import { configNamespace, isTypeAttribute } from './checks/checkType';

const root: Offer = {
	label: 'profile',
	about: english('The root element of an AutoYaST profile.'),
	attributes: ` xmlns="${profileNamespace}" xmlns:config="${configNamespace}"`,
	isContainer: true,
};

/** What AutoYaST's schema knows, for completion and hover. */
export const autoyastVocabulary: Vocabulary = {
	children: (_, parent) => (parent === undefined ? [root] : parent.parent ? childrenOf(parent) : sectionsOf(parent)),
	snippets: (_, parent) => autoyastSnippets(parent),
	attributes: (_, element) =>
		(factsOfElement(element)?.types ?? []).map(type => ({
			label: 'config:type',
			detail: type,
			attributes: type,
			about: t('The type of the element; type and t mean the same.'),
		})),
	attributeValues: (_, element, attribute) =>
		isTypeAttribute(attribute) ? (factsOfElement(element)?.types ?? []).map(type => ({ label: type })) : [],
	values: (_, element) => valuesOf(factsOfElement(element)).map(label => ({ label })),
	describe: (_, element) => describe(element),
	describeAttribute: (_, element, attribute) => {
		const facts = factsOfElement(element);
		if (facts === undefined || !isTypeAttribute(attribute)) return undefined;
		return t('The type of `<{element}>`: {types}. `config:type`, `type` and `t` mean the same.', {
			element: element.name,
			types: either(facts.types),
		});
	},
};

function sectionsOf(profile: XmlElement): Offer[] {
	const present = new Set(elementsOf(profile).map(({ localName }) => localName));
	return sectionNames.flatMap(name => {
		const facts = sectionFacts(name);
		if (facts === undefined || present.has(name)) return [];
		return [{ ...offerOf(name, facts), isContainer: true, isLast: facts.obsolete !== undefined }];
	});
}

function childrenOf(parent: XmlElement): Offer[] {
	const facts = factsOfElement(parent);
	if (facts === undefined) return [];
	const present = new Set(elementsOf(parent).map(({ localName }) => localName));
	const known = new Map([...facts.children, ...facts.items]);
	return [...known]
		.filter(([name, { occurs }]) => !present.has(name) || occurs === '*' || occurs === '+')
		.filter(([name]) => lifetimeOf(pathOf(parent), name)?.until === undefined)
		.map(([name, child]) => ({ ...offerOf(name, child), isLast: name !== child.name || child.occurs === '*' }));
}

/** Names that lead to an element, the section first. */
function pathOf(element: XmlElement): string {
	const names: string[] = [];
	for (let at: XmlElement | undefined = element; at?.parent !== undefined; at = at.parent) names.push(at.localName);
	return names.reverse().join('/');
}

/** An element that the schema knows, and the words that it may hold. */
export function knownElement(element: XmlElement): KnownElement | undefined {
	if (element.parent === undefined) return undefined;
	const facts = factsOfElement(element);
	if (facts === undefined) return undefined;
	const type = element.attributes.find(isTypeAttribute);
	const attributes = type && facts.types.some(each => each === type.value) ? [valueOfAttribute(type)] : [];
	const words = valuesOf(facts);
	return { words: words.length > 0 ? words.map(word => word.toLowerCase()) : undefined, attributes };
}

const typesToSay: readonly string[] = ['boolean', 'integer', 'symbol', 'list'];

function offerOf(name: string, facts: ElementFacts): Offer {
	const [type = 'string'] = facts.types;
	return {
		label: name,
		detail:
			facts.occurs === '1' || facts.occurs === '+'
				? t('{types}, required', { types: either(facts.types) })
				: either(facts.types),
		about: facts.about,
		attributes: typesToSay.includes(type) ? ` config:type="${type}"` : '',
		isContainer: facts.children.size > 0,
	};
}

const valuesOf = (facts: ElementFacts | undefined): readonly string[] =>
	facts?.types.includes('boolean') ? ['true', 'false'] : (facts?.values ?? []);

function describe(element: XmlElement): string | undefined {
	const isSection = element.parent !== undefined && element.parent.parent === undefined;
	const section = isSection ? sectionFacts(element.localName) : undefined;
	const facts = section ?? factsOfElement(element);
	if (facts === undefined) return undefined;
	const lines = [`\`<${element.localName}>\` ${section?.unread ? '' : either(facts.types)}`.trim()];
	if (facts.about !== undefined) lines.push(translate(facts.about));
	const values = valuesOf(facts);
	if (values.length > 0) lines.push(t('Values: {values}.', { values: values.map(value => `\`${value}\``).join(', ') }));
	if (!isSection && facts.occurs === '1') lines.push(t('Must stand here.'));
	if (section?.obsolete !== undefined) lines.push(t('Obsolete: {instead}.', { instead: translate(section.obsolete) }));
	return lines.join('\n\n');
}
