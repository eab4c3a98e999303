import { inARow } from '../../../texts/inARow';
import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { decides, loses, safe } from '../../quickFix';
import { insert, replace, type TextChange } from '../../textChange';
import { keyOf } from '../json/jsonNode';
import { withBackslashes } from '../json/jsonString';
import { skipSpace } from '../json/jsonToken';
import { conflictsOf } from '../paste/mergeConflict';
import { knownKeys } from '../schemaKeys';
import { commentFixes } from './commentFixes';
import type { Fix, FixScene } from './fix';
import { missingValueFixes } from './keyFixes';
import { wordsOf } from './leftOut';
import { lineBreakFixes } from './lineBreakFixes';
import { keyFixes, literalFixes, numberFixes, unclosedFixes, wordFixes } from './literalFixes';
import { duplicateFixes, memberAt } from './treeFixes';

/** Whether a text put on one line goes on in a comment that was to end with its line: brackets before it cut it off. */
const isSwallowed = (rest: string): boolean =>
	rest.includes('//') && /"[ \t]*:/.test(rest) && /[\]}]$/.test(rest.trimEnd());

type Fixer = (problem: Problem, scene: FixScene) => readonly Fix[];

const textFact = ({ facts }: Problem, name: string): string => String(facts[name] ?? '');
const numberFact = ({ facts }: Problem, name: string): number => Number(facts[name] ?? 0);

const remove: Fixer = problem => [safe(t('Remove it'), replace(problem, ''))];

/** For signs in the place of others, texts in several pieces, and texts that stop short. */
const signFixers: Readonly<Partial<Record<Problem['code'], Fixer>>> = {
	'json-wrong-separator': problem => {
		const expected = textFact(problem, 'expected');
		return [safe(t('Change to {expected}', { expected }), replace(problem, expected))];
	},
	'json-joined-text': problem => [safe(t('Write them as one text'), replace(problem, ''))],
	'json-bracket-kind': problem => {
		const [opener, closer] = [textFact(problem, 'opener'), textFact(problem, 'closer')];
		const at = numberFact(problem, 'at');
		const closing = at < 0 ? [] : [replace({ start: at, end: at + 1 }, closer)];
		return [safe(t('Change to {opener} and {closer}', { opener, closer }), replace(problem, opener), ...closing)];
	},
	'json-ellipsis': problem => {
		const place = { start: numberFact(problem, 'from'), end: numberFact(problem, 'until') };
		return [safe(t('Remove the dots'), replace(place, textFact(problem, 'instead')))];
	},
	'json-truncated': (problem, { text }) => {
		const end = numberFact(problem, 'until');
		// At the end of what makes a text a piece of a program, one place in it is two in the file.
		const place = { start: Math.min(numberFact(problem, 'from'), end), end };
		const missing = textFact(problem, 'insert');
		// Also an empty value behind the last key takes nothing away, and the key shows where something is missing.
		const fix = isSwallowed(text.slice(end)) ? decides : safe;
		return [fix(t('Insert {missing}', { missing: missing.trim() }), replace(place, missing))];
	},
	'json-wrapped': (_, { text, unwrapped }) => {
		if (!unwrapped) return [];
		const whole = { start: 0, end: text.length };
		const { steps, leftOut, text: inner } = unwrapped;
		const what = t('Keep the JSON alone, without what makes it {steps}', {
			steps: inARow(steps.map(step => step.what)),
		});
		const kept = wordsOf(inner);
		if ([...wordsOf(text)].every(word => kept.has(word))) return [safe(what, replace(whole, inner))];
		const left = leftOut.length > 0 ? { leavesOut: 'text' as const, left: leftOut } : {};
		return [{ ...loses(what, replace(whole, inner)), isForRepair: true, ...left }];
	},
	'json-merge-conflict': (_, { text }) => {
		const conflicts = conflictsOf(text);
		const keeping = (side: 'above' | 'below'): TextChange[] =>
			conflicts.map(conflict => replace(conflict.whole, text.slice(conflict[side].start, conflict[side].end)));
		return [
			loses(t('Keep the version above'), ...keeping('above')),
			loses(t('Keep the version below'), ...keeping('below')),
		];
	},
	'json-several-values': problem => {
		const { commas } = problem.facts;
		const until = numberFact(problem, 'until');
		if (until < 0 || !Array.isArray(commas)) return [];
		const list = decides(
			t('Make a list of the values'),
			insert(numberFact(problem, 'from'), '['),
			...commas.map(at => insert(Number(at), ',')),
			insert(until, textFact(problem, 'closer')),
		);
		// A list is JSON, but no configuration-settings file.
		return [{ ...list, isForRepair: true, isForRepairOnly: true }];
	},
};

