import { english, t } from '../../../../texts/texts';
import { type Problem, problem } from '../../../problem';
import type { Value } from '../../statements/parseArguments';
import { isOpen } from '../../statements/statementFile';
import { valuePlace } from '../../statements/valuePlace';
import { checkPlace } from '../../values/checkPlace';
import { hashLength, isPasswordHash, isWholeHash, wrongForm } from '../../values/passwordForm';
import type { EsxiFile } from '../esxiFile';
import { type EsxiLine, firstArgument, linesNamed, usedOption } from '../esxiLines';
import { esxiMacroRules } from './forms';

const placeholder = /^(?:<.*>|%\w+%|\[.*\]|x{4,})$/i;

/** The password of root: whether it is what the line says, and whether ESXi takes it. */
export function checkPasswords(file: EsxiFile): Problem[] {
	return linesNamed(file, 'rootpw').flatMap(line => {
		const password = line.args.faults.length === 0 ? firstArgument(file, line) : undefined;
		if (!password) return [];
		// The dollar signs of a hash are no marks of a template.
		const isWritten = isPasswordHash(password.text) || !isOpen(file.source, password.start, password.end);
		return isWritten ? checkText(line, password) : checkMacro(file, line, password);
	});
}

function checkText(line: EsxiLine, password: Value): Problem[] {
	const encrypted = usedOption(line, '--iscrypted') !== undefined;
	const { text } = password;
	if (placeholder.test(text)) return [problem('esxi-password-placeholder', password, { value: text })];
	if (encrypted ? !isPasswordHash(text) : isPasswordHash(text)) return [misnamed(line, password)];
	const found = encrypted ? hashLength(text) : undefined;
	if (found !== undefined) return [problem('esxi-password-cut', password, { found })];
	if (encrypted) return [];
	// A password that a # cuts is told as that.
	if (line.statement.cutsWord) return [];
	const weakness = weaknessOf(text);
	return [
		weakness === undefined
			? problem('esxi-clear-text-password', password, {})
			: problem('esxi-password-weak', password, { problem: weakness }),
	];
}

function misnamed(line: EsxiLine, password: Value): Problem {
	const encrypted = usedOption(line, '--iscrypted') !== undefined;
	const insertAt = encrypted ? -1 : line.statement.head.end;
	return problem('esxi-password-format', password, { problem: wrongForm(encrypted), insertAt });
}

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** What the default rules of ESXi 6 to 8 have against a password. */
function weaknessOf(text: string): string | undefined {
	if (text.length < 7) return t('has fewer than seven characters');
	if (text.length > 40) return t('has more than 40 characters');
	const kinds = classes.filter(kind => kind.test(text)).length;
	return kinds < 3
		? t('has {kinds} of the four kinds small letters, capitals, digits and others; three are needed', { kinds })
		: undefined;
}

function checkMacro({ source }: EsxiFile, line: EsxiLine, password: Value): Problem[] {
	const encrypted = usedOption(line, '--iscrypted') !== undefined;
	const found = checkPlace(source, valuePlace(source, password), {
		rules: esxiMacroRules,
		place: encrypted ? '"rootpw --iscrypted"' : '"rootpw"',
		demand: {
			accepts: text => (encrypted ? isWholeHash(text) : !isPasswordHash(text)),
			expected: encrypted ? english('a password hash') : english('a password in clear text'),
			...(encrypted ? { needs: '$' } : {}),
			// A password that stands as a default must not stand in the report as well.
			hidden: encrypted ? t('what is no whole hash') : t('a hash'),
		},
		isStrict: false,
		literal: () => misnamed(line, password),
	});
	return found ? [found] : [];
}
