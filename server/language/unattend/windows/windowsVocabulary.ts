import { english, t, translate } from '../../../texts/texts';
import type { XmlElement } from '../xml/parse/xmlNode';
import { attributeNamed, elementsOf, valueOfAttribute } from '../xml/parse/xmlTree';
import type { Offer, Vocabulary } from '../xml/verbs/vocabulary';
import type { KnownElement } from '../xml/verbs/xmlTokens';
import { usualValues } from './checks/checkComponent';
import { windowsSnippets } from './windowsSnippets';
import {
	architectures,
	componentFacts,
	componentNames,
	type NumberRange,
	passes,
	placeOf,
	type SettingFacts,
	unattendNamespace,
	versionScopes,
	wcmNamespace,
} from './windowsTable';

const root: Offer = {
	label: 'unattend',
	about: english('The root element of a Windows unattend file.'),
	attributes: ` xmlns="${unattendNamespace}" xmlns:wcm="${wcmNamespace}"`,
	isContainer: true,
};

/** What is known about Windows unattend files, for completion and hover. */
export const windowsVocabulary: Vocabulary = {
	children(_, parent) {
		if (parent === undefined) return [root];
		if (parent.parent === undefined) return [settings];
		if (parent.localName === 'settings') return componentsFor(parent);
		return settingsIn(parent);
	},
	snippets: (_, parent) => windowsSnippets(parent),
	attributes(_, element) {
		if (element.localName === 'settings') return [{ label: 'pass' }];
		if (element.localName === 'component') {
			return ['name', ...usualValues.keys()].map(label => ({ label, attributes: usualValues.get(label) }));
		}
		const facts = factsOf(element);
		return [
			...(facts?.item ? [{ label: 'wcm:action', attributes: 'add' }] : []),
			...(facts?.keyed ? [{ label: 'wcm:keyValue', attributes: '1' }] : []),
		];
	},
	attributeValues: (_, element, { name }) => attributeValues(element, name),
	values(_, element) {
		const facts = factsOf(element);
		const values = facts?.type === 'boolean' ? ['true', 'false'] : (facts?.values ?? []);
		return values.map(label => ({ label }));
	},
	describe: (_, element) => describe(element),
	describeAttribute: (_, element, { name, value }) => describeAttribute(element, name, value),
};

const settings: Offer = {
	label: 'settings',
	attributes: ' pass="specialize"',
	about: english('The settings of one pass of the installation.'),
	isContainer: true,
};

function factsOf(element: XmlElement): SettingFacts | undefined {
	const place = placeOf(element);
	return place && place.path !== '' ? place.component.settings.get(place.path) : undefined;
}

/** An element that is known, and the words that it may hold. */
export function knownElement(element: XmlElement): KnownElement | undefined {
	if (element.localName === 'settings' || element.localName === 'component') return knownFrame(element);
	const facts = factsOf(element);
	if (facts === undefined) return undefined;
	const words = facts.type === 'boolean' ? ['true', 'false'] : facts.values?.map(word => word.toLowerCase());
	return { words };
}

function knownFrame(element: XmlElement): KnownElement {
	const attributes = element.attributes.filter(({ name, value }) =>
		name === 'pass' ? Object.hasOwn(passes, value) : name === 'name' && componentFacts(value) !== undefined,
	);
	return { words: undefined, attributes: attributes.map(valueOfAttribute) };
}

const passOf = (element: XmlElement): string => attributeNamed(element, 'pass')?.value ?? '';

const identity = [...usualValues].map(([name, value]) => ` ${name}="${value}"`).join('');

/** Components that have settings in this pass; the label is the name, the element is written in full. */
function componentsFor(parent: XmlElement): Offer[] {
	const pass = passOf(parent);
	const known = componentNames.filter(name => pass === '' || componentFacts(name)?.passes.includes(pass));
	return [
		{ label: 'component', attributes: ` name="${known.length === 1 ? known[0] : '$1'}"${identity}`, isContainer: true },
	];
}

