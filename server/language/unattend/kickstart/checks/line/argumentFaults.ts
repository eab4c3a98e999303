import { english, t } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import type { Option } from '../../../statements/command';
import { extraFacts } from '../../../statements/extraWords';
import { wordValue } from '../../../statements/parseArguments';
import { isOpen } from '../../../statements/statementFile';
import type { Word } from '../../../statements/words';
import { holdsMacro } from '../../../values/macrosIn';
import { isPasswordHash, isWholeHash } from '../../../values/passwordForm';
import { type KickstartOption, type Lifetime, livesIn } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import type { Parsed } from './argumentChecks';
import { hasOpenWord } from './openWords';
import { isTimeZone } from './timeZones';
import { adviseValue } from './valueChecks';

/** Options that are missing and arguments too many; a word that wants one of the options is told alone. */
export function argumentFaults(file: KickstartFile, parsed: Parsed): Problem[] {
	const missing = missingOptions(file, parsed);
	const count = argumentCount(file, parsed);
	const [extra] = count;
	if (missing.length === 0 || extra?.code !== 'kickstart-extra-argument') return [...missing, ...count];
	return [{ ...extra, facts: { ...extra.facts, ...wanted(file, parsed, String(extra.facts.value)) } }];
}

/** The only missing option, or those of `server:/folder`, with a word as its value. */
function wanted(file: KickstartFile, parsed: Parsed, value: string): { readonly replacement?: string } {
	const names = lackedOptions(file, parsed).map(({ name }) => name);
	const [name] = names;
	if (names.length === 1) return { replacement: `${name}=${value}` };
	const [, server, folder] = /^([\w.-]+):(\/\S*)$/.exec(value) ?? [];
	return parsed.command.name === 'nfs' && folder !== undefined && names.includes('--server')
		? { replacement: `--server=${server} --dir=${folder}` }
		: {};
}

/** Options that the command needs and the line does not have. */
export function lackedOptions({ target }: KickstartFile, { args, command }: Parsed): KickstartOption[] {
	const given = new Set(args.options.map(({ option }) => option.canonical));
	return [...command.options.values()].filter(
		option => isRequired(option.required, target.release) && !given.has(option.canonical) && !option.alias,
	);
}

function missingOptions(file: KickstartFile, parsed: Parsed): Problem[] {
	const { command, statement } = parsed;
	if (hasOpenWord(file, parsed)) return [];
	const missing = lackedOptions(file, parsed);
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
	const expected = entry.arguments ?? t('no arguments');
	if (args.positionals.length < min)
		return [problem('kickstart-missing-argument', statement.head, { command: command.name, expected })];
	const certain = args.positionals.filter(word => !isOpen(file.source, word.start, word.end));
	// An option without its dashes is one, whatever the macros beside it bring.
	const bare = args.positionals.length > max ? certain.find(({ text }) => command.options.has(`--${text}`)) : undefined;
	const extra = certain.length > max ? args.positionals.slice(max) : bare ? [bare] : [];
	if (extra.length === 0) return max === 0 ? argumentsFromMacros(file, parsed) : [];
	return [extraArgument(parsed, { extra, expected: max === 0 ? english('no arguments') : expected })];
}

/** Where a line takes options alone, a macro may bring one; what it brings otherwise is an argument too many. */
const argumentsFromMacros = (file: KickstartFile, { command, args }: Parsed): Problem[] =>
	args.positionals
		.filter(word => holdsMacro(file.source, word))
		.flatMap(word =>
			adviseValue(file, wordValue(word, file.source.masked), {
				accepts: text => /^\s*(?:$|[-#])/.test(text),
				begins: '-# \t',
				expected: english('options only'),
				place: `"${command.name}"`,
				literal: () =>
					problem('kickstart-extra-argument', word, {
						command: command.name,
						expected: english('no arguments'),
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
	const sign = args.positionals.find(({ text }) => /^(?:=|:|=>|:=)$/.test(text));
	if (sign) {
		const facts = { command: command.name, expected, value: sign.text, places: [`${sign.start}-${sign.end}`] };
		return problem('kickstart-extra-argument', sign, facts);
	}
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

/** Folders of the root that get a file system of their own. */
const folders = /^(?:boot|home|opt|srv|tmp|usr|var)(?:\/|$)/;

const isCutHash = (text: string): boolean => isPasswordHash(text) && !isWholeHash(text);

/** What a blank stands for that parts a list, a time zone or a hash; `undefined` where it may part two words. */
function joint(before: Word, word: Word): string | undefined {
	if (before.text.endsWith(',') || word.text.startsWith(',') || isCutHash(before.text)) return '';
	if (before.text === '/' && folders.test(word.text)) return '';
	return ['_', '/'].find(sign => isTimeZone(`${before.text}${sign}${word.text}`));
}
