import type { Problem } from '../../problem';
import { safe as fix, loses, decides as possibleFix } from '../../quickFix';
import { insert, replace, type TextChange } from '../../textChange';
import { skipSpace } from '../json/jsonToken';
import { commentFixes } from './commentFixes';
import type { Fix, FixScene } from './fix';
import { missingValueFixes } from './keyFixes';
import { duplicateFixes } from './treeFixes';

type Fixer = (problem: Problem, scene: FixScene) => readonly Fix[];

const textFact = ({ facts }: Problem, name: string): string => String(facts[name] ?? '');
const numberFact = ({ facts }: Problem, name: string): number => Number(facts[name] ?? 0);

const remove: Fixer = problem => [fix('Remove it', replace(problem, ''))];
const quote: (fact: string) => Fixer = fact => problem => [
	fix('Put it in quotation marks', replace(problem, JSON.stringify(textFact(problem, fact)))),
];
const useReplacement: Fixer = problem => {
	const replacement = textFact(problem, 'replacement');
	return [fix(`Change to ${replacement}`, replace(problem, replacement))];
};

const fixers: Readonly<Partial<Record<Problem['code'], Fixer>>> = {
	'json-line-break-in-string': (problem, { text }) => [
		fix('Join the lines with a space', replace(blanksAround(text, problem), ' ')),
		possibleFix('Write \\n for the line break', replace(problem, '\\n')),
	],
	'json-missing-comma': ({ end }) => [fix('Insert a comma', insert(end, ','))],
	'json-extra-comma': remove,
	'json-trailing-comma': problem => [fix('Remove the comma', replace(problem, ''))],
	'json-missing-colon': problem => [
		fix('Insert a colon', textFact(problem, 'written') === '' ? insert(problem.end, ':') : replace(problem, ':')),
	],
	'json-missing-value': missingValueFixes,
	'json-unclosed-bracket': (problem, { text }) => {
		const at = numberFact(problem, 'at');
		const comma = skipSpace(text, at);
		const isLast = text[comma] === ',' && /[}\]]|^$/.test(text[skipSpace(text, comma + 1)] ?? '');
		const place = { start: at, end: isLast ? comma + 1 : at };
		return [fix(`Insert ${textFact(problem, 'closer')}`, replace(place, textFact(problem, 'insert')))];
	},
	'json-missing-bracket': problem => {
		const opener = textFact(problem, 'opener');
		return [fix(`Insert ${opener}`, insert(problem.start, opener))];
	},
	'json-wrong-bracket': problem => {
		const expected = textFact(problem, 'expected');
		return [fix(`Change it to ${expected}`, replace(problem, expected))];
	},
	'json-unclosed-string': ({ end }) => [fix('Insert the quotation mark', insert(end, '"'))],
	'json-unescaped-quote': (problem, { text }) => [
		fix('Put a backslash before the quotation marks inside', innerQuotes(problem, text)),
	],
	'json-quotes': (problem, { text }) => {
		const content = text.slice(problem.start + 1, problem.end - 1).replace(/\\'/g, "'");
		return [fix('Use straight quotation marks', replace(problem, `"${escapeQuotes(content)}"`))];
	},
	'json-comment': commentFixes,
	'json-literal': useReplacement,
	'json-number': useReplacement,
	'json-unquoted-key': quote('key'),
	'json-unquoted-value': quote('written'),
	'json-invalid-escape': ({ start }) => [fix('Write the backslash twice', insert(start, '\\'))],
	'json-control-character': (problem, { text }) => [
		fix('Write its escape', replace(problem, JSON.stringify(text.slice(problem.start, problem.end)).slice(1, -1))),
	],
	'json-white-space': problem => [fix('Use an ordinary space', replace(problem, ' '))],
	'json-unexpected': (problem, { text }) => {
		const closer = numberFact(problem, 'closer');
		const partner = closer > 0 ? [replace({ start: closer, end: closer + 1 }, '')] : [];
		return [removeWords('Remove it', problem, text, partner)];
	},
	'json-text-before-start': (problem, { text }) => [removeWords('Remove what stands before the JSON', problem, text)],
	'json-text-after-end': (problem, { text }) => [removeWords('Remove what follows', problem, text)],
	'json-byte-order-mark': remove,
	'json-duplicate-key': duplicateFixes,
};

/** Ways out of a mistake of JSON, the best one first. Offsets are those of `text`. */
export const jsonFixes = (problem: Problem, scene: FixScene): readonly Fix[] =>
	fixers[problem.code]?.(problem, scene) ?? [];

/** Brackets, commas and colons too many say nothing; words are left out only when a person says so. */
function removeWords(title: string, problem: Problem, text: string, also: readonly TextChange[] = []): Fix {
	const removal = replace(problem, '');
	const saysNothing = /^[\s[\]{},:;"]*$/.test(text.slice(problem.start, problem.end));
	if (saysNothing) return fix(title, removal, ...also);
	return { ...loses(title, removal), isForRepair: true, leavesOut: 'text' };
}

/** The line break with the blanks before it and the indentation after it. */
function blanksAround(text: string, problem: Problem): { start: number; end: number } {
	let { start, end } = problem;
	while (/[ \t]/.test(text[start - 1] ?? '')) start--;
	while (/[ \t]/.test(text[end] ?? '')) end++;
	return { start, end };
}

const escapeQuotes = (content: string): string =>
	content.replace(/\\[\s\S]|"/g, found => (found === '"' ? '\\"' : found));

/** From the quotation mark that is reported to the one before the string's end. */
function innerQuotes(problem: Problem, text: string): { start: number; end: number; newText: string } {
	const end = numberFact(problem, 'end') - 1;
	return { start: problem.start, end, newText: escapeQuotes(text.slice(problem.start, end)) };
}
