import { english, t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { Span } from '../../../span';
import { gluedMacro } from '../../statements/gluedMacro';
import { optionMeant } from '../../statements/optionMeant';
import type { ArgumentFault, UsedOption } from '../../statements/parseArguments';
import { isOpen } from '../../statements/statementFile';
import { mostOptionsTold, strangersFacts } from '../../statements/unknownOptions';
import { valuePlace } from '../../statements/valuePlace';
import type { Word } from '../../statements/words';
import { checkPlace } from '../../values/checkPlace';
import { coveringMacro } from '../../values/macrosIn';
import { hasTemplateMark } from '../../values/templateMarks';
import type { EsxiFile } from '../esxiFile';
import { type EsxiLine, endOfWords, firstArgument, usedOption } from '../esxiLines';
import { type EsxiOption, foreignOption, otherNameOf } from '../esxiTable';
import { esxiMacroRules, forms } from './forms';
import { checkKeyboard, checkOptionValue } from './valueChecks';

/** What one line's options and arguments say wrong. */
export function checkArguments(file: EsxiFile, line: EsxiLine): Problem[] {
	const { args } = line;
	const found = args.faults.slice(0, mostOptionsTold).flatMap(fault => checkFault(file, line, fault));
	for (const used of args.options) for (const each of checkOption(file, line, used)) found.push(each);
	const problems = strange.reduce((all, code) => joinOptions(all, code), found);
	appendAll(problems, checkRepeated(line));
	// Words behind an option that is not known may be its value: no further conclusions then.
	if (args.faults.length > 0) return [...problems, ...checkOpenKeyboard(file, line)];
	// What macros bring may be options; more words than the command takes are too many all the same.
	if (line.open) return [...problems, ...checkOpenKeyboard(file, line), ...checkExtra(file, line)];
	// An option without its dashes is missing, not too much.
	const missing = checkRequired(line);
	if (missing.length > 0) return [...problems, ...missing, ...checkTogether(line)];
	// A word behind a value that is refused belongs to it.
	const count = problems.some(({ code }) => code === 'esxi-value') ? [] : checkCount(file, line);
	return [...problems, ...(count.length > 0 ? count : checkTogether(line))];
}

/** Options of other formats and unlisted ones, which came with the line from elsewhere, are one report. */
const strange = ['esxi-foreign-option', 'esxi-unlisted-option'] as const;

function joinOptions(problems: Problem[], code: (typeof strange)[number]): Problem[] {
	const same = problems.filter(each => each.code === code).sort((a, b) => a.start - b.start);
	const [first] = same;
	if (!first || same.length < 2) return problems;
	const { name, places } = strangersFacts(
		same.map(({ start, end, facts: { name, wordEnd, replacement } }) => ({
			start,
			end,
			name: String(name),
			wordEnd: Number(wordEnd),
			...(typeof replacement === 'string' ? { instead: replacement } : {}),
		})),
	);
	const { command = '', from = '' } = first.facts;
	const joined = problem(code, first, { command, from, name, places, hint: '' });
	return [...problems.filter(each => each.code !== code), joined];
}

/** What a macro brings as the only word of the line. */
function checkOpenKeyboard(file: EsxiFile, line: EsxiLine): Problem[] {
	const { args, command } = line;
	if (command.name !== 'keyboard' || args.faults.length > 0 || args.positionals.length !== 1) return [];
	const value = firstArgument(file, line);
	return value ? checkKeyboard(file, line, value) : [];
}

function checkFault(file: EsxiFile, line: EsxiLine, fault: ArgumentFault<EsxiOption>): Problem[] {
	if ('used' in fault) {
		const { used } = fault;
		const { option } = used;
		if (fault.kind === 'value-apart') {
			const place = { start: used.start, end: used.value?.end ?? used.end };
			return [problem('esxi-value-apart', place, { name: option.name, from: used.end, to: fault.valueStart })];
		}
		if (fault.kind === 'flag-with-value')
			return [
				problem(
					'esxi-flag-value',
					{ start: used.start, end: used.value?.end ?? used.end },
					{
						name: used.option.name,
						nameEnd: used.end,
						isArgument: (line.command.entry.min ?? 0) > line.args.positionals.length && used.value?.text !== '',
					},
				),
			];
		if (option.grade !== 'documented') return [];
		const value = option.choices?.[0] ?? option.value ?? 'value';
		return [problem('esxi-missing-value', used, { name: option.name, value })];
	}
	const place = { start: fault.word.start, end: Math.max(fault.end, fault.word.start + 1) };
	const glued = gluedMacro(file.source, fault.word, line.command.options);
	if (glued) {
		const facts = { command: line.command.name, name: glued.name, replacement: `${glued.meant}=` };
		return [problem('esxi-unknown-option', glued, facts)];
	}
	if (isOpen(file.source, place.start, place.end)) return [];
	return [withWord(unknownOption(file, line, { name: fault.name, ...place }), fault.word.end)];
}

/** Where the option ends together with its value. */
const withWord = (found: Problem, wordEnd: number): Problem => ({ ...found, facts: { ...found.facts, wordEnd } });

function unknownOption(
	{ release }: EsxiFile,
	{ command }: EsxiLine,
	{ name, ...place }: Span & { readonly name: string },
): Problem {
	const facts = { command: command.name, name };
	if (command.entry.grade !== 'documented') return problem('esxi-uncertain-option', place, facts);
	const other = otherNameOf(command, name);
	if (other !== undefined) return problem('esxi-unknown-option', place, { ...facts, replacement: other });
	const foreign = foreignOption(command.name, name);
	if (foreign) {
		const hint = foreign.instead === '' ? '' : ` ${t('Use "{instead}".', { instead: foreign.instead })}`;
		const replacement = foreign.instead === '' ? {} : { replacement: foreign.instead };
		return problem('esxi-foreign-option', place, { ...facts, from: foreign.from, hint, ...replacement });
	}
	const known = [...command.options.values()].filter(({ since = 0 }) => release === undefined || since <= release);
	const [only] = known;
	const nearest = optionMeant(name, known) ?? (known.length === 1 && only?.required ? only.name : undefined);
	return nearest === undefined
		? problem('esxi-unlisted-option', place, facts)
		: problem('esxi-unknown-option', place, { ...facts, replacement: nearest });
}

function checkOption(file: EsxiFile, line: EsxiLine, used: UsedOption<EsxiOption>): Problem[] {
	const { option } = used;
	const place = { start: used.start, end: used.end };
	const facts = { command: line.command.name, name: used.written };
	// What is short for an option here may be a whole option of a related format.
	if (used.written !== option.name && foreignOption(line.command.name, used.written))
		return [withWord(unknownOption(file, line, { name: used.written, ...place }), used.value?.end ?? used.end)];
	const isTooNew = option.since !== undefined && file.release !== undefined && file.release < option.since;
	if (used.written !== option.name && isTooNew)
		return [withWord(unknownOption(file, line, { name: used.written, ...place }), used.value?.end ?? used.end)];
	if (used.written !== option.name)
		return [problem('esxi-unknown-option', place, { ...facts, replacement: option.name })];
	if (isTooNew)
		return [problem('esxi-option-too-new', place, { ...facts, since: option.since ?? 0, release: file.release ?? 0 })];
	return option.type === 'flag' ? [] : checkOptionValue(file, line, used);
}

/** The same option with another value. */
function checkRepeated({ args }: EsxiLine): Problem[] {
	const seen = new Map<string, string>();
	return args.options.slice(0, mostOptionsTold).flatMap(({ option, value, start, end }) => {
		const earlier = seen.get(option.canonical);
		if (value) seen.set(option.canonical, value.text);
		const isOther = earlier !== undefined && value !== undefined && earlier !== value.text;
		return isOther ? [problem('esxi-option-repeated', { start, end }, { name: option.name })] : [];
	});
}

function checkCount(file: EsxiFile, line: EsxiLine): Problem[] {
	const { command, statement, args } = line;
	const { entry } = command;
	const expected = entry.arguments ?? t('no arguments');
	const keyboard = command.name === 'keyboard' ? firstArgument(file, line) : undefined;
	if (keyboard) return checkKeyboard(file, line, keyboard);
	if (entry.grade !== 'documented') return [];
	if (args.positionals.length < (entry.min ?? 0))
		return [problem('esxi-missing-argument', statement.head, { command: command.name, expected })];
	return checkExtra(file, line);
}

/** Words beyond those that the command takes; a macro may be none. */
function checkExtra(file: EsxiFile, line: EsxiLine): Problem[] {
	const { command, args, statement } = line;
	const { entry } = command;
	if (entry.grade !== 'documented' || command.name === 'keyboard') return [];
	const expected = entry.arguments ?? t('no arguments');
	if (hasTemplateMark(file.source.masked.slice(statement.start, statement.end))) return [];
	// What a macro brings may be anything; where it only follows `gateway=` the word is one all the same.
	const certain = args.positionals.filter(
		({ text, start, end }) =>
			!isOpen(file.source, start, end) || (/^[a-z]+=/.test(text) && !coveringMacro(file.source, start)),
	);
	const extra = certain.length > (entry.max ?? 0) ? (entry.max ? args.positionals[entry.max] : certain[0]) : undefined;
	if (!extra) return entry.max ? [] : args.positionals.flatMap(word => extraFromMacro(file, line, word));
	const isDisk =
		command.options.has('--disk') && !usedOption(line, '--disk') && forms.disk?.accepts(extra.text) === true;
	const written = file.source.text.slice(extra.start, extra.end);
	const [name = ''] = /^[a-z]+(?==|$)/.exec(extra.text) ?? [];
	const replacement = isDisk ? `--disk=${written}` : command.options.has(`--${name}`) ? `--${written}` : undefined;
	const facts = { command: command.name, expected, value: written };
	return [problem('esxi-extra-argument', extra, replacement === undefined ? facts : { ...facts, replacement })];
}

/** Where a line takes options alone, what a macro brings otherwise is an argument too many. */
function extraFromMacro({ source }: EsxiFile, { command: { name } }: EsxiLine, word: Word): Problem[] {
	const found = checkPlace(source, valuePlace(source, word), {
		rules: esxiMacroRules,
		place: `"${name}"`,
		demand: { accepts: text => /^\s*(?:$|[-#])/.test(text), begins: '-# \t', expected: english('options only') },
		isStrict: false,
		literal: () => problem('esxi-extra-argument', word, { command: name, expected: '', value: '' }),
	});
	return found ? [found] : [];
}

function checkRequired(line: EsxiLine): Problem[] {
	const { command, statement } = line;
	const missing = [...command.options.values()].filter(
		({ required, canonical, alias }) => required && !alias && !usedOption(line, canonical),
	);
	if (missing.length === 0) return [];
	const options = missing.map(({ name }) => `"${name}"`);
	return [
		problem('esxi-required-option', statement.head, { command: command.name, options, insertAt: endOfWords(line) }),
	];
}

function checkTogether(line: EsxiLine): Problem[] {
	const { command, statement } = line;
	const { oneOf = [], exclude = [], requires = {} } = command.entry;
	const problems: Problem[] = [];
	for (const [first = '', second = ''] of exclude) {
		const [one, other] = [usedOption(line, first), usedOption(line, second)].sort(
			(a, b) => (b?.start ?? 0) - (a?.start ?? 0),
		);
		if (one && other)
			problems.push(problem('esxi-options-exclude', one, { name: one.option.name, other: other.option.name }));
	}
	const needs = Object.entries(requires).flatMap(([name, needed]) => {
		const used = usedOption(line, name);
		return used && !usedOption(line, needed) ? [problem('esxi-option-needs', used, { name, needed })] : [];
	});
	appendAll(problems, needs);
	if (needs.length === 0 && oneOf.length > 0 && !oneOf.some(name => usedOption(line, name)))
		problems.push(
			problem('esxi-no-target-disk', statement.head, {
				command: command.name,
				options: oneOf.map(name => `"${name}"`),
				insertAt: endOfWords(line),
			}),
		);
	return problems;
}
