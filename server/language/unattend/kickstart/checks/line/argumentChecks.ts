import { english, t } from '../../../../../texts/texts';
import { appendAll } from '../../../../appendAll';
import { type Problem, problem } from '../../../../problem';
import type { Span } from '../../../../span';
import { gluedMacro } from '../../../statements/gluedMacro';
import { optionMeant } from '../../../statements/optionMeant';
import { type ArgumentFault, type Arguments, type UsedOption, wordValue } from '../../../statements/parseArguments';
import type { Statement } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementFile';
import { mostOptionsTold, strangersFacts } from '../../../statements/unknownOptions';
import { holdsMacro } from '../../../values/macrosIn';
import {
	isDeprecatedIn,
	type KickstartCommand,
	type KickstartOption,
	livesIn,
	newestRelease,
	otherNameOf,
} from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import { argumentFaults, lackedOptions } from './argumentFaults';
import { placeOfFault } from './openWords';
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
	const problems = [...faultProblems(file, parsed), ...gluedMacros(file, parsed), ...macroOptions(file, parsed)];
	for (const used of args.options) {
		if (!used.value || used.option.type === 'flag') continue;
		const expectation = typeExpectation(used.option);
		const found = expectation && checkValue(file, used.value, expectation);
		if (found) problems.push(found);
	}
	// Words after an option that is not known may be its value: no further conclusions then.
	if (args.faults.length === 0 && !command.entry.free) appendAll(problems, argumentFaults(file, parsed));
	return problems.concat(args.options.slice(0, mostOptionsTold).flatMap(used => optionNotes(file, parsed, used)));
}

function faultProblems(file: KickstartFile, parsed: Parsed): Problem[] {
	const faults = parsed.args.faults
		.filter(fault => !isOpen(file.source, ...placeOfFault(fault)))
		.slice(0, mostOptionsTold);
	const problems = faults.map(fault => ({ fault, found: faultProblem(file, parsed, fault) }));
	const strangers = problems.flatMap(({ fault, found }) =>
		'word' in fault && found.code === 'kickstart-unknown-option' && found.facts.replacement === undefined
			? [{ ...found, name: fault.name, wordEnd: fault.word.end }]
			: [],
	);
	const others = problems.flatMap(({ found }) => (strangers.some(({ start }) => start === found.start) ? [] : [found]));
	const [first] = strangers;
	if (!first) return others;
	const { name, places: options } = strangersFacts(strangers);
	const { args, command } = parsed;
	// Words that the command does not take either belong to what it does not have.
	const words = command.entry.max || command.entry.free ? [] : args.positionals;
	const places = [...options, ...words.map(({ start, end }) => `${start}-${end}`)];
	return [...others, problem('kickstart-unknown-option', first, { command: command.name, name, hint: '', places })];
}

/** An option and the macro that is its value, written as one. */
const gluedMacros = ({ source }: KickstartFile, { args, command }: Parsed): Problem[] =>
	args.faults.flatMap(fault => {
		const glued = 'word' in fault ? gluedMacro(source, fault.word, command.options) : undefined;
		if (!glued) return [];
		const replacement = `${glued.meant}=`;
		const hint = ` ${t('Did you mean "{replacement}"?', { replacement })}`;
		return [problem('kickstart-unknown-option', glued, { command: command.name, name: glued.name, hint, replacement })];
	});

/** Options that macros bring as a part of their names: `--#site.mode#`. */
const macroOptions = (file: KickstartFile, { args, command }: Parsed): Problem[] =>
	args.faults.flatMap(fault => {
		const isMacro = fault.kind === 'unknown' && holdsMacro(file.source, { start: fault.word.start, end: fault.end });
		if (!isMacro) return [];
		return adviseValue(file, fault.word, {
			accepts: text => [...command.options.keys()].some(name => name.startsWith(text.split(/[=\s]/)[0] ?? '')),
			expected: english('options only'),
			place: `"${command.name}"`,
			literal: () =>
				problem('kickstart-extra-argument', fault.word, { command: command.name, expected: '', value: '' }),
		});
	});

function faultProblem(file: KickstartFile, parsed: Parsed, fault: ArgumentFault<KickstartOption>): Problem {
	const { command, args } = parsed;
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
	const lacked = word.text.includes('=') ? lackedOptions(file, parsed) : [];
	const only = lacked.length === 1 ? lacked[0]?.name : onlyOption(parsed);
	return unknownOption({ command, release, place, only }, name);
}

/** The only option of a command that is nothing without it: `eula --agreed`. */
function onlyOption({ command, args }: Parsed): string | undefined {
	const [only, more] = [...command.options.values()].filter(({ alias }) => alias === undefined);
	const isNeeded = command.entry.constraints?.some(({ kind }) => kind === 'atLeastOne');
	return only && !more && isNeeded && args.options.length === 0 && args.faults.length === 1 ? only.name : undefined;
}

/** An option that its command does not have; `only` is the one that the line lacks, and so may be meant. */
function unknownOption(
	{
		command,
		release,
		place,
		only,
	}: { command: KickstartCommand; release: number; place: Span; only: string | undefined },
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
	const other = otherNameOf(command, name);
	const nearest = other ?? optionMeant(name, [...command.options.values()]) ?? only;
	return problem('kickstart-unknown-option', place, {
		command: command.name,
		name,
		hint: nearest === undefined ? '' : ` ${t('Did you mean "{nearest}"?', { nearest })}`,
		...(nearest === undefined ? {} : { replacement: nearest }),
	});
}

/** A hint in words, and the replacement itself for the fix when it is a plain name. */
export const replacementFacts = (replacement: string | undefined): { hint: string; replacement?: string } =>
	replacement === undefined ? { hint: '' } : { hint: ` ${t('Use "{replacement}".', { replacement })}`, replacement };

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

/** An argument as a value. */
export const argumentValue = (file: KickstartFile, { args }: Parsed, index: number) => {
	const word = args.positionals[index];
	return word && wordValue(word, file.source.masked);
};
