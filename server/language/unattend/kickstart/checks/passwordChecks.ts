import { type Problem, problem } from '../../../problem';
import { type Value, wordValue } from '../commandParser';
import { optionOf, optionValue } from '../names';
import { isOpen, type Reading } from '../reading';
import type { Parsed } from './argumentChecks';
import { adviseValue } from './valueChecks';

const hash = /^\$(?:[0-9][a-z0-9-]*|y|gy)\$.{8,}/;
const unusable = /^[!*]/;
const placeholder = /^<[^>]*>$/;

/** Passwords in clear text, and hashes that are not what the line says. */
export function checkPasswords(reading: Reading, commands: readonly Parsed[]): Problem[] {
	return commands.flatMap(parsed => {
		const password = passwordOf(reading, parsed);
		return password === undefined || password.text === '' || placeholder.test(password.text)
			? []
			: checkPassword(reading, parsed, password);
	});
}

/** The password that a line sets, in whatever form. */
export function passwordOf({ source }: Reading, parsed: Parsed): Value | undefined {
	const { command, args } = parsed;
	if (command.name === 'user') return optionValue(parsed, '--password');
	if (command.name !== 'rootpw' && (command.name !== 'sshpw' || optionOf(parsed, '--sshkey'))) return undefined;
	const [word] = args.positionals;
	return word && wordValue(word, source.masked);
}

function checkPassword(reading: Reading, parsed: Parsed, password: Value): Problem[] {
	const encrypted = optionOf(parsed, '--iscrypted') !== undefined && !optionOf(parsed, '--plaintext');
	const accepts = (text: string): boolean => (encrypted ? hash.test(text) || unusable.test(text) : !hash.test(text));
	const found = adviseValue(reading, password, {
		accepts,
		expected: encrypted ? 'a password hash' : 'a password in clear text',
		place: `"${parsed.command.name}"`,
	});
	if (found && 'code' in found) return [found];
	if (found)
		return [
			problem('kickstart-password-format', password, {
				problem: encrypted
					? 'This is not a password hash, but "--iscrypted" says so: nobody can log in with it.'
					: 'This is a password hash, but "--iscrypted" is missing: it is taken for the password itself.',
				insertAt: encrypted ? -1 : parsed.statement.head.end,
			}),
		];
	if (encrypted || isOpen(reading.source, password.start, password.end)) return [];
	return [problem('kickstart-clear-text-password', password, { insertAt: parsed.statement.head.end })];
}
