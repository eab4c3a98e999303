import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { elementValue, refusedBy } from '../../xml/macroValues';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { nameOf } from '../../xml/parse/xmlTree';
import { formMeaningOf, nameMeaningOf } from '../valueMeanings';

/** Checks what the text of an element means where its type alone says too little. */
export function checkMeaning(source: UnattendSource, element: XmlElement, path: string, problems: Problem[]): void {
	const names = nameMeaningOf(path);
	const form = names ? undefined : formMeaningOf(path);
	if (!names && !form) return;
	const value = elementValue(source, element);
	const refused = refusedBy(value, text => (names ?? form)?.accepts(text.trim()) === true);
	if (refused === undefined) return;
	const text = refused.trim();
	const place = value.place.end > value.place.start ? value.place : nameOf(element);
	if (form) {
		const facts = { name: element.name, wanted: form.wanted, value: text === '' ? 'nothing' : text };
		problems.push(problem('autoyast-form', place, facts, value.related));
		return;
	}
	if (!names || text === '') return;
	const near = nearestName(text, names.names);
	if (names.isOpen && near === undefined) return;
	const hint = near === undefined ? '' : ` Did you mean ${near}?`;
	const replacement = near === undefined || value.macro ? {} : { replacement: near };
	problems.push(
		problem('autoyast-name', place, { value: text, what: names.what, hint, ...replacement }, value.related),
	);
}
