import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../../../../server/language/problem';
import { windowsDialect } from '../../../../../server/language/unattend/windows/windowsDialect';
import { applied, appliedTo, marked } from '../../../../support/markers';
import { dialectFixes } from '../dialectFixes';
import { codes, reports, type SourceFacts, sourceOf } from '../xml/unattendSources';
import { fixed } from '../xml/xmlVerbs';

const identity =
	'processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS"';
const wcm = 'xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State"';
const file = (pass: string, component: string, body: string): string =>
	`<unattend xmlns="urn:schemas-microsoft-com:unattend" ${wcm}>\n<settings pass="${pass}">\n` +
	`<component name="Microsoft-Windows-${component}" ${identity}>\n${body}\n</component>\n</settings>\n</unattend>`;

suite('Windows: macros', () => {
	const name = file('specialize', 'Shell-Setup', '<ComputerName>#site.host#</ComputerName>');
	const found = (text: string, facts?: SourceFacts): string[] => reports(windowsDialect, sourceOf(text, facts));

	test('a macro is checked through the values that it can have', () => {
		assert.deepEqual(found(name), []);
		const values = { 'site.host': { type: 'string', choices: ['a-name-of-twenty-four-x', 'another_wrong_name'] } };
		assert.match(
			found(name, { values }).join(),
			/^4 windows-macro-choice: <ComputerName> .* #site\.host# can only bring/,
		);
	});

	test('one wrong choice is said as such', () => {
		const values = { 'site.host': { type: 'string', choices: ['WEB-01', 'web_01'] } };
		assert.deepEqual(codes(windowsDialect, sourceOf(name, { values })), ['windows-macro-choice']);
	});

	test('passes, components and keys can be macros', () => {
		const text = file('#site.pass#', 'Shell-Setup', '<ProductKey>#predefined.hostPlatforms.licenseKey#</ProductKey>');
		assert.deepEqual(found(text), []);
		const values = { 'site.pass': { type: 'string', choices: ['first', 'second'] } };
		assert.match(found(text, { values }).join(), /windows-macro-value: .* #site\.pass# can only bring/);
	});

	test('hook macros stand wherever elements do', () => {
		assert.deepEqual(found(file('specialize', 'Shell-Setup', '#predefined.unattendSettings.preinstallConfig#')), []);
	});
});

suite('Windows: what is not known is not wrong', () => {
	test('unknown components and elements of other tools pass', () => {
		const text = file('specialize', 'Shell-Setup', '<ComputerName>WEB07</ComputerName>')
			.replace('</settings>', `<component name="Contoso-Agent" ${identity}/></settings>`)
			.replace('</unattend>', '<Extensions xmlns="urn:example"><File>x</File></Extensions></unattend>');
		assert.deepEqual(codes(windowsDialect, sourceOf(text)), []);
	});

	test('a setting that the reference does not list is doubted, also in its letters and its place', () => {
		const doubted = (name: string): string[] =>
			reports(windowsDialect, sourceOf(file('oobeSystem', 'Shell-Setup', `<${name}>x</${name}>`)))
				.filter(line => line.includes('windows-setting-unknown'))
				.map(line => line.slice(line.indexOf('<')));
		const of = 'is not among the settings of Microsoft-Windows-Shell-Setup.';
		assert.deepEqual(doubted('QuiteAnotherThing'), [`<QuiteAnotherThing> ${of}`]);
		assert.deepEqual(doubted('timeZone'), [`<timeZone> ${of} Did you mean <TimeZone>?`]);
		assert.deepEqual(doubted('HideEULAPage'), [`<HideEULAPage> ${of} It belongs in OOBE.`]);
		assert.deepEqual(doubted('JoinDomain').length, 1);
		assert.deepEqual(doubted('TimeZone'), []);
	});

	test('what older releases had is known, and so is a component that only they have', () => {
		const bars = file('specialize', 'IE-InternetExplorer', '<ShowMenuBar>true</ShowMenuBar>');
		assert.deepEqual(codes(windowsDialect, sourceOf(bars)), ['windows-setting-deprecated']);
		const old = file('specialize', 'Security-Licensing-SLC-UX', '<SkipAutoActivation>true</SkipAutoActivation>');
		assert.deepEqual(codes(windowsDialect, sourceOf(old)), ['windows-setting-deprecated']);
		const other = file('specialize', 'PerfCenterCPL', '<Anything>x</Anything>');
		assert.deepEqual(codes(windowsDialect, sourceOf(other)), ['windows-component-unlisted']);
	});

	test('all settings of another component: its name is the mistake', () => {
		const text = file('oobeSystem', 'Shell-Setup', '<SystemLocale>de-DE</SystemLocale><UserLocale>de-DE</UserLocale>');
		assert.deepEqual(codes(windowsDialect, sourceOf(text)), ['windows-component-misfit']);
		const mixed = text.replace('<SystemLocale>', '<TimeZone>UTC</TimeZone><SystemLocale>');
		assert.deepEqual(codes(windowsDialect, sourceOf(mixed)), ['windows-setting-unknown']);
	});

	test('settings whose group is gone are one report, and get it back', () => {
		const group = '<OOBE><HideEULAPage>true</HideEULAPage><ProtectYourPC>3</ProtectYourPC></OOBE>';
		const right = file('oobeSystem', 'Shell-Setup', group);
		const wrong = right.replace(/<\/?OOBE>/g, '');
		assert.deepEqual(codes(windowsDialect, sourceOf(wrong)), ['windows-setting-unknown']);
		assert.equal(fixed(windowsDialect, 'windows-setting-unknown', wrong), right);
	});

	test('names are compared without case', () => {
		assert.deepEqual(codes(windowsDialect, sourceOf(file('specialize', 'SQMApi', '<CEIPEnabled>0</CEIPEnabled>'))), []);
	});

	test('a file for two architectures gives each component twice', () => {
		const one = file('specialize', 'Shell-Setup', '<CopyProfile>true</CopyProfile>');
		const component = one.slice(one.indexOf('<component'), one.indexOf('</settings>'));
		const both = one.replace(component, component + component.replace('amd64', 'x86'));
		assert.deepEqual(codes(windowsDialect, sourceOf(both)), []);
	});
});

suite('Windows: writing', () => {
	function accept(text: string, label: string): string {
		const { document, cursor } = marked(text, 'windows-unattend');
		const items = windowsDialect.complete?.(sourceOf(document.getText()), document.offsetAt(cursor)) ?? [];
		const edit = items.find(item => item.label === label)?.textEdit;
		assert.ok(edit && 'range' in edit, `${label} is among ${items.map(item => item.label)}`);
		return applied(document, [edit]);
	}
	const labels = (text: string): string[] => {
		const { document, cursor } = marked(text, 'windows-unattend');
		const items = windowsDialect.complete?.(sourceOf(document.getText()), document.offsetAt(cursor)) ?? [];
		return items.map(({ label }) => label);
	};

	test('passes and components complete, components by their pass', () => {
		assert.match(accept(file('spec‸', 'Shell-Setup', ''), 'specialize'), /pass="specialize"/);
		const names = labels('<unattend><settings pass="windowsPE"><component name="‸"/></settings></unattend>');
		assert.ok(names.includes('Microsoft-Windows-Setup') && !names.includes('Microsoft-Windows-UnattendedJoin'));
	});

	test('settings complete in their pass, entries of lists with their action', () => {
		assert.ok(!labels(file('oobeSystem', 'Shell-Setup', '<‸')).includes('ComputerName'));
		assert.match(
			accept(file('specialize', 'Shell-Setup', '<Comp‸'), 'ComputerName'),
			/<ComputerName>\$1<\/ComputerName>/,
		);
		const text = file('oobeSystem', 'Shell-Setup', '<UserAccounts><LocalAccounts><‸</LocalAccounts></UserAccounts>');
		assert.match(accept(text, 'LocalAccount'), /<LocalAccount wcm:action="add">/);
	});

	test('values complete', () => {
		const text = file('windowsPE', 'Setup', '<DynamicUpdate><WillShowUI>On‸</WillShowUI></DynamicUpdate>');
		assert.match(accept(text, 'OnError'), /<WillShowUI>OnError<\/WillShowUI>/);
	});

	test('hover tells what a setting is and where it belongs', () => {
		const { document, cursor } = marked(file('specialize', 'Shell-Setup', '<Computer‸Name>X</ComputerName>'));
		const hover = windowsDialect.hover?.(sourceOf(document.getText()), document.offsetAt(cursor));
		assert.match((hover?.contents as MarkupContent | undefined)?.value ?? '', /at most 15 characters[\s\S]*specialize/);
	});

	const disk =
		'<DiskConfiguration><Disk><DiskID>0</DiskID></Disk></DiskConfiguration><UserData><AcceptEula>true</AcceptEula></UserData>';
	const repairs: readonly [code: string, wrong: string, right: string][] = [
		[
			'windows-item-action',
			file('windowsPE', 'Setup', disk),
			file('windowsPE', 'Setup', disk.replace('<Disk>', '<Disk wcm:action="add">')),
		],
		['windows-pass-unknown', file('specialise', 'Shell-Setup', ''), file('specialize', 'Shell-Setup', '')],
		['windows-component-unknown', file('specialize', 'Shel-Setup', ''), file('specialize', 'Shell-Setup', '')],
		[
			'windows-component-attribute',
			file('specialize', 'Shell-Setup', '').replace(' publicKeyToken="31bf3856ad364e35"', ''),
			file('specialize', 'Shell-Setup', '')
				.replace(' publicKeyToken="31bf3856ad364e35"', '')
				.replace('<component', '<component publicKeyToken="31bf3856ad364e35"'),
		],
		[
			'windows-setting-unknown',
			file('specialize', 'Shell-Setup', '<CopyProfil>true</CopyProfil>'),
			file('specialize', 'Shell-Setup', '<CopyProfile>true</CopyProfile>'),
		],
	];
	for (const [code, wrong, right] of repairs) {
		test(`${code} has a fix`, () => {
			const { document } = marked(wrong, 'windows-unattend');
			const source = sourceOf(wrong, { uri: document.uri });
			const diagnostics = toDiagnostics(document, windowsDialect.validate(source), {}).filter(
				each => each.code === code,
			);
			const [action] = dialectFixes(windowsDialect, source, diagnostics);
			assert.equal(appliedTo(document, action?.edit), right);
		});
	}
});
