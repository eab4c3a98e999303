import type { Problem } from '../../problem';
import { type Fix, type FixScene, fix, insert, possibleFix, replace } from './fix';
import { jsonFixes } from './jsonFixes';
import { requestFixes } from './requestFix';
import { listFixes } from './treeFixes';

/** Ways out of a problem of a configuration-settings file, the best one first; found by code and facts alone. */
export function configFixes(problem: Problem, scene: FixScene): readonly Fix[] {
	if (problem.code.startsWith('json-')) return jsonFixes(problem, scene);
	if (problem.code === 'config-request-body') return requestFixes(scene);
	if (problem.code === 'config-list') return listFixes(problem, scene);
	const { replacement, anchored } = problem.facts;
	if (typeof anchored === 'string') return [possibleFix(`Write ${anchored}`, replace(problem, anchored))];
	if (typeof replacement === 'string') {
		const change = replace(problem, replacement);
		const isSure = surelyReplaced.has(problem.code);
		return [isSure ? fix(`Write ${replacement}`, change) : possibleFix(`Write ${replacement}`, change)];
	}
	const key = String(problem.facts.key ?? '');
	const values = Object.hasOwn(additions, problem.code) ? (additions[problem.code]?.(key, problem) ?? []) : [];
	return values.map(value => addition(problem, scene.text, `${JSON.stringify(key)}: ${value}`));
}

/** Problems whose replacement says the same in another form, or corrects a spelling. */
const surelyReplaced: ReadonlySet<string> = new Set([
	'config-unknown-key',
	'config-category',
	'config-boolean',
	'config-text',
	'config-element-count',
	'config-choice-type',
	'config-value-type',
	'config-type-unknown',
	'config-request-device-type',
]);

/** JSON values that a missing key can have, by code. */
const additions: Readonly<Record<string, (key: string, problem: Problem) => readonly string[]>> = {
	'config-missing-key': key =>
		key === 'category' ? ['"dynamic"', '"static"'] : ['"string"', '"array"', '"assoc_array"'],
	'config-recommended-key': () => ['true', 'false'],
	'config-missing-label': (_, { facts }) => [JSON.stringify(String(facts.name ?? ''))],
	'config-static-value': () => ['""'],
};

/** A new member behind the name that is reported, or right behind the opening brace. */
function addition(problem: Problem, text: string, member: string): Fix {
	const change =
		text[problem.start] === '{' ? insert(problem.start + 1, `${member}, `) : insert(problem.end, `, ${member}`);
	return possibleFix(`Add ${member}`, change);
}
