import type { Problem } from '../../problem';
import { change, changeValue, decides, deciding, type Fixers, safe, type TextFix } from '../../quickFix';
import { insert, replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import { childNamed, elementsOf, xmlOf } from '../xml/parse/xmlTree';
import { strayTextFixes } from '../xml/verbs/strayTextFixes';
import { xmlFaultFixes } from '../xml/verbs/xmlFaultFixes';
import {
	addAttribute,
	addElement,
	elementAround,
	elementNamedAt,
	removeNamed,
	renameElement,
	renameOpenElement,
	reportedText,
	setNamespace,
	setText,
} from '../xml/verbs/xmlFixes';
import { onlyText } from '../xml/xmlPlace';
import { unattendNamespace, wcmNamespace } from './windowsTable';

/** Quick fixes for Windows unattend files. */
export const windowsFixes: Fixers<UnattendSource> = {
	...xmlFaultFixes,
	'windows-text-stray': strayTextFixes,
	'windows-namespace': setNamespace(unattendNamespace),
	'windows-element-unknown': renameElement,
	'windows-setting-unknown': renameOpenElement,
	'windows-pass-unknown': change('suggestion'),
	'windows-component-value': change('suggestion'),
	'windows-component-token': change('suggestion'),
	'windows-component-unknown': changeValue('suggestion'),
	'windows-boolean': changeWhole,
	'windows-component-attribute': problem =>
		problem.facts.value === ''
			? undefined
			: addAttribute(problem, `${problem.facts.attribute}="${problem.facts.value}"`),
	'windows-item-action': addAction,
	'windows-action-value': change('suggestion'),
	'windows-value': change('suggestion'),
	'windows-time-zone': changeValue('suggestion'),
	'windows-locale': changeValue('suggestion'),
	'windows-setting-twice': removeNamed,
	'windows-mac': (problem, source) =>
		safe('Write hyphens', replace(problem, reportedText(problem, source).replaceAll(':', '-'))),
	'windows-eula': acceptLicence,
	'windows-partition-size': removeNamed,
	'windows-setting-deprecated': removeNamed,
	'windows-efi-format': deciding(change()),
	'windows-autologon-count': addLogonCount,
	'windows-password-encoded': sayEncoded,
	'windows-command-shell': ({ start }) => safe('Run it with cmd /c', insert(start, 'cmd /c ')),
	'windows-order-repeated': nextOrder,
};

/** Setup takes a boolean without any blank around it. */
function changeWhole({ start, end, facts }: Problem, { text }: UnattendSource): TextFix | undefined {
	const { replacement } = facts;
	if (typeof replacement !== 'string') return undefined;
	const before = text.slice(0, start);
	const behind = text.slice(end);
	const place = { start: before.trimEnd().length, end: text.length - behind.trimStart().length };
	const isAlone = before[place.start - 1] === '>' && text[place.end] === '<';
	return safe(`Change to ${replacement}`, replace(isAlone ? place : { start, end }, replacement));
}

/** The terms are accepted by a person, never by a tool on its own. */
function acceptLicence(problem: Problem, source: UnattendSource): TextFix | undefined {
	const element = elementNamedAt(source, problem);
	if (element?.localName === 'AcceptEula') return setText(element, 'true');
	const last = element?.localName === 'UserData' ? elementsOf(element).at(-1) : undefined;
	return last && { ...addElement(source, last, '<AcceptEula>true</AcceptEula>'), effect: 'decides' };
}

function addLogonCount(problem: Problem, source: UnattendSource): TextFix | undefined {
	const user = childNamed(elementNamedAt(source, problem), 'Username');
	return user && { ...addElement(source, user, '<LogonCount>1</LogonCount>'), effect: 'decides' };
}

function sayEncoded(problem: Problem, source: UnattendSource): TextFix | undefined {
	const plain = childNamed(elementAround(source, problem)?.parent, 'PlainText');
	return plain && setText(plain, 'false');
}

/** The next number behind the highest of the list. */
function nextOrder(problem: Problem, source: UnattendSource): TextFix | undefined {
	const entry = elementAround(source, problem)?.parent;
	if (entry?.parent === undefined) return undefined;
	const orders = elementsOf(entry.parent).map(each =>
		Number(onlyText(source, childNamed(each, 'Order')) ?? Number.NaN),
	);
	if (orders.some(order => !Number.isSafeInteger(order))) return undefined;
	const next = String(Math.max(...orders) + 1);
	return decides(`Change to ${next}`, replace(problem, next));
}

/** Adds the action under the prefix in scope, and declares one where none is. */
function addAction(problem: Problem, source: UnattendSource): TextFix {
	for (let at = elementNamedAt(source, problem); at !== undefined; at = at.parent) {
		const declared = at.attributes.find(({ prefix, value }) => prefix === 'xmlns' && value === wcmNamespace);
		if (declared) return addAttribute(problem, `${declared.localName}:action="add"`);
	}
	const added = addAttribute(problem, 'wcm:action="add"');
	const { root } = xmlOf(source);
	if (root === undefined) return added;
	const behindName = root.offset + 1 + root.name.length;
	return safe(added.title, insert(behindName, ` xmlns:wcm="${wcmNamespace}"`), ...added.changes);
}
