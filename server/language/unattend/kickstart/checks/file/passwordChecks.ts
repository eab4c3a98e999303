import { english, t } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import { type Value, wordValue } from '../../../statements/parseArguments';
import { isOpen } from '../../../statements/statementFile';
import { holdsMacro } from '../../../values/macrosIn';
import { hashLength, isPasswordHash, wrongForm } from '../../../values/passwordForm';
import type { KickstartFile } from '../../kickstartFile';
import { optionOf, optionValue } from '../../names';
import type { Parsed } from '../line/argumentChecks';
import { adviseValue } from '../line/valueChecks';

const unusable = /^[!*]/;
const placeholder = /^<[^>]*>$/;

/** Passwords in clear text, and hashes that are not what the line says. */
export function checkPasswords(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	return commands.flatMap(parsed => {
		const password = passwordOf(file, parsed) ?? bootPassword(parsed);
		return password === undefined || password.text === '' || placeholder.test(password.text)
			? []
			: checkPassword(file, parsed, password);
	});
}

/** The password that a line sets, in whatever form. */
export function passwordOf({ source }: KickstartFile, parsed: Parsed): Value | undefined {
	const { command, args } = parsed;
	if (command.name === 'user') return optionValue(parsed, '--password');
	if (command.name !== 'rootpw' && (command.name !== 'sshpw' || optionOf(parsed, '--sshkey'))) return undefined;
	const [word] = args.positionals;
	return word && wordValue(word, source.masked);
}

/** The hash that a boot loader asks for; its password in clear text is another matter. */
const bootPassword = (parsed: Parsed): Value | undefined =>
	parsed.command.name === 'bootloader' && optionOf(parsed, '--iscrypted')
		? optionValue(parsed, '--password')
		: undefined;

const isAnyHash = (text: string): boolean => isPasswordHash(text) || text.startsWith('grub.pbkdf2.');

function checkPassword(file: KickstartFile, parsed: Parsed, password: Value): Problem[] {
	const isPlain = optionOf(parsed, '--plaintext') !== undefined;
	const encrypted = optionOf(parsed, '--iscrypted') !== undefined && !isPlain;
	// That one of the two does not count is told already.
	if (isPlain && optionOf(parsed, '--iscrypted')) return [];
	const insertAt = encrypted ? -1 : parsed.statement.head.end;
	const misnamed = () => problem('kickstart-password-format', password, { problem: wrongForm(encrypted), insertAt });
	if (isLiteralHash(file, password)) return encrypted ? wholeHash(password) : [misnamed()];
	const found = adviseValue(file, password, {
		accepts: text =>
			(isAnyHash(text) === encrypted && hashLength(text) === undefined) || (encrypted && unusable.test(text)),
		expected: encrypted ? english('a password hash') : english('a password in clear text'),
		...(encrypted && parsed.command.name !== 'bootloader' ? { needs: '$!*' } : {}),
		// A password that stands as a default must not stand in the report as well.
		hidden: encrypted ? t('what is no whole hash') : 'a hash',
		place: `"${parsed.command.name}"`,
		literal: misnamed,
	});
	if (found.length > 0) return found;
	if (encrypted || isOpen(file.source, password.start, password.end)) return [];
	return [problem('kickstart-clear-text-password', password, { insertAt })];
}

function wholeHash(password: Value): Problem[] {
	const found = hashLength(password.text);
	return found === undefined ? [] : [problem('kickstart-password-cut', password, { found })];
}

/** A hash in full. It is looked for before marks of templates, as its salt can look like one; braces it never holds. */
const isLiteralHash = ({ source }: KickstartFile, { text, start, end }: Value): boolean =>
	isPasswordHash(text) && !/[{}]/.test(text) && !holdsMacro(source, { start, end });
