import { t } from '../../../texts/texts';
import { type Finding, type FindingPlace, finding } from '../finding';
import type { JsonPath, JsonValue } from '../json/jsonNode';
import { describe, isLeaf, nameOf, pathIn, type Setting } from './setting';

/** What is wrong with a setting's value and the choices for it. */
export function checkValue(setting: Setting, found: Finding[]): void {
	const { choices } = setting.value;
	if (Array.isArray(choices)) checkChoices(setting, choices, found);
	if (!isLeaf(setting)) return;
	checkPresence(setting, found);
	checkText(setting, found);
}

function checkPresence(setting: Setting, found: Finding[]): void {
	const { category, type, value, label } = setting.value;
	if (type === 'array' || type === 'assoc_array') return;
	const name = nameOf(setting);
	const place = (): FindingPlace => ({ path: pathIn(setting), part: 'setting' });
	if (category === 'static' && value === undefined) {
		found.push(finding('config-static-value', place(), { name: name || t('This setting'), key: 'value' }));
	}
	if (category === 'dynamic' && label === undefined && name !== '') {
		found.push(finding('config-missing-label', place(), { name, key: 'label' }));
	}
}

function checkText(setting: Setting, found: Finding[]): void {
	const { value, choices, type } = setting.value;
	if (value === undefined) return;
	if (typeof value === 'string' && hasOuterBlanks(value) && /^\s+[\w/]|[\w/]\s+$/.test(value)) {
		if (!/[\r\n]/.test(value.trim())) found.push(outerBlanks(value, pathIn(setting, 'value')));
	}
	if (type === 'string' && typeof value !== 'string') {
		const scalar = typeof value === 'number' || typeof value === 'boolean';
		const replacement = scalar ? { replacement: JSON.stringify(String(value)) } : {};
		const place = { path: pathIn(setting, 'value'), part: 'value' } as const;
		found.push(finding('config-value-type', place, { found: describe(value), type, ...replacement }));
	} else if (Array.isArray(choices) && choices.length > 0 && isMissingFrom(choices, value)) {
		const place = { path: pathIn(setting, 'value'), part: 'value' } as const;
		found.push(finding('config-value-choice', place, { value: String(value), choices: texts(choices).slice(0, 12) }));
	}
}

const hasOuterBlanks = (text: string): boolean => text.trim().length !== text.length;

/** Words of one choice between commas, as several choices in one text. */
function partsOf(choice: JsonValue): readonly string[] {
	const parts = typeof choice === 'string' ? choice.split(/[,;|]/).map(part => part.trim()) : [];
	return parts.length > 1 && parts.every(part => /^[\w./:-]{2,}$/.test(part)) ? parts : [];
}

const outerBlanks = (text: string, path: JsonPath): Finding =>
	finding('config-outer-blanks', { path, part: 'value' }, { text, replacement: JSON.stringify(text.trim()) });

const texts = (choices: readonly JsonValue[]): string[] => choices.filter(choice => typeof choice === 'string');

/** An empty default offers nothing, which is not a choice but the absence of one. */
const isMissingFrom = (choices: readonly JsonValue[], value: JsonValue): boolean =>
	value !== '' &&
	typeof value !== 'object' &&
	!choices.includes(value) &&
	choices.every(choice => typeof choice !== 'object' && !partsOf(choice).includes(String(value))) &&
	!choices.some(choice => typeof choice !== 'object' && String(choice).trim() === String(value).trim());

function checkChoices(setting: Setting, choices: readonly JsonValue[], found: Finding[]): void {
	if (choices.length === 0) {
		found.push(finding('config-empty-choices', { path: pathIn(setting, 'choices'), part: 'value' }, {}));
		return;
	}
	const isHabit = typeof choices[0] !== 'string' && choices.every(choice => typeof choice !== 'string');
	const cause = isHabit ? { cause: `choices ${pathIn(setting, 'choices').join(' ')}` } : {};
	const seen = choices.length > fewChoices ? new Set<JsonValue>() : undefined;
	for (let index = 0; index < choices.length; index++) {
		const choice = choices[index] ?? null;
		if (typeof choice !== 'string') found.push({ ...notText(choice, pathIn(setting, 'choices', index)), ...cause });
		else if (seen ? seen.has(choice) : choices.indexOf(choice) < index) {
			const place = { path: pathIn(setting, 'choices', index), part: 'value' } as const;
			found.push(finding('config-duplicate-choice', place, { choice }));
		} else if (!plainChoice.test(choice)) checkChoice(choice, { setting, index, count: choices.length }, found);
		seen?.add(choice);
	}
	checkMixture(setting, choices, found);
}

/** In a list up to this long, looking for a choice costs less than keeping a set. */
const fewChoices = 16;

/** By itself such a choice is right. */
const plainChoice = /^[\w./:-]+$/;

function notText(choice: JsonValue, path: JsonPath): Finding {
	const scalar = typeof choice === 'number' || typeof choice === 'boolean';
	const replacement = scalar ? { replacement: JSON.stringify(String(choice)) } : {};
	return finding('config-choice-type', { path, part: 'value' }, { found: describe(choice), ...replacement });
}

function checkChoice(
	choice: string,
	{ setting, index, count }: { readonly setting: Setting; readonly index: number; readonly count: number },
	found: Finding[],
): void {
	const place = (): FindingPlace => ({ path: pathIn(setting, 'choices', index), part: 'value' });
	if (partsOf(choice).length > 1) {
		found.push(finding(count === 1 ? 'config-single-choice' : 'config-joined-choice', place(), { choice }));
	} else if (choice.trim() === '') found.push(finding('config-choice-blank', place(), {}));
	else if (hasOuterBlanks(choice)) found.push(outerBlanks(choice, place().path));
}

function checkMixture(setting: Setting, choices: readonly JsonValue[], found: Finding[]): void {
	if (!choices.some(isLocale)) return;
	const codes = texts(choices).filter(isLocale);
	const words = texts(choices).filter(choice => /^[a-z]{4,}(?:-[a-z]+)*$/.test(choice) && !neutralWords.has(choice));
	if (words.length === 0) return;
	found.push(finding('config-mixed-choices', { path: pathIn(setting, 'choices'), part: 'value' }, { codes, words }));
}

const isLocale = (choice: JsonValue): boolean =>
	typeof choice === 'string' && choice.includes('_') && /^[a-z]{2,3}_[A-Z]{2}\b/.test(choice);

/** Words that stand beside codes of any kind. */
const neutralWords = new Set(['auto', 'default', 'none', 'other', 'custom', 'system', 'posix']);
