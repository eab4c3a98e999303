import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import { word } from '../../values/demand';
import type { XmlAttribute } from '../../xml/parse/xmlNode';
import { nameOf, nameOfAttribute } from '../../xml/parse/xmlTree';
import { attributePlace } from '../../xml/xmlPlace';
import { windowsMacroRules } from '../windowsMacroRules';
import { wcmNamespace } from '../windowsTable';
import type { SettingCheck } from './checkSettings';

const actions: readonly string[] = ['add', 'modify', 'remove'];

const listAttributes: readonly string[] = ['action', 'keyValue'];

/** An attribute of list entries, also where its prefix stands for another namespace or for none. */
const isOfLists = ({ prefix, namespace }: XmlAttribute): boolean =>
	namespace === wcmNamespace || prefix === 'wcm' || (namespace === undefined && prefix !== undefined);

/** Checks an entry of a list: it says what is done with it, and some bear a key. */
export function checkItem({ source, element, facts }: SettingCheck): Problem[] {
	const problems: Problem[] = [];
	const name = element.localName;
	const own = element.attributes.filter(({ prefix }) => prefix !== 'xmlns');
	const named = (wanted: string): XmlAttribute | undefined =>
		own.find(each => isOfLists(each) && each.localName === wanted);
	const strangers = own.filter(each => !isOfLists(each) || !listAttributes.includes(each.localName));
	const meant = new Set<string>();
	for (const stranger of strangers) {
		const near = meantBy(
			stranger,
			listAttributes.filter(each => named(each) === undefined),
		);
		if (near === undefined) continue;
		meant.add(near);
		const suggestion = `wcm:${near}`;
		const place = nameOfAttribute(stranger);
		const said = {
			name: stranger.name,
			element: name,
			hint: ` ${t('Did you mean {suggestion}?', { suggestion })}`,
			suggestion,
		};
		problems.push(problem('windows-attribute-unknown', place, said));
	}
	const action = named('action');
	if (action) appendAll(problems, checkAction(source, name, action));
	else if (!meant.has('action')) problems.push(problem('windows-item-action', nameOf(element), { name }));
	if (facts.keyed && !named('keyValue') && !meant.has('keyValue') && (action === undefined || action.value === 'add')) {
		problems.push(problem('windows-item-key', nameOf(element), { name }));
	}
	return problems;
}

const meantBy = ({ localName }: XmlAttribute, missing: readonly string[]): string | undefined =>
	missing.find(each => each.toLowerCase() === localName.toLowerCase()) ?? nearestName(localName, missing);

function checkAction(source: UnattendSource, name: string, attribute: XmlAttribute): Problem[] {
	if (actions.includes(attribute.value)) return [];
	const place = attributePlace(attribute);
	const found = checkPlace(source, place, {
		rules: windowsMacroRules,
		place: t('wcm:action of <{name}>', { name }),
		demand: word(actions, { anyCase: true }),
		isStrict: false,
		literal(text) {
			const near = nearestName(text, actions);
			const facts = { value: text, known: actions, ...(near === undefined ? {} : { suggestion: near }) };
			return problem('windows-action-value', place, facts);
		},
	});
	return found ? [found] : [];
}
