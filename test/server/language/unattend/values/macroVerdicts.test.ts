import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../../../../server/language/problem';
import { autoyastDialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import type { Dialect } from '../../../../../server/language/unattend/dialect';
import { esxiDialect } from '../../../../../server/language/unattend/esxi/esxiDialect';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import type { MacroValue } from '../../../../../server/language/unattend/unattendSource';
import { windowsDialect } from '../../../../../server/language/unattend/windows/windowsDialect';
import { sourceOf } from '../xml/unattendSources';

/** A file of a dialect with a text where it takes one sort of value, and what its report calls the place. */
interface Sample {
	readonly dialect: Dialect;
	file(text: string): string;
	readonly place: string;
	/** False where the same text, written there, is a warning: what is known about the place was only inferred. */
	readonly isStrict: boolean;
}

const profile = (section: string): string =>
	`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">${section}</profile>`;
const answerFile = (settings: string): string =>
	`<unattend xmlns="urn:schemas-microsoft-com:unattend"><settings pass="specialize"><component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">${settings}</component></settings></unattend>`;

const numbers: readonly Sample[] = [
	{ dialect: kickstartDialect, file: text => `part / --size=${text}\n`, place: '"--size"', isStrict: true },
	{
		dialect: esxiDialect,
		file: text => `network --bootproto=dhcp --vlanid=${text}\n`,
		place: '"--vlanid"',
		isStrict: true,
	},
	{
		dialect: autoyastDialect,
		file: text => profile(`<bootloader><global><timeout config:type="integer">${text}</timeout></global></bootloader>`),
		place: '<timeout>',
		isStrict: true,
	},
	{
		dialect: windowsDialect,
		file: text => answerFile(`<AutoLogon><LogonCount>${text}</LogonCount></AutoLogon>`),
		place: '<LogonCount>',
		isStrict: false,
	},
];

const phraseFor = {
	nothing: '',
	always: 'can only bring',
	choices: 'may bring',
	default: 'when nothing else is entered',
} as const;
type Outcome = keyof typeof phraseFor;

/** The report about the macro; `undefined` without one. */
function said({ dialect, file }: Sample, text: string, value: MacroValue) {
	const source = sourceOf(file(text), { values: { 'site.x': value } });
	const [found, ...more] = toDiagnostics(source.document, dialect.validate(source), {}).filter(({ code }) =>
		/-macro-(?:value|choice)$/.test(String(code)),
	);
	assert.deepEqual(more, []);
	return found && { severity: found.severity, message: String(found.message) };
}

interface Case {
	readonly text: string;
	readonly value: MacroValue;
	readonly outcome: Outcome;
}

function agree(samples: readonly Sample[], { text, value, outcome }: Case): void {
	for (const sample of samples) {
		const found = said(sample, text, value);
		const { kind } = sample.dialect;
		if (outcome === 'nothing') {
			assert.equal(found?.message, undefined, kind);
			continue;
		}
		assert.ok(found, `${kind} says nothing`);
		for (const part of [`${sample.place} takes `, '#site.x#', phraseFor[outcome]])
			assert.ok(found.message.includes(part), `${kind}: ${found.message}`);
		const isError = outcome === 'always' && sample.isStrict;
		assert.equal(found.severity, isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, kind);
	}
}

const string = (facts: Partial<MacroValue>): MacroValue => ({ type: 'string', ...facts });

suite('the same macro in the same sort of place: all dialects agree', () => {
	for (const [why, text, value, outcome] of [
		['a whole number', '#site.x#', { type: 'integer' }, 'nothing'],
		['a default that is no number', '#site.x#', string({ default: 'soon' }), 'default'],
		['such a default for a number', '#site.x#', { type: 'integer', default: 'soon' }, 'default'],
		['a boolean', '#site.x#', { type: 'boolean' }, 'always'],
		['choices, all bad', '#site.x#', string({ choices: ['x', 'y'] }), 'always'],
		['choices with one bad one', '#site.x#', string({ choices: ['1', 'y'] }), 'choices'],
		['a digit before the macro, choices bad', '1#site.x#', string({ choices: ['x', 'y'] }), 'always'],
		['a digit before the macro, choices good', '1#site.x#', string({ choices: ['0', '5'] }), 'nothing'],
		['the same macro twice', '#site.x##site.x#', string({ choices: ['1', 'y'] }), 'choices'],
		['a regex with few texts, all bad', '#site.x#', string({ regex: '^(?:small|large)$' }), 'always'],
		['a regex with few texts, one bad', '#site.x#', string({ regex: '^(?:10|large)$' }), 'choices'],
		['a regex without digits', '#site.x#', string({ regex: '^[a-z]+$' }), 'always'],
		['a regex that may match a part', '#site.x#', string({ regex: '[a-z]' }), 'nothing'],
		['a regex with digits', '#site.x#', string({ regex: '^\\d{1,3}$', default: '8' }), 'nothing'],
		['nothing known', '#site.x#', string({}), 'nothing'],
	] as readonly (readonly [string, string, MacroValue, Outcome])[])
		test(`where a whole number belongs, ${why}: ${outcome}`, () => agree(numbers, { text, value, outcome }));

	test('what is only guessed about a macro is never an error', () => {
		for (const sample of numbers) {
			const found = said(sample, '#site.x#', { type: 'boolean', isGuess: true });
			assert.equal(found?.severity, DiagnosticSeverity.Warning, sample.dialect.kind);
		}
	});

	const only = (dialect: Dialect, command: string, before: string): Sample => ({
		dialect,
		file: text => `${command} ${before}${text}\n`,
		place: `"${command}"`,
		isStrict: false,
	});
	for (const [why, value, outcome] of [
		['an option', { choices: ['--eject', '--nonsense'] }, 'nothing'],
		['an empty text', { choices: [''] }, 'nothing'],
		['a word', { choices: ['foo'] }, 'always'],
		['a default that is a word', { default: '/var/log' }, 'default'],
		['an expression for words alone', { regex: '^[a-z]{3,200}$' }, 'always'],
		['nothing known', {}, 'nothing'],
	] as readonly (readonly [string, Partial<MacroValue>, Outcome])[])
		test(`where options alone belong, ${why}: ${outcome}`, () => {
			const samples = [only(kickstartDialect, 'reboot', ''), only(esxiDialect, 'vmaccepteula', '')];
			agree(samples, { text: '#site.x#', value: string(value), outcome });
		});
	for (const [why, value, outcome] of [
		['its name', { choices: ['eject', 'kexec'] }, 'nothing'],
		['another name', { choices: ['/var/log'] }, 'always'],
		['nothing known', {}, 'nothing'],
	] as readonly (readonly [string, Partial<MacroValue>, Outcome])[])
		test(`behind the hyphens of an option, ${why}: ${outcome}`, () =>
			agree([only(kickstartDialect, 'reboot', '--')], { text: '#site.x#', value: string(value), outcome }));

	const zones: readonly Sample[] = [
		{ dialect: kickstartDialect, file: text => `timezone ${text}\n`, place: '"timezone"', isStrict: false },
		{
			dialect: autoyastDialect,
			file: text => profile(`<timezone><timezone>${text}</timezone></timezone>`),
			place: '<timezone>',
			isStrict: false,
		},
		{
			dialect: windowsDialect,
			file: text => answerFile(`<TimeZone>${text}</TimeZone>`),
			place: '<TimeZone>',
			isStrict: false,
		},
	];
	for (const [why, regex, outcome] of [
		['letters that no zone has in this order', '^[A-Z]{5}$', 'always'],
		['a zone of each list', '^(?:Europe/Berlin|W\\. Europe Standard Time|x{1,200})$', 'nothing'],
		['an expression that may match a part', '[A-Z]{5}', 'nothing'],
	] as const)
		test(`where a time zone belongs, ${why}: ${outcome}`, () =>
			agree(zones, { text: '#site.x#', value: string({ regex }), outcome }));

	const booleans: readonly Sample[] = [
		{ dialect: kickstartDialect, file: text => `network --onboot=${text}\n`, place: '"--onboot"', isStrict: true },
		{
			dialect: autoyastDialect,
			file: text => profile(`<general><mode><confirm config:type="boolean">${text}</confirm></mode></general>`),
			place: '<confirm>',
			isStrict: true,
		},
		{
			dialect: windowsDialect,
			file: text => answerFile(`<CopyProfile>${text}</CopyProfile>`),
			place: '<CopyProfile>',
			isStrict: false,
		},
	];
	for (const [why, value, outcome] of [
		['a boolean', { type: 'boolean' }, 'nothing'],
		['a regex that matches neither', string({ regex: '^[xyz]+$' }), 'always'],
		['a default that is neither', string({ default: 'perhaps' }), 'default'],
		['one choice that is neither', string({ choices: ['true', 'perhaps'] }), 'choices'],
	] as readonly (readonly [string, MacroValue, Outcome])[])
		test(`where a yes or no belongs, ${why}: ${outcome}`, () => agree(booleans, { text: '#site.x#', value, outcome }));

	test('a macro inside a word', () => {
		const sample = {
			dialect: kickstartDialect,
			file: (text: string) => `lang ${text}\n`,
			place: '"lang"',
			isStrict: false,
		};
		const value = string({ choices: ['en_US', 'English (US)'] });
		agree([sample], { text: '#site.x#.UTF-8', value, outcome: 'choices' });
		assert.equal(
			said(sample, '#site.x#.UTF-8', value)?.message,
			'"lang" takes a locale such as en_US.UTF-8; #site.x# may bring "English (US).UTF-8".',
		);
	});

	test('an address in a list', () => {
		const samples = [kickstartDialect, esxiDialect].map(dialect => ({
			dialect,
			file: (text: string) => `network --bootproto=dhcp --nameserver=192.0.2.1,${text}\n`,
			place: '"--nameserver"',
			isStrict: false,
		}));
		const text = '#site.x#';
		agree(samples, { text, value: string({ choices: ['192.0.2.2', '2001:db8::1'] }), outcome: 'nothing' });
		agree(samples, { text, value: string({ choices: ['192.0.2.2', 'dns'] }), outcome: 'choices' });
	});
});
