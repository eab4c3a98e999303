import { english, t } from '../../../../../texts/texts';
import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { isOpen } from '../../../statements/statementFile';
import { type KickstartFile, mayComeFromElsewhere } from '../../kickstartFile';
import { optionValue } from '../../names';
import type { Parsed } from './argumentChecks';

const keyType = /(?:^|[\s"',])(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-[\w-]+|sk-[\w-]+@[\w.-]+)\s/;

/** Keys without their type, and keys for a user that the file makes under nearly the same name. */
export function checkSshKeys(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	if (!commands.some(({ command }) => command.name === 'sshkey')) return [];
	const users = new Set(
		commands.flatMap(parsed => (parsed.command.name === 'user' && optionValue(parsed, '--name')?.text) || []),
	);
	const isWhole = !mayComeFromElsewhere(file);
	return commands
		.filter(({ command }) => command.name === 'sshkey')
		.flatMap(parsed => [...checkKey(file, parsed), ...(isWhole ? checkUser(file, parsed, users) : [])]);
}

function checkKey({ source }: KickstartFile, { args }: Parsed): Problem[] {
	const [key, second] = args.positionals;
	if (!key || second || isOpen(source, key.start, key.end) || keyType.test(`${key.text} `)) return [];
	const expected = t('a key that begins with its type, such as ssh-ed25519');
	return [problem('kickstart-form', key, { place: '"sshkey"', expected, value: key.text })];
}

function checkUser({ source }: KickstartFile, parsed: Parsed, users: ReadonlySet<string>): Problem[] {
	const user = optionValue(parsed, '--username');
	if (!user || user.text === 'root' || users.has(user.text) || isOpen(source, user.start, user.end)) return [];
	const replacement = nearestName(user.text, users);
	const facts = { place: '"--username"', expected: english('a user of this file'), value: user.text };
	return replacement === undefined ? [] : [problem('kickstart-form', user, { ...facts, replacement })];
}
