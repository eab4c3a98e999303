import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import { word } from '../../values/demand';
import type { XmlAttribute, XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { attributePlace, onlyText } from '../../xml/xmlPlace';
import { windowsMacroRules } from '../windowsMacroRules';
import { wcmNamespace } from '../windowsTable';
import type { SettingCheck } from './checkSettings';

const actions: readonly string[] = ['add', 'modify', 'remove'];

/** `wcm:action`, also under another prefix of its namespace or one that is not declared. */
const isAction = ({ prefix, localName, namespace }: XmlAttribute): boolean =>
	localName === 'action' && (namespace === wcmNamespace || (namespace === undefined && prefix !== undefined));

/** Checks an entry of a list: it says what is done with it. */
export function checkItem({ source, element }: SettingCheck): Problem[] {
	const problems: Problem[] = [];
	const attribute = element.attributes.find(isAction);
	const name = element.localName;
	if (attribute === undefined) {
		problems.push(problem('windows-item-action', nameOf(element), { name }));
		return problems;
	}
	if (actions.includes(attribute.value)) return problems;
	const place = attributePlace(attribute);
	const found = checkPlace(source, place, {
		rules: windowsMacroRules,
		place: `wcm:action of <${name}>`,
		demand: word(actions, { anyCase: true }),
		isStrict: false,
		literal(text) {
			const near = nearestName(text, actions);
			const facts = { value: text, known: actions, ...(near === undefined ? {} : { suggestion: near }) };
			return problem('windows-action-value', place, facts);
		},
	});
	if (found) problems.push(found);
	return problems;
}

/** Entries of one list are told apart by their Order. */
export function checkOrders(source: UnattendSource, entries: readonly XmlElement[]): Problem[] {
	const problems: Problem[] = [];
	if (entries.length < 2) return [];
	const seen = new Map<string, Set<string>>();
	for (const entry of entries) {
		const order = childNamed(entry, 'Order');
		const text = onlyText(source, order)?.trim();
		if (order === undefined || text === undefined || text === '') continue;
		const used = seen.get(entry.localName);
		if (used === undefined) seen.set(entry.localName, new Set([text]));
		else if (used.has(text)) {
			problems.push(problem('windows-order-repeated', textPlace(order), { name: entry.localName, order: text }));
		} else used.add(text);
	}
	return problems;
}
