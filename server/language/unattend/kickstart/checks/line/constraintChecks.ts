import { english, t } from '../../../../../texts/texts';
import { oncePerVersion } from '../../../../oncePerVersion';
import { type Problem, problem } from '../../../../problem';
import { parseArguments, type UsedOption } from '../../../statements/parseArguments';
import { hasTemplateLines } from '../../../statements/statementFile';
import { valuePlace } from '../../../statements/valuePlace';
import { type Demand, word } from '../../../values/demand';
import { possibleTexts } from '../../../values/possibleTexts';
import { type Constraint, type KickstartCommand, type KickstartOption, livesIn } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import { argumentValue, type Parsed } from './argumentChecks';
import { hasOpenWord } from './openWords';
import { checkRealm } from './realmCheck';
import { checkValue } from './valueChecks';

interface Situation {
	readonly file: KickstartFile;
	readonly parsed: Parsed;
	/** Options given, by canonical name; the last one counts. */
	readonly given: ReadonlyMap<string, UsedOption<KickstartOption>>;
	/** A macro among the words may bring what is not written there. */
	readonly open: boolean;
}

type Check = (constraint: Constraint, situation: Situation) => Problem | undefined;

/** What the reference parser says about options of one command that meet. */
export function checkConstraints(file: KickstartFile, parsed: Parsed): Problem[] {
	const constraints = parsed.command.entry.constraints ?? [];
	if (constraints.length === 0) return [];
	const given = new Map(parsed.args.options.map(used => [used.option.canonical, used]));
	const situation = { file, parsed, given, open: hasOpenWord(file, parsed) };
	const reported = new Set<string>();
	return constraints.flatMap(constraint => {
		if (!livesIn(constraint, file.target.release)) return [];
		const found = constraintChecks[constraint.kind]?.(constraint, situation);
		if (!found || reported.has(found.code + found.start)) return [];
		reported.add(found.code + found.start);
		return [found];
	});
}

/** An empty value and a zero count as none, as they do for the reference parser. */
const has = ({ given, parsed }: Situation, name: string): boolean => {
	if (name === '@') return parsed.args.positionals.length > 0;
	const used = given.get(name);
	if (used?.value === undefined) return used !== undefined;
	return used.value.text !== '' && !(used.option.type === 'integer' && Number(used.value.text) === 0);
};

/** Flags are off again on the next line, values stay. */
function withEarlierLines(situation: Situation): Situation {
	const { file, parsed, given } = situation;
	if (hasTemplateLines(file)) return situation;
	const earlier = firstValues(file, parsed.command).filter(({ start }) => start < parsed.statement.start);
	return { ...situation, given: new Map([...earlier.map(used => [used.option.canonical, used] as const), ...given]) };
}

/** The first use of each option of a command that has a value, in any line. */
const firstValues = oncePerVersion((file: KickstartFile, command: KickstartCommand) => {
	const uses = new Map<string, UsedOption<KickstartOption>>();
	for (const statement of file.statements) {
		if (statement.head.text !== command.name || statement.unclosed !== undefined) continue;
		for (const used of parseArguments(statement, command, file.source.masked).options)
			if (used.value?.text && !uses.has(used.option.canonical)) uses.set(used.option.canonical, used);
	}
	return [...uses.values()];
});

const quoted = (names: readonly string[]): string[] =>
	names.map(name => (name === '@' ? t('an argument') : `"${name}"`));

const exclude = (situation: Situation, names: readonly string[]): Problem | undefined => {
	const there = names.filter(name => has(situation, name));
	if (there.length < 2) return undefined;
	const last = there.map(name => situation.given.get(name)).sort((a, b) => (b?.start ?? 0) - (a?.start ?? 0))[0];
	return problem('kickstart-options-exclude', last ?? situation.parsed.statement.head, { options: quoted(there) });
};

const need = (
	situation: Situation,
	option: UsedOption<KickstartOption> | undefined,
	needed: readonly string[],
): Problem | undefined =>
	option === undefined || situation.open
		? undefined
		: problem('kickstart-options-require', option, {
				option: option.option.name,
				needed: quoted(needed.filter(name => !has(situation, name))),
				insertAt: (situation.parsed.statement.words.at(-1) ?? option).end,
			});

const oneOfThem = (situation: Situation, number: string, names: readonly string[]): Problem | undefined =>
	situation.open
		? undefined
		: problem('kickstart-options-one-of', situation.parsed.statement.head, {
				command: situation.parsed.command.name,
				number,
				options: quoted(names),
			});

const requireAll = (situation: Situation, names: readonly string[]): Problem | undefined =>
	situation.open
		? undefined
		: problem('kickstart-required-option', situation.parsed.statement.head, {
				command: situation.parsed.command.name,
				options: names.filter(name => !has(situation, name)),
				insertAt: (situation.parsed.statement.words.at(-1) ?? situation.parsed.statement.head).end,
			});

const optionText = ({ file, given }: Situation, name: string): readonly string[] => {
	const value = given.get(name)?.value;
	return (value && possibleTexts(file.source, valuePlace(file.source, value))?.texts) ?? [];
};

const isAlways = (situation: Situation, name: string, values: readonly string[]): boolean => {
	const texts = optionText(situation, name);
	return texts.length > 0 && texts.every(text => values.includes(text));
};