function settingsIn(parent: XmlElement): Offer[] {
	const place = placeOf(parent);
	if (place === undefined) return [];
	const { component, path, pass } = place;
	const present = new Set(elementsOf(parent).map(({ localName }) => localName));
	return (component.children.get(path) ?? []).flatMap(name => {
		const facts = component.settings.get(path === '' ? name : `${path}/${name}`);
		if (facts === undefined || (present.has(name) && !facts.item)) return [];
		const isElsewhere = facts.passes !== undefined && pass !== '' && !facts.passes.includes(pass);
		if (isElsewhere) return [];
		return [
			{
				label: name,
				detail: `${facts.type}${facts.required ? ', required' : ''}`,
				about: facts.about,
				attributes: `${facts.item ? ' wcm:action="add"' : ''}${facts.keyed ? ' wcm:keyValue="1"' : ''}`,
				isContainer: facts.type === 'group',
				isLast: facts.deprecated !== undefined,
			},
		];
	});
}

function attributeValues(element: XmlElement, name: string): Offer[] {
	if (name === 'pass') return Object.entries(passes).map(([label, about]) => ({ label, about }));
	if (name === 'wcm:action') return ['add', 'modify', 'remove'].map(label => ({ label }));
	if (element.localName !== 'component') return [];
	if (name === 'processorArchitecture') return architectures.map(label => ({ label }));
	if (name === 'versionScope') return versionScopes.map(label => ({ label }));
	if (name !== 'name') return [{ label: usualValues.get(name) ?? '' }].filter(({ label }) => label !== '');
	const pass = element.parent ? passOf(element.parent) : '';
	return componentNames.flatMap(label => {
		const facts = componentFacts(label);
		const fits = pass === '' || !Object.hasOwn(passes, pass) || facts?.passes.includes(pass);
		return fits ? [{ label, about: facts?.about, isLast: facts?.settings.size === 0 }] : [];
	});
}

function describe(element: XmlElement): string | undefined {
	const place = placeOf(element);
	if (place === undefined) return undefined;
	if (place.path === '') return describeComponent(place.component.name);
	const facts = place.component.settings.get(place.path);
	if (facts === undefined) return undefined;
	const lines = [`\`<${element.localName}>\` ${facts.item ? t('entry of a list') : facts.type}`];
	if (facts.about) lines.push(translate(facts.about));
	if (facts.values)
		lines.push(t('Values: {values}.', { values: facts.values.map(value => `\`${value}\``).join(', ') }));
	if (facts.range) lines.push(rangeSentence(facts.range));
	if (facts.filled) lines.push(t('Must not be empty.'));
	if (facts.max) lines.push(t('At most {max} characters.', { max: facts.max }));
	if (facts.passes) lines.push(t('Passes: {passes}.', { passes: facts.passes.join(', ') }));
	if (facts.deprecated)
		lines.push(t('No longer meant for use: {deprecated}.', { deprecated: translate(facts.deprecated) }));
	return lines.join('\n\n');
}

const rangeSentence = ({ least, most }: NumberRange): string =>
	most === Number.POSITIVE_INFINITY
		? t('A whole number from {least} on.', { least })
		: t('A whole number from {least} to {most}.', { least, most });

function describeComponent(name: string): string | undefined {
	const facts = componentFacts(name);
	if (facts === undefined) return undefined;
	const about = facts.about ? [translate(facts.about)] : [];
	return [`**${facts.name}**`, ...about, t('Passes: {passes}.', { passes: facts.passes.join(', ') })].join('\n\n');
}

function describeAttribute(element: XmlElement, name: string, value: string): string | undefined {
	if (name === 'pass' && Object.hasOwn(passes, value)) return `**${value}**\n\n${translate(passes[value] ?? '')}`;
	if (name === 'name' && element.localName === 'component') return describeComponent(value);
	return name === 'wcm:action' ? t('What is done with this entry of the list: add, modify or remove.') : undefined;
}
