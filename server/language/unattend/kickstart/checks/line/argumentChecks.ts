import { type Problem, problem } from '../../../../problem';
import type { Span } from '../../../../span';
import type { Option } from '../../../statements/command';
import { extraFacts } from '../../../statements/extraWords';
import { gluedMacro } from '../../../statements/gluedMacro';
import { optionMeant } from '../../../statements/optionMeant';
import { type ArgumentFault, type Arguments, type UsedOption, wordValue } from '../../../statements/parseArguments';
import type { Statement } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementFile';
import { mostOptionsTold, strangersFacts } from '../../../statements/unknownOptions';
import type { Word } from '../../../statements/words';
import { holdsMacro } from '../../../values/macrosIn';
import { isPasswordHash } from '../../../values/passwordForm';
import {
	isDeprecatedIn,
	type KickstartCommand,
	type KickstartOption,
	type Lifetime,
	livesIn,
	newestRelease,
} from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import { isTimeZone } from './timeZones';
import { adviseValue, checkValue, typeExpectation } from './valueChecks';

/** One command or section header with its words told apart. */
export interface Parsed {
	readonly statement: Statement;
	readonly command: KickstartCommand;
	readonly args: Arguments<KickstartOption>;
}

/** What the reference parser says about options and the number of arguments. */
export function checkArguments(file: KickstartFile, parsed: Parsed): Problem[] {
	const { args, command } = parsed;
	const problems = [...faultProblems(file, parsed), ...gluedMacros(file, parsed)];
	for (const used of args.options) {
		if (!used.value || used.option.type === 'flag') continue;
		const expectation = typeExpectation(used.option);
		const found = expectation && checkValue(file, used.value, expectation);
		if (found) problems.push(found);
	}
	// Words after an option that is not known may be its value: no further conclusions then.
	if (args.faults.length === 0 && !command.entry.free)
		problems.push(...missingOptions(file, parsed), ...argumentCount(file, parsed));
	return problems.concat(args.options.slice(0, mostOptionsTold).flatMap(used => optionNotes(file, parsed, used)));
}

function faultProblems(file: KickstartFile, parsed: Parsed): Problem[] {
	const faults = parsed.args.faults.filter(fault => !isOpen(file.source, ...placeOf(fault))).slice(0, mostOptionsTold);
	const problems = faults.map(fault => ({ fault, found: faultProblem(file, parsed, fault) }));
	const strangers = problems.flatMap(({ fault, found }) =>
		'word' in fault && found.code === 'kickstart-unknown-option' && found.facts.replacement === undefined
			? [{ ...found, name: fault.name, wordEnd: fault.word.end }]
			: [],
	);
	const others = problems.flatMap(({ found }) => (strangers.some(({ start }) => start === found.start) ? [] : [found]));
	const [first] = strangers;
	if (!first) return others;
	const { name, places } = strangersFacts(strangers);
	return [
		...others,
		problem('kickstart-unknown-option', first, { command: parsed.command.name, name, hint: '', places }),
	];
}

/** An option and the macro that is its value, written as one. */
const gluedMacros = ({ source }: KickstartFile, { args, command }: Parsed): Problem[] =>
	args.faults.flatMap(fault => {
		const glued = 'word' in fault ? gluedMacro(source, fault.word, command.options) : undefined;
		if (!glued) return [];
		const replacement = `${glued.meant}=`;
		const hint = ` Did you mean "${replacement}"?`;
		return [problem('kickstart-unknown-option', glued, { command: command.name, name: glued.name, hint, replacement })];
	});

function placeOf(fault: ArgumentFault<KickstartOption>): [number, number] {
	return 'used' in fault ? [fault.used.start, fault.used.end] : [fault.word.start, fault.end];
}

