import type { Problem } from '../../problem';
import { change, decides, type Fixers, safe, type TextFix } from '../../quickFix';
import { replace } from '../../textChange';
import { type MacroScope, macroAt } from './macroScope';

/** Writes the whole macro as it is meant. */
function changeMacro({ start, facts: { replacement } }: Problem, scope: MacroScope): TextFix | undefined {
	const macro = macroAt(scope, start);
	if (typeof replacement !== 'string' || !macro) return undefined;
	return safe(`Change to #${replacement}#`, replace(macro, `#${replacement}#`));
}

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
	'macro-root-included': changeMacro,
	'macro-spelling': changeMacro,
	'macro-unterminated': changeMacro,
	'macro-white-space': changeMacro,
	'macro-empty-name': changeMacro,
	'macro-single-name': changeMeaning,
	'macro-predefined-unknown': changeMacro,
	'macro-predefined-group-unknown': changeMacro,
	'macro-unlinked': (_problem, { link, document }) =>
		link.candidates.map(({ path, uri, declared, used }) => ({
			...decides(`Link to ${path} (declares ${declared} of ${used})`),
			command: { title: 'Link', command: 'xclarity.linkTo', arguments: [document.uri, uri] },
		})),
	'unattend-suppression-unknown': change(),
};
