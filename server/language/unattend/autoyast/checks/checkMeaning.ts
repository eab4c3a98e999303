import { english, t } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import { letters } from '../../values/demand';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { nameOf } from '../../xml/parse/xmlTree';
import { elementPlace } from '../../xml/xmlPlace';
import { formMeaningOf, type NameMeaning, nameMeaningOf } from '../valueMeanings';
import { autoyastMacroRules } from './checkValue';

/** Checks what the text of an element means where its type alone says too little. */
export function checkMeaning(source: UnattendSource, element: XmlElement, path: string): Problem | undefined {
	const names = nameMeaningOf(path);
	if (names) return checkName(source, element, names);
	const form = formMeaningOf(path);
	if (!form) return undefined;
	const { wanted } = form;
	const at = elementPlace(source, element);
	const place = at.end > at.start ? at : nameOf(element);
	return checkPlace(source, at, {
		rules: autoyastMacroRules,
		place: `<${element.name}>`,
		demand: { accepts: text => form.accepts(text.trim()), expected: wanted, ...hiddenIf(path) },
		isStrict: false,
		literal: text => {
			const value = text.trim() === '' ? 'nothing' : text.trim();
			return problem('autoyast-form', place, { name: element.name, wanted, value });
		},
	});
}

/** A password is not repeated in a report. */
const hiddenIf = (path: string): { hidden?: string } => (path.endsWith('password') ? { hidden: 'nothing' } : {});

function checkName(source: UnattendSource, element: XmlElement, meaning: NameMeaning): Problem | undefined {
	const { names, what, isOpen } = meaning;
	const place = elementPlace(source, element);
	const isDoubted = (text: string): boolean => !isOpen || meaning.isNever(text) || nearestOf(text, names) !== undefined;
	return checkPlace(source, place, {
		rules: autoyastMacroRules,
		place: `<${element.name}>`,
		demand: {
			accepts: text => text.trim() === '' || meaning.accepts(text.trim()) || !isDoubted(text.trim()),
			expected: english('a {what} that the installer knows', { what }),
			needs: letters,
			...(meaning.isWhole ? { words: names } : {}),
		},
		isStrict: false,
		literal: text => {
			const near = nearestOf(text.trim(), names);
			const hint = near === undefined ? '' : ` ${t('Did you mean {near}?', { near })}`;
			const replacement = near === undefined ? {} : { replacement: near };
			return problem('autoyast-name', place, { value: text.trim(), what, hint, ...replacement });
		},
	});
}

/** What all modules of SLE begin with makes none of them alike. */
const stem = 'sle-module-';

function nearestOf(text: string, names: ReadonlySet<string>): string | undefined {
	if (!text.startsWith(stem)) return nearestName(text, names);
	const rests = [...names].filter(name => name.startsWith(stem)).map(name => name.slice(stem.length));
	const near = nearestName(text.slice(stem.length), rests);
	return near === undefined ? undefined : stem + near;
}
