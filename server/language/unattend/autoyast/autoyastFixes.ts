import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { change, changeValue, decides, type Fixers, loses, safe, type TextFix } from '../../quickFix';
import { insert, replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { XmlElement } from '../xml/parse/xmlNode';
import { childNamed, elementsOf, nameOf, nodeAt, valueOfAttribute, xmlOf } from '../xml/parse/xmlTree';
import { strayTextFixes } from '../xml/verbs/strayTextFixes';
import { xmlFaultFixes } from '../xml/verbs/xmlFaultFixes';
import {
	addAttribute,
	addElement,
	elementAround,
	elementNamedAt,
	oneName,
	removeNamed,
	renameOpenElement,
	reportedText,
	setNamespace,
	setText,
} from '../xml/verbs/xmlFixes';
import { factsOfElement, sectionNames } from './autoyastTable';
import { profileNamespace } from './checks/checkProfile';
import { configNamespace, isTypeAttribute } from './checks/checkType';

/** Quick fixes for AutoYaST profiles. */
export const autoyastFixes: Fixers<UnattendSource> = {
	...xmlFaultFixes,
	'xml-end-tag-name': oneName(namesIn),
	'autoyast-type-missing': (problem, source) =>
		addAttribute(problem, `${typeAttribute(source)}="${problem.facts.type}"`),
	'autoyast-type-wrong': changeType,
	'autoyast-boolean': change(),
	'autoyast-element-unknown': renameOpenElement,
	'autoyast-section-unknown': renameOpenElement,
	'autoyast-namespace': setNamespace(profileNamespace),
	'autoyast-value': change(),
	'autoyast-name': changeValue(),
	'autoyast-text-stray': (problem, source) => wrapEntry(problem, source) ?? strayTextFixes(problem, source),
	'autoyast-type-repeated': removeAttribute,
	'autoyast-attribute-unknown': (problem, source) =>
		problem.facts.suggestion === undefined ? removeAttribute(problem, source) : change('suggestion')(problem, source),
	'autoyast-config-namespace': declareTypes,
	'autoyast-password-hash': sayEncrypted,
	'autoyast-confirm': doNotConfirm,
	'autoyast-section-obsolete': removeNamed,
	'autoyast-report-waits': problem => decides(t('Change to 10'), replace(problem, '10')),
	'autoyast-mount': (problem, source) =>
		safe(t('Change to /{problem}', { problem: reportedText(problem, source) }), insert(problem.start, '/')),
};

/** An element that holds others does not become a text by its type. */
function changeType(problem: Problem, source: UnattendSource): readonly TextFix[] {
	const element = nodeAt(xmlOf(source), problem.start);
	const isText = !['list', 'map'].includes(String(problem.facts.type));
	const holdsElements = element?.kind === 'element' && elementsOf(element).length > 0;
	return isText && holdsElements ? [] : change('type')(problem, source);
}

/** The text of a list becomes its one entry. */
function wrapEntry(problem: Problem, source: UnattendSource): TextFix | undefined {
	const { item } = problem.facts;
	const list = elementAround(source, problem);
	if (typeof item !== 'string' || list === undefined) return undefined;
	const type = list.attributes.some(isTypeAttribute)
		? []
		: [insert(nameOf(list).end, ` ${typeAttribute(source)}="list"`)];
	const entry = replace(problem, `<${item}>${reportedText(problem, source)}</${item}>`);
	return safe(t('Put it into <{item}>', { item }), ...type, entry);
}

function namesIn(parent: XmlElement | undefined): readonly string[] {
	if (parent === undefined) return ['profile'];
	if (parent.parent === undefined) return sectionNames;
	return [...(factsOfElement(parent)?.children.keys() ?? [])];
}

function declareTypes({ start }: Problem, source: UnattendSource): TextFix | undefined {
	const attribute = xmlOf(source).root?.attributes.find(({ nameOffset }) => nameOffset === start);
	return (
		attribute &&
		safe(t('Change to {configNamespace}', { configNamespace }), replace(valueOfAttribute(attribute), configNamespace))
	);
}

function removeAttribute({ start }: Problem, source: UnattendSource): TextFix | undefined {
	const element = nodeAt(xmlOf(source), start);
	if (element?.kind !== 'element') return undefined;
	const attribute = element.attributes.find(({ nameOffset }) => nameOffset === start);
	if (attribute === undefined) return undefined;
	const place = {
		start: source.text.slice(0, start).trimEnd().length,
		end: attribute.valueOffset + attribute.valueLength + 1,
	};
	return loses(t('Remove the attribute {attribute}', { attribute: attribute.name }), replace(place, ''));
}

/** A hash is said to be one; a clear text is not touched here. */
function sayEncrypted(problem: Problem, source: UnattendSource): TextFix | undefined {
	if (problem.facts.says !== 'false') return undefined;
	const password = elementAround(source, problem);
	const encrypted = childNamed(password?.parent, 'encrypted');
	if (encrypted) return setText(encrypted, 'true');
	return password && addElement(source, password, `<encrypted ${typeAttribute(source)}="boolean">true</encrypted>`);
}

/** Whether somebody looks at the settings before the disks are erased is that person's choice. */
function doNotConfirm(problem: Problem, source: UnattendSource): TextFix | undefined {
	const element = elementNamedAt(source, problem);
	if (element?.localName === 'confirm') return setText(element, 'false');
	const last = element?.localName === 'mode' ? elementsOf(element).at(-1) : undefined;
	if (!last) return undefined;
	const added = `<confirm ${typeAttribute(source)}="boolean">false</confirm>`;
	return { ...addElement(source, last, added), effect: 'decides' };
}

/** The spelling that the file can use: the long one needs its prefix declared. */
export function typeAttribute(source: UnattendSource): string {
	const declared = xmlOf(source).root?.attributes.find(
		({ prefix, value }) => prefix === 'xmlns' && value === configNamespace,
	);
	return declared ? `${declared.localName}:type` : 't';
}
