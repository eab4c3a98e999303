import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { decides, safe, type TextFix } from '../../quickFix';
import { insert, replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { XmlElement } from '../xml/parse/xmlNode';
import { attributeNamed, childNamed, elementsOf, xmlOf } from '../xml/parse/xmlTree';
import { addAttribute, elementAround, elementNamedAt } from '../xml/verbs/xmlFixes';
import { onlyText } from '../xml/xmlPlace';
import { wcmNamespace } from './windowsTable';

/** The lowest number from 1 on that no entry of the list has. */
function freeNumber(
	entry: XmlElement | undefined,
	numberOf: (entry: XmlElement) => string | undefined,
): string | undefined {
	if (entry?.parent === undefined) return undefined;
	const taken = new Set(elementsOf(entry.parent).map(each => Number(numberOf(each))));
	let number = 1;
	while (taken.has(number)) number++;
	return String(number);
}

const orderIn =
	(source: UnattendSource) =>
	(entry: XmlElement): string | undefined =>
		onlyText(source, childNamed(entry, 'Order'))?.trim();

/** Gives an entry the first Order that is free. */
export function nextOrder(problem: Problem, source: UnattendSource): TextFix | undefined {
	const order = elementAround(source, problem);
	if (order?.localName !== 'Order') return undefined;
	const next = freeNumber(order.parent, orderIn(source));
	return next === undefined ? undefined : decides(t('Change to {next}', { next }), replace(problem, next));
}

/** Adds the Order that an entry lacks. */
export function addOrder(problem: Problem, source: UnattendSource): TextFix | undefined {
	const entry = elementNamedAt(source, problem);
	const next = problem.facts.child === 'Order' ? freeNumber(entry, orderIn(source)) : undefined;
	if (entry === undefined || next === undefined) return undefined;
	const [first] = elementsOf(entry);
	const gap = first === undefined ? '' : source.text.slice(entry.contentOffset, first.offset);
	const added = `<Order>${next}</Order>`;
	return decides(t('Add {added}', { added }), insert(entry.contentOffset, (gap.trim() === '' ? gap : '') + added));
}

/** Adds the key that an entry lacks. */
export function addKey(problem: Problem, source: UnattendSource): TextFix | undefined {
	const entry = elementNamedAt(source, problem);
	const next = freeNumber(entry, each => each.attributes.find(({ localName }) => localName === 'keyValue')?.value);
	if (entry === undefined || next === undefined) return undefined;
	const prefix = prefixAt(entry) ?? 'wcm';
	const action = attributeNamed(entry, `${prefix}:action`);
	const added = `${prefix}:keyValue="${next}"`;
	const behind = action ? action.valueOffset + action.valueLength + 1 : problem.end;
	return decides(t('Add {added}', { added }), insert(behind, ` ${added}`));
}

/** Adds the action under the prefix in scope, and declares one where none is. */
export function addAction(problem: Problem, source: UnattendSource): TextFix {
	const prefix = prefixAt(elementNamedAt(source, problem));
	if (prefix !== undefined) return addAttribute(problem, `${prefix}:action="add"`);
	const added = addAttribute(problem, 'wcm:action="add"');
	const { root } = xmlOf(source);
	if (root === undefined) return added;
	const behindName = root.offset + 1 + root.name.length;
	return safe(added.title, insert(behindName, ` xmlns:wcm="${wcmNamespace}"`), ...added.changes);
}

/** The prefix that stands for the namespace of list attributes here. */
function prefixAt(element: XmlElement | undefined): string | undefined {
	for (let at = element; at !== undefined; at = at.parent) {
		const declared = at.attributes.find(({ prefix, value }) => prefix === 'xmlns' && value === wcmNamespace);
		if (declared) return declared.localName;
	}
	return undefined;
}
