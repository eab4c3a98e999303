import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { decides, safe } from '../../quickFix';
import { insert, replace } from '../../textChange';
import { keyByValue } from '../checks/misspeltKeys';
import { type JsonValue, keyOf } from '../json/jsonNode';
import { knownKeys } from '../schemaKeys';
import type { Fix, FixScene } from './fix';
import { valuesFor } from './keyFixes';
import { memberAt, withComma } from './treeFixes';

const yesOrNo: ReadonlySet<string> = new Set(['common', 'optional', 'autoCreateInstance']);
const lists: ReadonlySet<string> = new Set(['content', 'template']);

/** A literal of another language. For one that says "nothing", what a setting can say instead. */
export function literalFixes(problem: Problem, { root }: FixScene): readonly Fix[] {
	const { start, end } = problem;
	const replacement = String(problem.facts.replacement);
	if (replacement !== 'null')
		return [safe(t('Change to {replacement}', { replacement }), replace({ start, end }, replacement))];
	const member = memberAt(root, start);
	const key = member ? keyOf(member) : '';
	// It is JSON then, and says nothing that the key takes.
	const asNull: Fix = {
		...decides(t('Change to null'), replace({ start, end }, 'null')),
		isForRepair: true,
		isForRepairOnly: knownKeys.has(key),
	};
	if (yesOrNo.has(key) && member?.parent) {
		const answers = valuesFor(key, member.parent).map(word =>
			decides(t('Change to {word}', { word }), replace({ start, end }, word)),
		);
		return [...answers, asNull];
	}
	if (!member?.parent?.children || !knownKeys.has(key) || lists.has(key) || isNeeded(key)) return [asNull];
	const members = member.parent.children;
	return [decides(t('Leave out "{key}"', { key }), replace(withComma(member, members), '')), asNull];
}

const isNeeded = (key: string): boolean => key === 'category' || key === 'type' || key === 'name';

/** A key without its quotation marks; a number is the key that its value belongs to. */
export function keyFixes(problem: Problem, { root }: FixScene): readonly Fix[] {
	const key = String(problem.facts.key);
	const member = memberAt(root, problem.start);
	const value: JsonValue | undefined = member?.children?.[1]?.value;
	const present = new Set((member?.parent?.children ?? []).map(keyOf));
	const meant = /^\d+$/.test(key)
		? keyByValue(
				value,
				[...knownKeys].filter(each => !present.has(each)),
			)
		: undefined;
	const quoted = JSON.stringify(meant ?? key);
	if (meant !== undefined) return [safe(t('Change to {quoted}', { quoted }), replace(problem, quoted))];
	const fix = safe(t('Put it in quotation marks'), replace(problem, quoted));
	// Several words are rather the rest of a text than a key.
	return /\s/.test(key) ? [{ ...fix, effect: 'decides', isForRepair: true, isForRepairOnly: true }] : [fix];
}

/** A number as JSON writes it; a text is no number where one belongs. */
export function numberFixes(problem: Problem, { root }: FixScene): readonly Fix[] {
	const replacement = String(problem.facts.replacement);
	const fix = safe(t('Change to {replacement}', { replacement }), replace(problem, replacement));
	const member = memberAt(root, problem.start);
	if (!replacement.startsWith('"') || !member || !counts.has(keyOf(member))) return [fix];
	return [{ ...fix, effect: 'decides', isForRepair: true, isForRepairOnly: true }];
}

/** The mark that a text lacks; a literal where one belongs has one too many. */
export function unclosedFixes({ start, end }: Problem, { root, text }: FixScene): readonly Fix[] {
	const member = memberAt(root, start);
	const key = member ? keyOf(member) : '';
	const isLiteral = (yesOrNo.has(key) ? /^"(?:true|false)$/ : counts.has(key) ? /^"\d{1,9}$/ : /^$/).test(
		text.slice(start, end),
	);
	if (isLiteral) return [safe(t('Remove the quotation mark'), replace({ start, end: start + 1 }, ''))];
	// A folder that ends with a backslash: it took the mark for its own.
	const isFolder = /^"(?:[A-Za-z]:|\\\\)[^"]*[^\\]\\"$/.test(text.slice(start, end));
	if (isFolder) return [safe(t('Write the last backslash twice'), insert(end - 1, '\\'))];
	return [safe(t('Insert the quotation mark'), insert(end, '"'))];
}

const counts: ReadonlySet<string> = new Set(['minElements', 'maxElements']);
const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Words without quotation marks; no text can stand where a number or a yes or no belongs. */
export function wordFixes(problem: Problem, { root }: FixScene): readonly Fix[] {
	const written = String(problem.facts.written);
	const member = memberAt(root, problem.start);
	const key = member ? keyOf(member) : '';
	const quoted = safe(t('Put it in quotation marks'), replace(problem, JSON.stringify(written)));
	if (!counts.has(key) && !yesOrNo.has(key)) return [quoted];
	const onlyForm: Fix = { ...quoted, effect: 'decides', isForRepair: true, isForRepairOnly: true };
	const number = numbers.indexOf(written.toLowerCase());
	if (counts.has(key)) {
		return number < 0
			? [onlyForm]
			: [safe(t('Change to {number}', { number }), replace(problem, String(number))), onlyForm];
	}
	const answers = member?.parent ? valuesFor(key, member.parent) : [];
	return [...answers.map(word => decides(t('Change to {word}', { word }), replace(problem, word))), onlyForm];
}