const fixers: Readonly<Partial<Record<Problem['code'], Fixer>>> = {
	'json-line-break-in-string': lineBreakFixes,
	'json-missing-comma': problem => {
		const moved = numberFact(problem, 'at');
		const comma = moved > 0 ? [replace({ start: moved, end: moved + 1 }, '')] : [];
		return [
			insideOut(problem) ??
				safe(moved > 0 ? t('Move the comma here') : t('Insert a comma'), insert(problem.end, ','), ...comma),
		];
	},
	'json-extra-comma': remove,
	'json-trailing-comma': problem => [safe(t('Remove the comma'), replace(problem, ''))],
	'json-missing-colon': problem => [
		insideOut(problem) ??
			colonAndQuotes(problem) ??
			safe(t('Insert a colon'), textFact(problem, 'written') === '' ? insert(problem.end, ':') : replace(problem, ':')),
	],
	'json-missing-value': missingValueFixes,
	'json-unclosed-bracket': (problem, { text }) => {
		const at = numberFact(problem, 'at');
		const comma = skipSpace(text, at);
		const isLast = text[comma] === ',' && /[}\]]|^$/.test(text[skipSpace(text, comma + 1)] ?? '');
		const place = { start: at, end: isLast ? comma + 1 : at };
		return [
			safe(t('Insert {closer}', { closer: textFact(problem, 'closer') }), replace(place, textFact(problem, 'insert'))),
		];
	},
	'json-missing-bracket': problem => {
		const opener = textFact(problem, 'opener');
		const closer = textFact(problem, 'closer');
		const [at, written] = problem.facts.where === 'after' ? [problem.end, ` ${opener}`] : [problem.start, opener];
		if (closer === '') return [safe(t('Insert {opener}', { opener }), insert(at, written))];
		const closing = insert(numberFact(problem, 'closeAt'), closer);
		return [safe(t('Insert {opener} and {closer}', { opener, closer }), insert(at, written), closing)];
	},
	'json-wrong-bracket': problem => {
		const expected = textFact(problem, 'expected');
		const partner = numberFact(problem, 'at');
		if (partner <= 0) return [safe(t('Change to {expected}', { expected }), replace(problem, expected))];
		const other = replace({ start: partner, end: partner + 1 }, textFact(problem, 'closer'));
		return [safe(t('Put the two brackets in the other order'), replace(problem, expected), other)];
	},
	...signFixers,
	'json-unclosed-string': unclosedFixes,
	'json-unescaped-quote': (problem, { text, root }) => {
		const { start, end, newText } = innerQuotes(problem, text);
		const before = text.slice(0, start);
		const plain = text.slice(start, end).replaceAll('"', '');
		const key = before.slice(before.lastIndexOf('"') + 1) + plain;
		const member = memberAt(root, start);
		// None of these can hold a quotation mark.
		const isWord = knownKeys.has(key) || (member && ['category', 'type', 'name'].includes(keyOf(member)));
		if (isWord) return [safe(t('Remove the quotation marks inside'), replace({ start, end }, plain))];
		return [safe(t('Put a backslash before the quotation marks inside'), { start, end, newText })];
	},
	'json-quotes': (problem, { text }) => {
		const known = textFact(problem, 'replacement');
		if (known !== '') return [safe(t('Use straight quotation marks'), replace(problem, known))];
		const content = text.slice(problem.start + 1, problem.end - 1).replace(/\\'/g, "'");
		return [safe(t('Use straight quotation marks'), replace(problem, `"${escapeQuotes(content)}"`))];
	},
	'json-comment': commentFixes,
	'json-literal': literalFixes,
	'json-number': numberFixes,
	'json-unquoted-key': keyFixes,
	// Glued to a bracket it is the rest of a longer text, which lost its first quotation mark.
	'json-unquoted-value': (problem, scene) =>
		/[}\])]/.test(scene.text[problem.start - 1] ?? '') ? [] : wordFixes(problem, scene),
	'json-invalid-escape': (problem, { text }) => {
		const place = { start: numberFact(problem, 'from'), end: numberFact(problem, 'until') };
		return [safe(t('Write each backslash twice'), replace(place, withBackslashes(text.slice(place.start, place.end))))];
	},
	'json-control-character': (problem, { text }) => {
		const character = text.slice(problem.start, problem.end);
		// Nobody types the first one: a program has left it behind. No key has any.
		if (character === '\0' || isInKey(text, problem.end)) return [safe(t('Remove it'), replace(problem, ''))];
		return [safe(t('Write its escape'), replace(problem, JSON.stringify(character).slice(1, -1)))];
	},
	'json-white-space': problem => [safe(t('Use an ordinary space'), replace(problem, ' '))],
	'json-unexpected': (problem, { text }) => {
		if (problem.facts.isSaid) return [safe(t('Remove it'), replace(problem, ''))];
		const { from, until } = problem.facts;
		if (typeof from === 'number' && typeof until === 'number') {
			const at = numberFact(problem, 'at');
			const closing = at < 0 ? [] : [insert(at, textFact(problem, 'insert'))];
			const removal = replace({ start: from, end: until }, textFact(problem, 'instead'));
			return [safe(t('Move it behind the last member'), removal, ...closing)];
		}
		const closer = numberFact(problem, 'closer');
		const partner = closer > 0 ? [replace({ start: closer, end: closer + 1 }, '')] : [];
		return [removeWords(t('Remove it'), problem, text, partner)];
	},
	'json-text-before-start': (problem, { text }) => [
		removeWords(t('Remove what stands before the JSON'), problem, text),
	],
	'json-text-after-end': (problem, { text }) => [removeWords(t('Remove what follows'), problem, text)],
	'json-byte-order-mark': remove,
	'json-duplicate-key': duplicateFixes,
};

