import { t } from '../../../texts/texts';
import { change, deciding } from '../../quickFix';
import { userRegex } from '../../regex/userRegex';
import type { RuleCode } from '../../rules';
import { childOf } from '../json/jsonNode';
import type { ConfigFixer } from './fix';
import { jsonFixes } from './jsonFixes';
import { commonsInside, missingKeyFixes, objectAt } from './keyFixes';
import { requestFixes } from './requestFix';
import { leaveOut, listFixes, removeChoice, splitChoice, unwrapFixes } from './treeFixes';

const correct: ConfigFixer = change();

/** A text where one of a few words belongs is put right by the word alone, and not by quotation marks. */
const correctText: ConfigFixer = (problem, scene) =>
	['category', 'type'].includes(String(problem.facts.key)) ? [] : correct(problem, scene);

/** A choice or a default in quotation marks; a default that is no choice then would be wrong in another way. */
const correctValue: ConfigFixer = (problem, scene) => {
	const choices = childOf(objectAt(scene.root, problem.start), 'choices')?.children ?? [];
	const isChoice = choices.some(({ value }) => JSON.stringify(String(value)) === problem.facts.replacement);
	const regex: unknown = childOf(objectAt(scene.root, problem.start), 'regex')?.value;
	const text = String(problem.facts.replacement ?? '').replace(/^"|"$/g, '');
	const isRefused = typeof regex === 'string' && userRegex(regex).match(text) === 'no-match';
	return (choices.length === 0 || isChoice) && !isRefused ? correct(problem, scene) : [];
};

/** Says what the setting around says, unless those inside would contradict it then. */
const followParent: ConfigFixer = (problem, scene) => {
	const setting = objectAt(scene.root, problem.start);
	const isFollowed = setting && commonsInside(setting).every(common => String(common) === problem.facts.replacement);
	return isFollowed ? deciding(correct)(problem, scene) : [];
};

/** A name for macros, unless another setting bears it. */
const rename: ConfigFixer = (problem, scene) =>
	scene.text.includes(`"name": ${problem.facts.replacement}`) ? [] : deciding(correct)(problem, scene);

const missingKeys: readonly RuleCode[] = [
	'config-missing-key',
	'config-recommended-key',
	'config-missing-label',
	'config-static-value',
];

/** Whether only a person can choose one of the fixes for a rule. */
export const isForPerson = (code: RuleCode): boolean => missingKeys.includes(code);

const fixers: Readonly<Partial<Record<RuleCode, ConfigFixer>>> = {
	'config-request-body': (_problem, scene) => requestFixes(scene),
	'config-request-device-type': correct,
	'config-list': listFixes,
	'config-unknown-key': (problem, scene) =>
		problem.facts.isWrapper
			? unwrapFixes(problem, scene)
			: problem.facts.isForeign
				? deciding(correct)(problem, scene)
				: correct(problem, scene),
	'config-choice-blank': removeChoice,
	'config-duplicate-choice': removeChoice,
	'config-joined-choice': splitChoice,
	'config-single-choice': splitChoice,
	'config-regex-empty': leaveOut,
	'config-leaf-with-children': deciding(correct),
	'config-outer-blanks': deciding(correct),
	'config-regex-slashes': deciding(correct),
	'config-category': correct,
	'config-type-unknown': correct,
	'config-boolean': correct,
	'config-element-count': correct,
	'config-text': correctText,
	'config-choice-type': correct,
	'config-value-type': correctValue,
	'config-common-flip': followParent,
	'config-group-type': deciding(correct),
	'config-name-characters': rename,
	'config-regex-unanchored': deciding(change('anchored')),
	...Object.fromEntries(missingKeys.map(code => [code, missingKeyFixes])),
};

/** Ways out of a problem of a configuration-settings file, the best one first; found by code and facts alone. */
export const configFixes: ConfigFixer = (problem, scene) =>
	problem.code.startsWith('json-') ? jsonFixes(problem, scene) : (fixers[problem.code]?.(problem, scene) ?? []);

/**
 * The same as an editor offers them: without what only the repair of a whole file takes, and each for all problems of
 * the same cause.
 */
export const offeredFixes: ConfigFixer = (problem, scene) => {
	const others = scene.alike(problem);
	return configFixes(problem, scene)
		.filter(({ isForRepairOnly }) => !isForRepairOnly)
		.map((fix, index) => {
			const same = others.flatMap(other => configFixes(other, scene)[index] ?? []);
			if (same.length === 0) return fix;
			const changes = [fix, ...same].flatMap(each => each.changes);
			return { ...fix, title: t('{fix} in {count} places', { fix: fix.title, count: same.length + 1 }), changes };
		});
};
