import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../../xml/unattendSources';
import { fixed } from '../../xml/xmlVerbs';
import { oneComponent } from '../answerFile';

const shell = (pass: string) => (body: string) => oneComponent(pass, 'Microsoft-Windows-Shell-Setup', body);
const other = (name: string) => (body: string) => oneComponent('specialize', name, body);
const adapter = (body: string): string =>
	other('Microsoft-Windows-TCPIP')(
		`<Interfaces><Interface wcm:action="add"><Identifier>Ethernet</Identifier>${body}</Interface></Interfaces>`,
	);
const address = (text: string): string =>
	adapter(`<UnicastIpAddresses><IpAddress wcm:action="add" wcm:keyValue="1">${text}</IpAddress></UnicastIpAddresses>`);
const account = (name: string, group = 'Users'): string =>
	shell('oobeSystem')(
		`<UserAccounts><LocalAccounts><LocalAccount wcm:action="add"><Name>${name}</Name><Group>${group}</Group></LocalAccount></LocalAccounts></UserAccounts>`,
	);
const leaf =
	(name: string, file: (body: string) => string) =>
	(text: string): string =>
		file(`<${name}>${text}</${name}>`);

const cases: readonly [
	file: (text: string) => string,
	code: string,
	right: readonly string[],
	wrong: readonly string[],
][] = [
	[
		address,
		'windows-form',
		['192.0.2.10/24', '192.0.2.10', '2001:db8::1/64'],
		['192.0.2.300/24', '192.0.2.10/33', 'web07'],
	],
	[
		leaf('PreferredPlan', other('Microsoft-Windows-PowerCPL')),
		'windows-form',
		['381b4222-f694-41f0-9685-ff5bb260df2e'],
		['Balanced'],
	],
	[
		text =>
			other('Microsoft-Windows-UnattendedJoin')(
				`<Identification><JoinWorkgroup>${text}</JoinWorkgroup></Identification>`,
			),
		'windows-form',
		['WORKGROUP', 'my site'],
		['a/b', 'A-WORKGROUP-WITH-A-LONG-NAME'],
	],
	[
		text => shell('oobeSystem')(`<FolderLocations><ProfilesDirectory>${text}</ProfilesDirectory></FolderLocations>`),
		'windows-form',
		['D:\\Users', '%SystemDrive%\\Users'],
		['D:/Users', 'Users'],
	],
	[account, 'windows-form', ['operator', 'web 07'], ['web@site', 'a/b', 'NONE']],
	[
		text => account('operator', text),
		'windows-form',
		['Users', 'Administrateurs;Users', 'Site admins'],
		['Adminstrators', 'Users;Userrs'],
	],
	[
		leaf('SystemLocale', other('Microsoft-Windows-International-Core')),
		'windows-locale',
		['en-US', 'de-DE'],
		['en_US', 'en-UX'],
	],
	[leaf('UserLocale', other('Microsoft-Windows-International-Core')), 'windows-locale', ['en-GB'], ['en-UX', 'german']],
	[
		leaf('InputLocale', other('Microsoft-Windows-International-Core')),
		'windows-locale',
		['0409:00000409;de-DE'],
		['0409:0409', 'us'],
	],
	[
		leaf('TimeZone', shell('specialize')),
		'windows-time-zone',
		['UTC', 'Pacific Standard Time'],
		['Pacific Standrd Time', 'Europe/Berlin'],
	],
	[
		leaf('ComputerName', shell('specialize')),
		'windows-computer-name',
		['WEB07', '*', 'web-07'],
		['WEB 07', '20240117', 'a-name-of-twenty-four-x'],
	],
	[
		leaf('ProductKey', shell('specialize')),
		'windows-product-key',
		['VDYBN-27WPP-V4HQT-9VMD4-VMK7H'],
		['VDYBN-27WPP', 'VDYBN27WPPV4HQT9VMD4VMK7H'],
	],
	[leaf('CopyProfile', shell('specialize')), 'windows-boolean', ['true', 'False', '1'], ['yes', 'ture', '2']],
	[leaf('DisableSR', other('Microsoft-Windows-SystemRestore-Main')), 'windows-value', ['0', '1'], ['true', '2']],
	[
		leaf('Home_Page', other('Microsoft-Windows-IE-InternetExplorer')),
		'windows-form',
		['https://example.net', 'about:blank'],
		['example.net'],
	],
	[
		text => other('Security-Malware-Windows-Defender')(`<Scan><ScheduleTime>${text}</ScheduleTime></Scan>`),
		'windows-integer',
		['0', '1440'],
		['1441', '02:00', '-1'],
	],
];

suite('Windows: what settings take', () => {
	for (const [file, code, right, wrong] of cases) {
		const name = /.*<(\w+)[^>]*>@/.exec(file('@'))?.[1] ?? '';
		test(`${name}: ${right[0]}, not ${wrong[0]}`, () => {
			const found = (text: string): string[] =>
				codes(dialect, sourceOf(file(text))).filter(each => each !== 'windows-password-plain');
			for (const text of right) assert.deepEqual(found(text), [], text);
			for (const text of wrong) assert.deepEqual(found(text), [code], text);
		});
	}

	test('what is meant is offered', () => {
		const mended = (code: string, file: (text: string) => string, text: string): string =>
			fixed(dialect, code, file(text));
		const name = leaf('ComputerName', shell('specialize'));
		assert.equal(mended('windows-computer-name', name, 'web.site 07'), name('web-site-07'));
		const key = leaf('ProductKey', shell('specialize'));
		assert.equal(mended('windows-product-key', key, 'VDYBN27WPPV4HQT9VMD4VMK7H'), key('VDYBN-27WPP-V4HQT-9VMD4-VMK7H'));
		const profile = leaf('CopyProfile', shell('specialize'));
		assert.equal(mended('windows-boolean', profile, 'ture'), profile('true'));
		const group = (text: string): string => account('operator', text);
		assert.equal(mended('windows-form', group, 'Adminstrators;Users'), group('Administrators;Users'));
	});

	test('a text that must not be empty is not', () => {
		const found = (text: string): string[] => codes(dialect, sourceOf(text));
		assert.deepEqual(found(account('')), ['windows-setting-empty']);
		assert.deepEqual(found(leaf('RegisteredOwner', shell('specialize'))('')), [], 'this one may be');
	});
});
