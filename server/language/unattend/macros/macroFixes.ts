import { t } from '../../../texts/texts';
import { oncePerVersion } from '../../oncePerVersion';
import type { Problem } from '../../problem';
import { change, decides, type Fixers, safe, type TextFix } from '../../quickFix';
import { replace } from '../../textChange';
import { macroProblems } from './macroProblems';
import { type MacroScope, macroAt } from './macroScope';

/** Writes the whole macro as it is meant, and so all that fail by the same name. */
function changeMacro(
	{ code, start, facts: { replacement, isGuess, rest = '' } }: Problem,
	scope: MacroScope,
): TextFix | undefined {
	const macro = macroAt(scope, start);
	if (typeof replacement !== 'string' || !macro) return undefined;
	// `#site.locale#site.locale#` is one macro that was written twice, and nobody wants its value twice.
	const isTwice = scope.text.slice(0, start).endsWith(`#${replacement}#`);
	if (code === 'macro-syntax' && isTwice) return decides(t('Remove the repetition'), replace(macro, ''));
	const others = othersLike({ code, start }, scope);
	const changes = others.map(({ start, end, facts }) => replace({ start, end }, `#${String(facts.replacement)}#`));
	// What stands between the hashes beside the name may be a second one, or a default.
	const isMore =
		code === 'macro-syntax' && lettersIn(scope.text.slice(macro.start, macro.end)) > lettersIn(replacement);
	const fix = isGuess === true || isMore ? decides : safe;
	return fix(
		others.length === 0
			? t('Change to #{replacement}#', { replacement })
			: t('Change to #{replacement}# and {count} more', { replacement, count: others.length }),
		replace(macro, `#${replacement}#${String(rest)}`),
		...changes,
	);
}

const lettersIn = (text: string): number => text.replace(/&(?:#\w+|[lg]t);/g, '').replace(/[^\p{L}\p{N}]/gu, '').length;

function othersLike({ code, start }: Pick<Problem, 'code' | 'start'>, scope: MacroScope): readonly Problem[] {
	const { causes, fixable } = causesIn(scope);
	const alike = fixable.get(causes.get(`${code} ${start}`) ?? '') ?? [];
	return alike.filter(found => found.start !== start);
}

/** The cause of each problem, by its code and place, and what can be put right of each cause. */
const causesIn = oncePerVersion((scope: MacroScope) => {
	const causes = new Map<string, string>();
	const fixable = new Map<string, Problem[]>();
	for (const found of macroProblems(scope)) {
		const { code, start, cause, facts } = found;
		if (cause === undefined) continue;
		const place = `${code} ${start}`;
		if (!causes.has(place)) causes.set(place, cause);
		if (typeof facts.replacement !== 'string') continue;
		const alike = fixable.get(cause);
		if (alike) alike.push(found);
		else fixable.set(cause, [found]);
	}
	return { causes, fixable };
});

/** The same, where another setting may be meant. */
function changeMeaning(problem: Problem, scope: MacroScope): TextFix | undefined {
	const fix = changeMacro(problem, scope);
	return fix && { ...fix, effect: 'decides' };
}

/** Quick fixes for reports about macros, about the link, and about comments that switch rules off. */
export const macroFixes: Fixers<MacroScope> = {
	'macro-unknown': changeMacro,
	'macro-instance-missing': changeMacro,
	'macro-instance-out-of-range': changeMeaning,
	'macro-instance-skipped': changeMeaning,
	'macro-root-included': changeMacro,
	'macro-spelling': changeMacro,
	'macro-unterminated': changeMacro,
	'macro-white-space': changeMacro,
	'macro-empty-name': changeMacro,
	'macro-syntax': changeMacro,
	'macro-single-name': changeMeaning,
	'macro-predefined-unknown': changeMacro,
	'macro-predefined-group-unknown': changeMacro,
	'macro-unlinked': (_problem, { link, document }) =>
		link.candidates.map(({ path, uri, declared, used }) => ({
			...decides(t('Link to {path} (declares {declared} of {used})', { path, declared, used })),
			command: { title: t('Link'), command: 'xclarity.linkTo', arguments: [document.uri, uri] },
		})),
	'unattend-suppression-unknown': change(),
};
