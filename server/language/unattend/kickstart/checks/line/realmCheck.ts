import { english, t } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import type { Word } from '../../../statements/words';
import type { KickstartFile } from '../../kickstartFile';
import type { Parsed } from './argumentChecks';

/** Options of `realm join`; `true` when one takes a value. */
const joinOptions: ReadonlyMap<string, boolean> = new Map([
	['--client-software', true],
	['--server-software', true],
	['--membership-software', true],
	['--one-time-password', true],
	['--computer-ou', true],
	['--no-password', false],
]);

/** `realm join [options] REALM` has a grammar of its own, that of getopt: the first argument ends the options. */
export function checkRealm(_reading: KickstartFile, { statement, command }: Parsed): Problem | undefined {
	const [subcommand, ...words] = statement.words.slice(1);
	if (!subcommand)
		return problem('kickstart-missing-argument', statement.head, {
			command: command.name,
			expected: english('"join" and a realm'),
		});
	if (subcommand.text !== 'join') return undefined;
	let at = 0;
	for (; at < words.length; at++) {
		const word = words[at];
		if (!word?.text.startsWith('-') || word.text === '-') break;
		if (word.text === '--') {
			at++;
			break;
		}
		const found = readOption(word, command.name);
		if (typeof found !== 'boolean') return found;
		if (found) at++;
	}
	const [realm, extra] = words.slice(at);
	const expected = t('the name of one realm after the options');
	if (!realm) return problem('kickstart-missing-argument', statement.head, { command: command.name, expected });
	return extra && problem('kickstart-extra-argument', extra, { command: command.name, expected, value: extra.text });
}

/** True when the next word is the option's value. */
function readOption(word: Word, command: string): boolean | Problem {
	const equals = word.text.indexOf('=');
	const name = equals < 0 ? word.text : word.text.slice(0, equals);
	const exact = joinOptions.get(name);
	const candidates = [...joinOptions].filter(([option]) => name.length > 2 && option.startsWith(name));
	const takesValue = exact ?? (candidates.length === 1 ? candidates[0]?.[1] : undefined);
	if (takesValue === undefined) return problem('kickstart-unknown-option', word, { command, name, hint: '' });
	if (equals < 0) return takesValue;
	return takesValue ? false : problem('kickstart-flag-value', word, { name, nameEnd: word.start + equals });
}
