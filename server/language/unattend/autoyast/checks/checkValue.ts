import { english, t } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace, type MacroRules } from '../../values/checkPlace';
import { type Demand, wholeNumber, yesOrNo } from '../../values/demand';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { isElement, nameOf, textOf } from '../../xml/parse/xmlTree';
import { elementPlace } from '../../xml/xmlPlace';
import type { ElementFacts, ElementType } from '../autoyastTable';

export const autoyastMacroRules: MacroRules = { certain: 'autoyast-macro-value', doubtful: 'autoyast-macro-choice' };

/** Blanks around and within do not count: the schema compares tokens. */
const tokenOf = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** What an element takes, the rule that says so, and what was meant by something else. */
interface ElementDemand {
	readonly code: 'autoyast-boolean' | 'autoyast-integer' | 'autoyast-value';
	readonly demand: Demand;
	meant(text: string): string;
}

const boolean: ElementDemand = {
	code: 'autoyast-boolean',
	demand: yesOrNo(/^\s*(true|false)\s*$/, english('true or false'), ['true', 'false']),
	meant: booleanMeantBy,
};
const integer: ElementDemand = {
	code: 'autoyast-integer',
	demand: wholeNumber(/^\s*[+-]?\d+\s*$/),
	meant: () => '',
};

function demandOf({ values }: ElementFacts, type: ElementType): ElementDemand | undefined {
	if (type === 'boolean') return boolean;
	if (type === 'integer') return integer;
	return (
		values && {
			code: 'autoyast-value',
			demand: {
				accepts: text => values.includes(tokenOf(text)),
				expected: english('one of {values}', { values: values.join(', ') }),
				words: values,
			},
			meant: text => nearestName(tokenOf(text), values) ?? '',
		}
	);
}

/** Checks an element that holds text: its value, and that no element stands in it. */
export function checkValue(
	source: UnattendSource,
	element: XmlElement,
	facts: ElementFacts,
	type: ElementType,
): Problem | undefined {
	const child = element.children.find(isElement);
	if (child !== undefined) {
		const hint = ` ${t('{element} holds text, not elements.', { element: element.name })}`;
		return problem('autoyast-element-unknown', nameOf(child), { name: child.name, parent: element.name, hint });
	}
	const wanted = demandOf(facts, type);
	// Masked macros are letters that no such value has, so what is accepted holds none.
	if (!wanted || wanted.demand.accepts(textOf(element))) return undefined;
	const place = elementPlace(source, element);
	return checkPlace(source, place, {
		rules: autoyastMacroRules,
		place: `<${element.name}>`,
		demand: wanted.demand,
		isStrict: true,
		literal: text =>
			problem(wanted.code, place, {
				name: element.name,
				value: tokenOf(text) === '' ? 'nothing' : tokenOf(text),
				wanted: wanted.demand.expected,
				replacement: wanted.meant(text),
			}),
	});
}

/** What a person most likely meant by another word for a boolean. */
function booleanMeantBy(text: string): string {
	const word = text.trim().toLowerCase();
	if (['yes', 'true', '1', 'on', 'y'].includes(word)) return 'true';
	return ['no', 'false', '0', 'off', 'n'].includes(word) ? 'false' : '';
}
