import { english, t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { change, decides, deciding, type Fixer, loses, safe, type TextFix, type TextFixer } from '../../quickFix';
import type { Span } from '../../span';
import { insert, replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { StatementLines } from './readStatements';

/** Takes out the line of the problem. */
export const removeLine: TextFixer<UnattendSource> = (problem, { text }) => [
	loses(t('Remove this line'), replace(lineOf(problem, text), '')),
];

/** Takes out a line that says what a line before it says already. */
export const removeRepetition: TextFixer<UnattendSource> = (problem, source) => {
	const { text } = source;
	const { start, end } = lineOf(problem, text);
	const line = text.slice(start, end).trim();
	const before = text
		.slice(0, start)
		.split('\n')
		.map(each => each.trim());
	// In a script the same words are something else.
	const isSaid = line.startsWith('%')
		? before.findLast(each => each !== '') === line
		: before.includes(line) && !before.some(each => each.startsWith('%'));
	return isSaid ? [safe(t('Remove this line'), replace({ start, end }, ''))] : removeLine(problem, source);
};

/** The line of a problem with its line break. */
function lineOf({ start }: Problem, text: string): Span {
	const lineBreak = text.indexOf('\n', start);
	return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineBreak < 0 ? text.length : lineBreak + 1 };
}

/** Takes the value from a flag; one that says no takes the flag along. */
export const removeValue: Fixer<UnattendSource> = (problem, { text }) => {
	const nameEnd = offsetFact(problem, 'nameEnd');
	if (nameEnd === undefined) return undefined;
	if (problem.facts.isArgument === true)
		return safe(t('Part the option and the argument'), replace({ start: nameEnd, end: nameEnd + 1 }, ' '));
	if (!refusesFlag(problem, { text }))
		return loses(t('Remove the value'), replace({ start: nameEnd, end: problem.end }, ''));
	const start = text.slice(0, nameEnd).search(/[ \t]*\S+$/);
	return loses(t('Remove the option'), replace({ start, end: problem.end }, ''));
};

/** True for a flag with a value that says no. */
export function refusesFlag(problem: Problem, { text }: { readonly text: string }): boolean {
	const value = text.slice(offsetFact(problem, 'nameEnd') ?? problem.end, problem.end);
	return /^[=\s"']*(?:no|false|off|0)["']?$/i.test(value);
}

/** What is no command may be a note, or a command to look up. */
const commentOut: Fixer<UnattendSource> = (problem, { text }) => {
	const from = text.lastIndexOf('\n', problem.start - 1) + 1;
	if (problem.facts.endsSection === true) return decides(t('Add %post above'), insert(from, '%post\n'));
	const lines = [...text.slice(from, offsetFact(problem, 'until') ?? problem.end).matchAll(/^(?=[ \t]*\S)/gm)];
	return loses(t('Make it a comment'), ...lines.map(({ index }) => insert(from + index, '# ')));
};

/** Puts the command in place that was meant; with a word of a shell another may have been. */
export const changeCommand: Fixer<UnattendSource> = (problem, source) => {
	if (textFact(problem, 'replacement') === '') return commentOut(problem, source);
	return (problem.facts.isShell === true ? deciding(change()) : change())(problem, source);
};

/** Puts the sign of equality alone between an option and its value. */
export const joinValue: Fixer<UnattendSource> = problem => {
	const start = offsetFact(problem, 'from');
	const end = offsetFact(problem, 'to');
	return start === undefined || end === undefined
		? undefined
		: safe(t('Join the option and its value'), replace({ start, end }, '='));
};

/** Adds a line, which is a choice, above the line of the problem. */
export const lineAbove =
	(line: string, title = english('Add {what}', { what: `"${line}"` })): Fixer<UnattendSource> =>
	({ start }, { text }) => {
		const lineStart = text.lastIndexOf('\n', start - 1) + 1;
		return decides(title, insert(text[lineStart] === '\ufeff' ? lineStart + 1 : lineStart, `${line}\n`));
	};

/** Adds commands, which are a choice, before the first section or at the end of the file. */
export const lastCommand =
	(fileOf: (source: UnattendSource) => StatementLines) =>
	(lines: string, title = english('Add {what}', { what: `"${lines}"` })): Fixer<UnattendSource> =>
	(_problem, source) => {
		const { text } = source;
		const at = fileOf(source).sections[0]?.header.start ?? text.length;
		const glue = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
		return decides(title, insert(at, `${glue}${lines}\n`));
	};

/** Adds options where the fact `insertAt` says. */
export function addAt(problem: Problem, text: string, effect: TextFix['effect']): TextFix | undefined {
	const at = offsetFact(problem, 'insertAt');
	return at === undefined
		? undefined
		: { title: t('Add {what}', { what: text }), effect, changes: [insert(at, ` ${text}`)] };
}

/** A fact as text; empty without it. */
export const textFact = ({ facts }: Problem, name: string): string => String(facts[name] ?? '');

/** A fact that is a place in the text; rules say with -1 that there is none. */
export const offsetFact = ({ facts }: Problem, name: string): number | undefined => {
	const fact = facts[name];
	return typeof fact === 'number' && fact >= 0 ? fact : undefined;
};
