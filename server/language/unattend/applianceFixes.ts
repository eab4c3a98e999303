import { t } from '../../texts/texts';
import { lineBefore } from '../macros/commentary';
import type { Problem } from '../problem';
import { type Fixers, safe, type TextFix } from '../quickFix';
import type { Span } from '../span';
import { insert, replace, type TextChange } from '../textChange';
import type { Dialect } from './dialect';
import type { MacroScope } from './macros/macroScope';
import { unattendSource } from './unattendSource';

/** Quick fixes for reports about what the appliance asks of a file. */
export function applianceFixes({ hooks }: Dialect): Fixers<MacroScope> {
	const addHooks = ({ facts: { macros } }: Problem, scope: MacroScope): TextFix | undefined => {
		if (!Array.isArray(macros)) return undefined;
		const change = insertion(scope, hooks, macros.map(String));
		return (
			change &&
			safe(macros.length > 1 ? t('Add the recommended macros') : t('Add {macro}', { macro: macros[0] }), change)
		);
	};
	return {
		'unattend-hook-missing': addHooks,
		'unattend-hook-absent': addHooks,
		'unattend-hook-place': (problem, scope) => {
			const macro = scope.text.slice(problem.start, problem.end);
			// Where it stands for a value, taking it out leaves a gap.
			if (/[\w=][ \t]*$/.test(lineBefore(scope.text, problem.start))) return undefined;
			const removal = replace(wholeLine(problem, scope), '');
			if (scope.references.filter(({ name }) => `#${name}#` === macro).length > 1) {
				return safe(t('Remove {macro} here', { macro }), removal);
			}
			const change = insertion(scope, hooks, [macro]);
			return change && safe(t('Move {macro} to its place', { macro }), change, removal);
		},
	};
}

function insertion(scope: MacroScope, hooks: Dialect['hooks'], macros: readonly string[]): TextChange | undefined {
	const place = hooks.place?.(unattendSource(scope));
	return place && insert(place.offset, macros.map(macro => `${place.before}${macro}${place.after}`).join(''));
}

/** The whole line when the macro stands alone on it. */
function wholeLine({ start, end }: Problem, { text }: MacroScope): Span {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const lineBreak = text.indexOf('\n', end);
	const lineEnd = lineBreak < 0 ? text.length : lineBreak + 1;
	const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
	return isAlone ? { start: lineStart, end: lineEnd } : { start, end };
}
