import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { change, changeValue, deciding, type Fixers, safe, type TextFix } from '../../quickFix';
import { insert, replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { XmlElement } from '../xml/parse/xmlNode';
import { childNamed, elementsOf } from '../xml/parse/xmlTree';
import { strayTextFixes } from '../xml/verbs/strayTextFixes';
import { xmlFaultFixes } from '../xml/verbs/xmlFaultFixes';
import {
	addAttribute,
	addElement,
	elementAround,
	elementNamedAt,
	oneName,
	removeNamed,
	renameElement,
	reportedText,
	setNamespace,
	setText,
	type XmlFixer,
} from '../xml/verbs/xmlFixes';
import { addAction, addKey, addOrder, nextOrder } from './listFixes';
import { mendUnknown, mendWord, useUsualArchitecture, wrapText } from './settingFixes';
import { placeOf, unattendNamespace } from './windowsTable';

/** Quick fixes for Windows unattend files. */
export const windowsFixes: Fixers<UnattendSource> = {
	...xmlFaultFixes,
	'xml-end-tag-name': oneName(namesIn),
	'windows-text-stray': strayTextFixes,
	'windows-root': renameElement,
	'windows-namespace': setNamespace(unattendNamespace),
	'windows-list-namespace': change('suggestion'),
	'windows-attribute-unknown': change('suggestion'),
	'windows-element-unknown': renameElement,
	'windows-setting-unknown': mendUnknown,
	'windows-setting-kind': wrapText,
	'windows-setting-missing': addOrder,
	'windows-pass-unknown': change('suggestion'),
	'windows-pass-misfit': deciding(change('suggestion')),
	'windows-component-value': change('suggestion'),
	'windows-servicing-value': change('suggestion'),
	'windows-component-token': change('suggestion'),
	'windows-component-language': change('suggestion'),
	'windows-component-unknown': changeValue('suggestion'),
	'windows-component-misfit': changeValue('suggestion'),
	'windows-architecture-mixed': useUsualArchitecture,
	'windows-boolean': changeWhole,
	'windows-integer': (problem, source) => {
		const changed = deciding(change())(problem, source);
		return changed.length > 0 ? changed : nextOrder(problem, source);
	},
	'windows-form': deciding(change()),
	'windows-computer-name': deciding(change()),
	'windows-product-key': changeValue(),
	'windows-component-attribute': problem =>
		problem.facts.value === ''
			? undefined
			: addAttribute(problem, `${problem.facts.attribute}="${problem.facts.value}"`),
	'windows-item-action': addAction,
	'windows-item-key': addKey,
	'windows-action-value': change('suggestion'),
	'windows-value': mendWord,
	'windows-time-zone': changeValue('suggestion'),
	'windows-locale': changeValue('suggestion'),
	'windows-setting-twice': removeNamed,
	'windows-mac': (problem, source) =>
		safe(t('Write hyphens'), replace(problem, reportedText(problem, source).replaceAll(':', '-'))),
	'windows-eula': acceptLicence,
	'windows-partition-size': removeNamed,
	'windows-partition-format': removeNamed,
	'windows-partition-active': removeNamed,
	'windows-join-twice': removeNamed,
	'windows-join-unsecure': removeNamed,
	'windows-install-twice': removeNamed,
	'windows-setting-deprecated': removeNamed,
	'windows-efi-format': deciding(change()),
	'windows-autologon-count': addLogonSetting('LogonCount', '1'),
	'windows-autologon-off': addLogonSetting('Enabled', 'true'),
	'windows-password-encoded': sayPlain('false'),
	'windows-password-encoding': sayPlain('true'),
	'windows-command-shell': ({ start }) => safe(t('Run it with cmd /c'), insert(start, 'cmd /c ')),
	'windows-order-repeated': nextOrder,
};

function namesIn(parent: XmlElement | undefined): readonly string[] {
	if (parent === undefined) return ['unattend'];
	if (parent.parent === undefined) return ['settings', 'servicing'];
	if (parent.localName === 'settings') return ['component'];
	const place = placeOf(parent);
	return place?.component.children.get(place.path) ?? [];
}

/** Setup takes a boolean without any blank around it. */
function changeWhole({ start, end, facts }: Problem, { text }: UnattendSource): TextFix | undefined {
	const { replacement } = facts;
	if (typeof replacement !== 'string') return undefined;
	const before = text.slice(0, start);
	const behind = text.slice(end);
	const place = { start: before.trimEnd().length, end: text.length - behind.trimStart().length };
	const isAlone = before[place.start - 1] === '>' && text[place.end] === '<';
	return safe(t('Change to {replacement}', { replacement }), replace(isAlone ? place : { start, end }, replacement));
}

/** The terms are accepted by a person, never by a tool on its own. */
function acceptLicence(problem: Problem, source: UnattendSource): TextFix | undefined {
	const element = elementNamedAt(source, problem);
	if (element?.localName === 'AcceptEula') return setText(element, 'true');
	const last = element?.localName === 'UserData' ? elementsOf(element).at(-1) : undefined;
	return last && { ...addElement(source, last, '<AcceptEula>true</AcceptEula>'), effect: 'decides' };
}

function addLogonSetting(name: string, value: string): XmlFixer {
	return (problem, source) => {
		const user = childNamed(elementNamedAt(source, problem), 'Username');
		return user && { ...addElement(source, user, `<${name}>${value}</${name}>`), effect: 'decides' };
	};
}

function sayPlain(value: string): XmlFixer {
	return (problem, source) => {
		const plain = childNamed(elementAround(source, problem)?.parent, 'PlainText');
		return plain && setText(plain, value);
	};
}