/** By the kind that a constraint has in the table. */
export const constraintChecks: Readonly<Record<string, Check>> = {
	excludes: ({ options = [] }, situation) => exclude(situation, options),
	excludesIfValue: ({ option = '', values = [], with: others = [] }, situation) => {
		const met = others.find(name => has(situation, name));
		return met !== undefined && isAlways(situation, option, values) ? exclude(situation, [option, met]) : undefined;
	},
	requires: ({ if: name = '', then: needed = [] }, situation) =>
		needed.every(other => has(situation, other)) ? undefined : need(situation, situation.given.get(name), needed),
	requiresAny: ({ if: name = '', then: needed = [] }, situation) =>
		needed.some(other => has(situation, other)) ? undefined : need(situation, situation.given.get(name), needed),
	requiresUnless: ({ then: needed = [], unless = '' }, situation) =>
		has(situation, unless) || needed.every(name => has(situation, name)) ? undefined : requireAll(situation, needed),
	atLeastOne: ({ options = [] }, situation) =>
		options.some(name => has(situation, name)) ? undefined : oneOfThem(situation, t('at least one'), options),
	exactlyOne: ({ options = [], acrossLines = false }, here) => {
		const situation = acrossLines ? withEarlierLines(here) : here;
		return (
			exclude(situation, options) ??
			(options.some(name => has(situation, name)) ? undefined : oneOfThem(situation, t('exactly one'), options))
		);
	},
	forbids: ({ options = [] }, situation) => {
		const used = options.map(name => situation.given.get(name)).find(one => one !== undefined);
		return used
			? problem('kickstart-options-exclude', used, {
					options: [`"${situation.parsed.command.name}"`, `"${used.option.name}"`],
				})
			: undefined;
	},
	forbidsValue: ({ option = '', values = [] }, situation) =>
		checkOption(situation, option, {
			accepts: text => !values.includes(text),
			expected: english('a value that RHEL {release} supports', { release: situation.file.target.release }),
		}),
	value: ({ option = '', ...limits }, situation) => checkOption(situation, option, limitsOf(limits)),
	positionals: ({ index = 0, ...limits }, situation) => checkArgument(situation, index, limitsOf(limits)),
	subcommand: ({ index = 0, values = [] }, situation) => checkArgument(situation, index, word(values)),
	requiresIfPositional: ({ index = 0, value = '', withValue = {}, then: needed = [] }, situation) => {
		const met = situation.parsed.args.positionals[index]?.text === value;
		const allMet = met && Object.entries(withValue).every(([name, text]) => isAlways(situation, name, [text]));
		return allMet && !needed.every(name => has(situation, name)) ? requireAll(situation, needed) : undefined;
	},
	// A MAC address binds a VLAN device only when the same line makes the bond or team below it.
	bindto: (_, situation) =>
		has(situation, '--bondslaves') || has(situation, '--teamslaves')
			? undefined
			: exclude(situation, ['--bindto', '--vlanid']),
	realmJoin: (_, { file, parsed, open }) => (open ? undefined : checkRealm(file, parsed)),
};

/** Every use counts, also where the last one wins. */
function checkOption({ file, parsed }: Situation, name: string, demand: Demand): Problem | undefined {
	for (const { option, value } of parsed.args.options) {
		if (option.canonical !== name || !value) continue;
		const found = checkValue(file, value, { ...demand, place: `"${option.name}"` });
		if (found) return found;
	}
	return undefined;
}

function checkArgument({ file, parsed }: Situation, index: number, demand: Demand): Problem | undefined {
	const value = argumentValue(file, parsed, index);
	const place = t('argument {index} of "{command}"', { index: index + 1, command: parsed.command.name });
	return value && checkValue(file, value, { ...demand, place });
}

const patterns = new Map<string, RegExp>();

function limitsOf({ pattern, enum: values, min, max }: Constraint | Omit<Constraint, 'kind'>): Demand {
	if (values) return word(values);
	if (pattern !== undefined) {
		const compiled = patterns.get(pattern) ?? new RegExp(pattern);
		patterns.set(pattern, compiled);
		return { accepts: text => compiled.test(text), expected: describePattern(pattern) };
	}
	const low = min ?? Number.NEGATIVE_INFINITY;
	const high = max ?? Number.POSITIVE_INFINITY;
	return {
		accepts: text => {
			const number = Number(text);
			return Number.isNaN(number) || (number >= low && number <= high);
		},
		expected:
			max === undefined
				? english('a number of at least {low}', { low })
				: english('a number from {low} to {high}', { low, high }),
	};
}

/** Patterns of the table in words; a new pattern without words is still a check. */
const patternDescriptions: Readonly<Record<string, string>> = {
	'^.+$': english('a text that is not empty'),
	'^[^,]*$': english('the name of one disk'),
	'^(?!btrfs\\.)': english('a mount point or an id that this release supports'),
	'^[^/]+/[^/]+$': english('a volume group, a slash and a logical volume'),
	'^(reconfigure|use)$': '"reconfigure" or "use"',
	'^(/.*|[Nn][Oo][Nn][Ee])$': english('a path or "none"'),
	'^(https?|file)://.*$': english('an address that begins with http, https or file'),
	'^([^=,\\s]+=[^=,\\s]+)(,[^=,\\s]+=[^=,\\s]+)*$': english('a list like name=value,name=value'),
};
const describePattern = (pattern: string): string =>
	patternDescriptions[pattern] ?? t('a text like {pattern}', { pattern });
