import { childNamed, elementsOf, nodeAt, xmlOf } from '../xml/parse/xmlTree';
import { xmlFaultFixes } from '../xml/verbs/xmlFaultFixes';
import {
	addAttribute,
	addElement,
	editAt,
	elementAround,
	elementNamedAt,
	type Fixes,
	type FixPlace,
	removeNamed,
	renameElement,
	replaceBy,
	setNamespace,
	setText,
	type XmlFix,
} from '../xml/verbs/xmlFixes';
import { profileNamespace } from './checks/checkProfile';
import { configNamespace } from './checks/checkType';

/** Repairs for AutoYaST profiles. */
export const autoyastFixes: Fixes = {
	...xmlFaultFixes,
	'autoyast-type-missing': place => addAttribute(place, `${typeAttribute(place)}="${place.facts.type}"`),
	'autoyast-type-wrong': replaceBy('type'),
	'autoyast-boolean': replaceBy('replacement'),
	'autoyast-element-unknown': renameElement,
	'autoyast-section-unknown': renameElement,
	'autoyast-namespace': setNamespace(profileNamespace),
	'autoyast-value': replaceBy('replacement'),
	'autoyast-name': replaceBy('replacement'),
	'autoyast-type-repeated': removeAttribute,
	'autoyast-attribute-unknown': removeAttribute,
	'autoyast-password-hash': sayEncrypted,
	'autoyast-confirm': doNotConfirm,
	'autoyast-section-obsolete': removeNamed,
	'autoyast-report-waits': ({ source, place }) => ({
		title: 'Go on after 10 seconds',
		edits: [editAt(source, place, '10')],
	}),
	'autoyast-mount': ({ source, place, text }) => ({
		title: `Change to /${text}`,
		edits: [editAt(source, { start: place.start, end: place.start }, '/')],
	}),
};

function removeAttribute({ source, place, text }: FixPlace): XmlFix | undefined {
	const element = nodeAt(xmlOf(source), place.start);
	const attribute =
		element?.kind === 'element' ? element.attributes.find(({ nameOffset }) => nameOffset === place.start) : undefined;
	if (attribute === undefined) return undefined;
	const before = source.text.slice(0, place.start);
	const start = before.trimEnd().length;
	const end = attribute.valueOffset + attribute.valueLength + 1;
	return { title: `Remove the attribute ${text}`, edits: [editAt(source, { start, end }, '')] };
}

/** A hash is said to be one; a clear text is not touched here. */
function sayEncrypted(place: FixPlace): XmlFix | undefined {
	if (place.facts.says !== 'false') return undefined;
	const password = elementAround(place.source, place.place);
	const encrypted = childNamed(password?.parent, 'encrypted');
	if (encrypted) return setText(place, encrypted, 'true');
	return password && addElement(place, password, `<encrypted ${typeAttribute(place)}="boolean">true</encrypted>`);
}

function doNotConfirm(place: FixPlace): XmlFix | undefined {
	const element = elementNamedAt(place.source, place.place);
	if (element?.localName === 'confirm') return setText(place, element, 'false');
	const last = element?.localName === 'mode' ? elementsOf(element).at(-1) : undefined;
	return last && addElement(place, last, `<confirm ${typeAttribute(place)}="boolean">false</confirm>`);
}

/** The spelling that the file can use: the long one needs its prefix declared. */
export function typeAttribute({ source }: Pick<FixPlace, 'source'>): string {
	const declared = xmlOf(source).root?.attributes.find(
		({ prefix, value }) => prefix === 'xmlns' && value === configNamespace,
	);
	return declared ? `${declared.localName}:type` : 't';
}
