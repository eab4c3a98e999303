import { childNamed, elementsOf, xmlOf } from '../xml/parse/xmlTree';
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
import { onlyText } from '../xml/xmlPlace';
import { unattendNamespace, wcmNamespace } from './windowsTable';

/** Repairs for Windows unattend files. */
export const windowsFixes: Fixes = {
	...xmlFaultFixes,
	'windows-namespace': setNamespace(unattendNamespace),
	'windows-element-unknown': renameElement,
	'windows-setting-unknown': renameElement,
	'windows-pass-unknown': replaceBy('suggestion'),
	'windows-component-value': replaceBy('suggestion'),
	'windows-component-token': replaceBy('suggestion'),
	'windows-component-unknown': replaceBy('suggestion'),
	'windows-boolean': replaceBy('replacement'),
	'windows-component-attribute': place =>
		place.facts.value === '' ? undefined : addAttribute(place, `${place.facts.attribute}="${place.facts.value}"`),
	'windows-item-action': addAction,
	'windows-action-value': replaceBy('suggestion'),
	'windows-value': replaceBy('suggestion'),
	'windows-time-zone': replaceBy('suggestion'),
	'windows-locale': replaceBy('suggestion'),
	'windows-setting-twice': removeNamed,
	'windows-mac': ({ source, place, text }) => ({
		title: 'Write hyphens',
		edits: [editAt(source, place, text.replaceAll(':', '-'))],
	}),
	'windows-eula': acceptLicence,
	'windows-partition-size': removeNamed,
	'windows-setting-deprecated': removeNamed,
	'windows-efi-format': replaceBy('replacement'),
	'windows-autologon-count': addLogonCount,
	'windows-password-encoded': sayEncoded,
	'windows-command-shell': ({ source, place }) => ({
		title: 'Run it by cmd /c',
		edits: [editAt(source, { start: place.start, end: place.start }, 'cmd /c ')],
	}),
	'windows-order-repeated': nextOrder,
};

function acceptLicence(place: FixPlace): XmlFix | undefined {
	const element = elementNamedAt(place.source, place.place);
	if (element?.localName === 'AcceptEula') return setText(place, element, 'true');
	const last = element?.localName === 'UserData' ? elementsOf(element).at(-1) : undefined;
	return last && addElement(place, last, '<AcceptEula>true</AcceptEula>');
}

function addLogonCount(place: FixPlace): XmlFix | undefined {
	const user = childNamed(elementNamedAt(place.source, place.place), 'Username');
	return user && addElement(place, user, '<LogonCount>1</LogonCount>');
}

function sayEncoded(place: FixPlace): XmlFix | undefined {
	const plain = childNamed(elementAround(place.source, place.place)?.parent, 'PlainText');
	return plain && setText(place, plain, 'false');
}

/** The next number behind the highest of the list. */
function nextOrder({ source, place }: FixPlace): XmlFix | undefined {
	const entry = elementAround(source, place)?.parent;
	if (entry?.parent === undefined) return undefined;
	const orders = elementsOf(entry.parent).map(each =>
		Number(onlyText(source, childNamed(each, 'Order')) ?? Number.NaN),
	);
	if (orders.some(order => !Number.isSafeInteger(order))) return undefined;
	const next = String(Math.max(...orders) + 1);
	return { title: `Change to ${next}`, edits: [editAt(source, place, next)] };
}

/** Adds the action under the prefix in scope, and declares one where none is. */
function addAction(place: FixPlace): XmlFix | undefined {
	const element = elementNamedAt(place.source, place.place);
	for (let at = element; at !== undefined; at = at.parent) {
		const declared = at.attributes.find(({ prefix, value }) => prefix === 'xmlns' && value === wcmNamespace);
		if (declared) return addAttribute(place, `${declared.localName}:action="add"`);
	}
	const added = addAttribute(place, 'wcm:action="add"');
	const { root } = xmlOf(place.source);
	if (root === undefined) return added;
	const end = root.offset + 1 + root.name.length;
	return {
		title: added.title,
		edits: [editAt(place.source, { start: end, end }, ` xmlns:wcm="${wcmNamespace}"`), ...added.edits],
	};
}
