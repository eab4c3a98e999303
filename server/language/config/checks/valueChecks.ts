import { t } from '../../../texts/texts';
import { type Finding, finding } from '../finding';
import type { JsonValue } from '../json/jsonNode';
import { describe, isLeaf, nameOf, type Setting } from './setting';

/** What is wrong with a setting's value and the choices for it. */
export function valueFindings(setting: Setting): Finding[] {
	const { value: keys, path } = setting;
	const findings: Finding[] = [];
	const { choices, value } = keys;
	const name = nameOf(setting) || t('This setting');
	if (Array.isArray(choices)) findings.push(...choiceFindings(setting, choices));
	if (!isLeaf(setting)) return findings;
	if (keys.category === 'static' && !Object.hasOwn(keys, 'value') && !isContainerType(keys.type)) {
		findings.push(finding('config-static-value', { path, part: 'setting' }, { name, key: 'value' }));
	}
	if (
		keys.category === 'dynamic' &&
		!Object.hasOwn(keys, 'label') &&
		nameOf(setting) !== '' &&
		!isContainerType(keys.type)
	) {
		findings.push(finding('config-missing-label', { path, part: 'setting' }, { name, key: 'label' }));
	}
	if (value === undefined) return findings;
	const place = { path: [...path, 'value'], part: 'value' } as const;
	if (typeof value === 'string' && /^\s+[\w/]|[\w/]\s+$/.test(value) && !/[\r\n]/.test(value.trim())) {
		findings.push(outerBlanks(value, place));
	}
	if (keys.type === 'string' && typeof value !== 'string') {
		const scalar = typeof value === 'number' || typeof value === 'boolean';
		const replacement = scalar ? { replacement: JSON.stringify(String(value)) } : {};
		findings.push(finding('config-value-type', place, { found: describe(value), type: keys.type, ...replacement }));
	} else if (Array.isArray(choices) && choices.length > 0 && isMissingFrom(choices, value)) {
		findings.push(
			finding('config-value-choice', place, { value: String(value), choices: texts(choices).slice(0, 12) }),
		);
	}
	return findings;
}

/** Words of one choice between commas, as several choices in one text. */
function partsOf(choice: JsonValue): readonly string[] {
	const parts = typeof choice === 'string' ? choice.split(/[,;|]/).map(part => part.trim()) : [];
	return parts.length > 1 && parts.every(part => /^[\w./:-]{2,}$/.test(part)) ? parts : [];
}

const outerBlanks = (text: string, place: Parameters<typeof finding>[1]): Finding =>
	finding('config-outer-blanks', place, { text, replacement: JSON.stringify(text.trim()) });

const isContainerType = (type: JsonValue | undefined): boolean => type === 'array' || type === 'assoc_array';

const texts = (choices: readonly JsonValue[]): string[] => choices.filter(choice => typeof choice === 'string');

/** An empty default offers nothing, which is not a choice but the absence of one. */
const isMissingFrom = (choices: readonly JsonValue[], value: JsonValue): boolean =>
	value !== '' &&
	typeof value !== 'object' &&
	choices.every(choice => typeof choice !== 'object' && !partsOf(choice).includes(String(value))) &&
	!choices.some(choice => typeof choice !== 'object' && String(choice).trim() === String(value).trim());

function choiceFindings({ path }: Setting, choices: readonly JsonValue[]): Finding[] {
	const list = [...path, 'choices'];
	if (choices.length === 0) return [finding('config-empty-choices', { path: list, part: 'value' }, {})];
	const findings: Finding[] = [];
	const seen = new Set<JsonValue>();
	const cause = choices.every(choice => typeof choice !== 'string') ? { cause: `choices ${list.join(' ')}` } : {};
	for (const [index, choice] of choices.entries()) {
		const place = { path: [...list, index], part: 'value' } as const;
		if (typeof choice !== 'string') {
			const scalar = typeof choice === 'number' || typeof choice === 'boolean';
			const replacement = scalar ? { replacement: JSON.stringify(String(choice)) } : {};
			findings.push({ ...finding('config-choice-type', place, { found: describe(choice), ...replacement }), ...cause });
		} else if (seen.has(choice)) findings.push(finding('config-duplicate-choice', place, { choice }));
		else if (partsOf(choice).length > 1) {
			const code = choices.length === 1 ? 'config-single-choice' : 'config-joined-choice';
			findings.push(finding(code, place, { choice }));
		} else if (choice.trim() === '') findings.push(finding('config-choice-blank', place, {}));
		else if (choice !== choice.trim()) findings.push(outerBlanks(choice, place));
		seen.add(choice);
	}
	const codes = texts(choices).filter(choice => /^[a-z]{2,3}_[A-Z]{2}\b/.test(choice));
	const words = texts(choices).filter(choice => /^[a-z]{4,}(?:-[a-z]+)*$/.test(choice) && !neutralWords.has(choice));
	if (codes.length > 0 && words.length > 0) {
		findings.push(finding('config-mixed-choices', { path: list, part: 'value' }, { codes, words }));
	}
	return findings;
}

/** Words that stand beside codes of any kind. */
const neutralWords = new Set(['auto', 'default', 'none', 'other', 'custom', 'system', 'posix']);