function faultProblem(file: KickstartFile, { command, args }: Parsed, fault: ArgumentFault<KickstartOption>): Problem {
	const { release } = file.target;
	if ('used' in fault) {
		const { used } = fault;
		if (fault.kind === 'value-apart') {
			const place = { start: used.start, end: used.value?.end ?? used.end };
			const facts = { name: used.option.name, from: used.end, to: fault.valueStart };
			return problem('kickstart-value-apart', place, facts);
		}
		if (fault.kind === 'missing-value') return problem('kickstart-missing-value', used, { name: used.option.name });
		const end = used.value?.end ?? used.end;
		const isArgument = (command.entry.min ?? 0) > args.positionals.length && used.value?.text !== '';
		const facts = { name: used.option.name, nameEnd: used.end, isArgument };
		return problem('kickstart-flag-value', { start: used.start, end }, facts);
	}
	const { name, word, end } = fault;
	const place = { start: word.start, end: Math.max(end, word.start + 1) };
	if (fault.kind === 'ambiguous')
		return problem('kickstart-option-ambiguous', place, { name, candidates: fault.candidates });
	return unknownOption({ command, release, place }, name);
}

function unknownOption(
	{ command, release, place }: { command: KickstartCommand; release: number; place: Span },
	name: string,
): Problem {
	const elsewhere = command.everyOption.get(name);
	if (elsewhere && (elsewhere.since ?? 0) > release)
		return problem('kickstart-option-too-new', place, {
			name,
			command: command.name,
			since: elsewhere.since ?? 0,
			release,
		});
	if (elsewhere && !livesIn(elsewhere, release))
		return problem('kickstart-option-removed', place, {
			name,
			command: command.name,
			removed: (elsewhere.until ?? newestRelease) + 1,
			...replacementFacts(elsewhere.replacement),
		});
	const nearest = optionMeant(name, [...command.options.values()]);
	return problem('kickstart-unknown-option', place, {
		command: command.name,
		name,
		hint: nearest === undefined ? '' : ` Did you mean "${nearest}"?`,
		...(nearest === undefined ? {} : { replacement: nearest }),
	});
}

/** A hint in words, and the replacement itself for the fix when it is a plain name. */
export const replacementFacts = (replacement: string | undefined): { hint: string; replacement?: string } =>
	replacement === undefined ? { hint: '' } : { hint: ` Use "${replacement}".`, replacement };

function optionNotes(
	file: KickstartFile,
	{ command }: Parsed,
	{ option, written, start, end }: UsedOption<KickstartOption>,
): Problem[] {
	const { release } = file.target;
	const problems: Problem[] = [];
	if (written !== option.name)
		problems.push(
			problem(
				'kickstart-option-abbreviated',
				{ start, end },
				{ name: written, full: option.name, replacement: option.name },
			),
		);
	if (isDeprecatedIn(option, release))
		problems.push(
			problem(
				'kickstart-option-deprecated',
				{ start, end },
				{
					name: option.name,
					command: command.name,
					deprecated: option.deprecated ?? release,
					...replacementFacts(option.replacement),
				},
			),
		);
	return problems;
}

/** True when a word that is a macro or a template mark may bring options or arguments of its own. */
export const hasOpenWord = (file: KickstartFile, { args }: Parsed): boolean =>
	args.positionals.some(word => isOpen(file.source, word.start, word.end)) ||
	args.faults.some(fault => isOpen(file.source, ...placeOf(fault)));

function missingOptions(file: KickstartFile, parsed: Parsed): Problem[] {
	const { args, command, statement } = parsed;
	if (hasOpenWord(file, parsed)) return [];
	const given = new Set(args.options.map(({ option }) => option.canonical));
	const missing = [...command.options.values()].filter(
		option => isRequired(option.required, file.target.release) && !given.has(option.canonical) && !option.alias,
	);
	if (missing.length === 0) return [];
	return [
		problem('kickstart-required-option', statement.head, {
			command: command.name,
			options: missing.map(({ name }) => name),
			insertAt: (statement.words.at(-1) ?? statement.head).end,
		}),
	];
}

