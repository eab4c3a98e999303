import { type Problem, problem } from '../../../problem';
import type { Value } from '../../statements/parseArguments';
import { possibilitiesOf } from '../../statements/possibilities';
import { isOpen } from '../../statements/statementReading';
import { isPasswordHash, wrongForm } from '../../values/passwordForm';
import { type EsxiLine, firstArgument, linesNamed, usedOption } from '../esxiLines';
import type { EsxiReading } from '../esxiReading';

const placeholder = /^(?:<.*>|%\w+%|\[.*\]|x{4,})$/i;

/** The password of root: whether it is what the line says, and whether ESXi takes it. */
export function checkPasswords(reading: EsxiReading): Problem[] {
	return linesNamed(reading, 'rootpw').flatMap(line => {
		const password = line.args.troubles.length === 0 ? firstArgument(reading, line) : undefined;
		if (!password) return [];
		// The dollar signs of a hash are no marks of a template.
		return !isPasswordHash(password.text) && isOpen(reading.source, password.start, password.end)
			? checkMacro(reading, line, password)
			: checkText(line, password);
	});
}

function checkText(line: EsxiLine, password: Value): Problem[] {
	const encrypted = usedOption(line, '--iscrypted') !== undefined;
	const { text } = password;
	if (placeholder.test(text)) return [problem('esxi-password-placeholder', password, { value: text })];
	if (encrypted ? !isPasswordHash(text) : isPasswordHash(text))
		return [
			problem('esxi-password-format', password, {
				problem: wrongForm(encrypted),
				insertAt: encrypted ? -1 : line.statement.head.end,
			}),
		];
	if (encrypted) return [];
	const weakness = weaknessOf(text);
	return [
		weakness === undefined
			? problem('esxi-clear-text-password', password, {})
			: problem('esxi-password-weak', password, { problem: weakness }),
	];
}

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** What the default rules of ESXi 6 to 8 have against a password. */
function weaknessOf(text: string): string | undefined {
	if (text.length < 7) return 'has fewer than seven characters';
	if (text.length > 40) return 'has more than 40 characters';
	const kinds = classes.filter(kind => kind.test(text)).length;
	return kinds < 3
		? `has ${kinds} of the four kinds small letters, capitals, digits and others; three are needed`
		: undefined;
}

function checkMacro({ source }: EsxiReading, line: EsxiLine, password: Value): Problem[] {
	const found = possibilitiesOf(source, password);
	if (!found?.macro) return [];
	const encrypted = usedOption(line, '--iscrypted') !== undefined;
	const refused = found.texts.filter(text => isPasswordHash(text) !== encrypted);
	if (refused.length === 0) return [];
	return [
		problem(
			'esxi-macro-choice',
			password,
			{
				place: encrypted ? '"rootpw --iscrypted"' : '"rootpw"',
				expected: encrypted ? 'a password hash' : 'a password in clear text',
				macro: found.macro.name,
				// A password that stands as a default shall not stand in the report as well.
				values: [encrypted ? 'what is no hash' : 'a hash'],
			},
			found.value?.related,
		),
	];
}