/** Ways out of a mistake of JSON, the best one first. Offsets are those of `text`. */
export const jsonFixes = (problem: Problem, scene: FixScene): readonly Fix[] =>
	fixers[problem.code]?.(problem, scene) ?? [];

/** Brackets, commas and colons too many say nothing; words are left out only when a person says so. */
function removeWords(title: string, problem: Problem, text: string, also: readonly TextChange[] = []): Fix {
	const removal = replace(problem, '');
	const saysNothing = /^[^\p{L}\p{N}]*$/u.test(text.slice(problem.start, problem.end));
	if (saysNothing) return safe(title, removal, ...also);
	return { ...loses(title, removal), isForRepair: true, leavesOut: 'text' };
}

/** A sign that was written before a quotation mark instead of behind it. */
function insideOut(problem: Problem): Fix | undefined {
	const instead = textFact(problem, 'instead');
	return instead === '' ? undefined : safe(t('Move it behind the quotation mark'), replace(problem, instead));
}

/** A colon, and the quotation marks of the text behind it. */
function colonAndQuotes(problem: Problem): Fix | undefined {
	const { value } = problem.facts;
	if (typeof value !== 'string') return undefined;
	const place = { start: numberFact(problem, 'from'), end: numberFact(problem, 'until') };
	const colon = textFact(problem, 'written') === '' ? insert(problem.end, ':') : replace(problem, ':');
	return safe(t('Insert a colon and quotation marks'), colon, replace(place, JSON.stringify(value)));
}

const escapeQuotes = (content: string): string =>
	content.replace(/\\[\s\S]|"/g, found => (found === '"' ? '\\"' : found));

/** From the quotation mark that is reported to the one before the string's end. */
function innerQuotes(problem: Problem, text: string): { start: number; end: number; newText: string } {
	const end = numberFact(problem, 'end') - 1;
	return { start: problem.start, end, newText: escapeQuotes(text.slice(problem.start, end)) };
}

/** Whether the text in quotation marks around an offset is followed by a colon. */
const isInKey = (text: string, offset: number): boolean =>
	/^[^"\\\n]{0,80}"\s*:/.test(text.slice(offset, offset + 200));
