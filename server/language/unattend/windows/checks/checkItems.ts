import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { attributeValue, elementValue, onlyText, refusedBy } from '../../xml/macroValues';
import type { XmlAttribute, XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, nameOf } from '../../xml/parse/xmlTree';
import { wcmNamespace } from '../windowsTable';
import type { SettingCheck } from './checkSettings';

const actions: readonly string[] = ['add', 'modify', 'remove'];

/** `wcm:action`, also under another prefix of its namespace or one that is not declared. */
const isAction = ({ prefix, localName, namespace }: XmlAttribute): boolean =>
	localName === 'action' && (namespace === wcmNamespace || (namespace === undefined && prefix !== undefined));

/** Checks an entry of a list: it says what is done with it. */
export function checkItem({ source, element }: SettingCheck, problems: Problem[]): void {
	const attribute = element.attributes.find(isAction);
	const name = element.localName;
	if (attribute === undefined) {
		problems.push(problem('windows-item-action', nameOf(element), { name }));
		return;
	}
	if (actions.includes(attribute.value)) return;
	const value = attributeValue(source, attribute);
	const refused = refusedBy(value, text => actions.includes(text.toLowerCase()));
	if (refused === undefined) return;
	const near = nearestName(refused, actions);
	const facts = { value: refused, known: actions, ...(near === undefined ? {} : { suggestion: near }) };
	problems.push(problem('windows-action-value', value.place, facts, value.related));
}

/** Entries of one list are told apart by their Order. */
export function checkOrders(source: UnattendSource, entries: readonly XmlElement[], problems: Problem[]): void {
	if (entries.length < 2) return;
	const seen = new Map<string, Set<string>>();
	for (const entry of entries) {
		const order = childNamed(entry, 'Order');
		const text = onlyText(source, order)?.trim();
		if (order === undefined || text === undefined || text === '') continue;
		const used = seen.get(entry.localName);
		if (used === undefined) seen.set(entry.localName, new Set([text]));
		else if (used.has(text)) {
			const { place } = elementValue(source, order);
			problems.push(problem('windows-order-repeated', place, { name: entry.localName, order: text }));
		} else used.add(text);
	}
}
