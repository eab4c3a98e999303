import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { elementValue, type PlacedValue, refusedBy, refusedChoice } from '../../xml/macroValues';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { isElement, nameOf, textOf } from '../../xml/parse/xmlTree';
import type { ElementFacts, ElementType } from '../autoyastTable';

/** Blanks around and within do not count: the schema compares tokens. */
const tokenOf = (text: string): string => text.trim().replace(/\s+/g, ' ');

const isBoolean = (text: string): boolean => /^(true|false)$/.test(text.trim());
const isInteger = (text: string): boolean => /^[+-]?\d+$/.test(text.trim());

/** Checks an element that holds text: its value, and that no element stands in it. */
export function checkValue(
	source: UnattendSource,
	element: XmlElement,
	facts: ElementFacts,
	type: ElementType,
	problems: Problem[],
): void {
	const child = element.children.find(isElement);
	if (child !== undefined) {
		const hint = ` ${element.name} holds text, not elements.`;
		problems.push(problem('autoyast-element-unknown', nameOf(child), { name: child.name, parent: element.name, hint }));
		return;
	}
	const { values } = facts;
	if (type === 'boolean') judge('autoyast-boolean', isBoolean);
	else if (type === 'integer') judge('autoyast-integer', isInteger);
	else if (values !== undefined) judge('autoyast-value', text => values.includes(tokenOf(text)));

	function judge(code: 'autoyast-boolean' | 'autoyast-integer' | 'autoyast-value', accepts: (text: string) => boolean) {
		// Masked macros are letters that no such value has, so what is accepted holds none.
		if (accepts(textOf(element))) return;
		const value = elementValue(source, element);
		const refused = refusedBy(value, accepts);
		const choice = refused ?? refusedChoice(value, accepts);
		if (choice === undefined) return;
		const used = refused === undefined ? 'autoyast-macro-choice' : code;
		problems.push(problem(used, value.place, factsFor(value, choice), value.related));
	}

	function factsFor(value: PlacedValue, text: string) {
		const meantBy = (word: string): string =>
			type === 'boolean' ? meant(word) : (nearestName(tokenOf(word), facts.values ?? []) ?? '');
		const wanted = type === 'boolean' ? 'true or false' : type === 'integer' ? 'a whole number' : oneOf(facts.values);
		return {
			name: element.name,
			value: tokenOf(text) === '' ? 'nothing' : tokenOf(text),
			wanted,
			macro: value.macro?.name ?? '',
			...(value.macro === undefined ? { replacement: meantBy(text) } : {}),
		};
	}
}

const oneOf = (values: readonly string[] | undefined): string => `one of ${(values ?? []).join(', ')}`;

/** What a person most likely meant by another word for a boolean. */
function meant(text: string): string {
	const word = text.trim().toLowerCase();
	if (['yes', 'true', '1', 'on', 'y'].includes(word)) return 'true';
	return ['no', 'false', '0', 'off', 'n'].includes(word) ? 'false' : '';
}