/** True when an option must stand beside its command in this release. */
export const isRequired = (required: boolean | Lifetime | undefined, release: number): boolean =>
	typeof required === 'object' ? livesIn(required, release) : required === true;

function argumentCount(file: KickstartFile, parsed: Parsed): Problem[] {
	const { args, command, statement } = parsed;
	const has = (name: string): boolean => args.options.some(({ option }) => option.canonical === name);
	const { entry } = command;
	const asked = entry.argumentSince !== undefined && entry.argumentSince <= file.target.release ? 1 : (entry.min ?? 0);
	const min = entry.argumentsUnless?.some(has) ? 0 : asked;
	const limit = entry.argumentsMaxIf;
	const max = limit && has(limit.option) ? limit.max : Math.max(entry.max ?? 0, min);
	const expected = entry.arguments ?? 'no arguments';
	if (args.positionals.length < min)
		return [problem('kickstart-missing-argument', statement.head, { command: command.name, expected })];
	const certain = args.positionals.filter(word => !isOpen(file.source, word.start, word.end));
	const extra = certain.length > max ? args.positionals.slice(max) : [];
	if (extra.length === 0) return max === 0 ? argumentsFromMacros(file, parsed) : [];
	return [extraArgument(parsed, { extra, expected: max === 0 ? 'no arguments' : expected })];
}

/** Where a line takes options alone, a macro may bring one; what it brings otherwise is an argument too many. */
const argumentsFromMacros = (file: KickstartFile, { command, args }: Parsed): Problem[] =>
	args.positionals
		.filter(word => holdsMacro(file.source, word))
		.flatMap(word =>
			adviseValue(file, wordValue(word, file.source.masked), {
				accepts: text => /^\s*(?:$|[-#])/.test(text),
				needs: '-',
				expected: 'options only',
				place: `"${command.name}"`,
				literal: () =>
					problem('kickstart-extra-argument', word, {
						command: command.name,
						expected: 'no arguments',
						value: word.text,
					}),
			}),
		);

/** Options whose value may hold blanks. */
const freeText = /^--(?:append|gecos|fsoptions|mkfsoptions|mountoptions|ethtool|opts|role|sla|usage|addon)$/;
/** Commands whose argument may be any text. */
const takesText = /^(?:rootpw|sshpw|sshkey)$/;

function extraArgument(
	{ command, args, statement }: Parsed,
	{ extra, expected }: { extra: readonly Word[]; expected: string },
): Problem {
	const continuation = args.positionals.find(({ text }) => text === '\n');
	if (continuation) return problem('kickstart-line-continuation', continuation, {});
	const [first = statement.head] = extra;
	const before = statement.words[statement.words.indexOf(first) - 1];
	const join = before && joint(before, first);
	const { options } = command;
	const isText = ({ name }: Option): boolean => freeText.test(name);
	// Without the word the line would lack what it is there for.
	const isNeeded =
		args.options.length === 0 && command.entry.constraints?.some(({ kind }) => /One$/.test(kind)) === true;
	const cure = extraFacts({
		statement,
		args,
		options,
		extra,
		endsInText: takesText.test(command.name),
		isText,
		isNeeded,
	});
	return problem('kickstart-extra-argument', first, {
		...(join === undefined ? cure : { joinFrom: before?.end ?? -1, joinWith: join }),
		command: command.name,
		expected,
		value: first.text,
	});
}

/** What a blank stands for that parts a list, a time zone or a hash; `undefined` where it may part two words. */
function joint(before: Word, word: Word): string | undefined {
	if (before.text.endsWith(',') || word.text.startsWith(',') || isPasswordHash(before.text)) return '';
	return isTimeZone(`${before.text}_${word.text}`) ? '_' : undefined;
}

/** An argument as a value. */
export const argumentValue = (file: KickstartFile, { args }: Parsed, index: number) => {
	const word = args.positionals[index];
	return word && wordValue(word, file.source.masked);
};
