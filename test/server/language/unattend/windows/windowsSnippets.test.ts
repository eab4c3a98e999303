import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../server/language/unattend/windows/windowsDialect';
import { codes, reports, sourceOf } from '../xml/unattendSources';
import { snippetsAt, withSnippet } from '../xml/xmlVerbs';

const inPass = (pass: string, body: string): string =>
	`<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">\n<settings pass="${pass}">\n${body}\n</settings>\n</unattend>`;

suite('Windows: snippets', () => {
	const files = snippetsAt(dialect, '‸');

	test('an empty file becomes a whole one', () => assert.ok(files.length >= 2));

	for (const label of files) {
		test(`${label} is without fault, hooks where the example has them`, () => {
			const text = withSnippet(dialect, '‸', label);
			assert.deepEqual(reports(dialect, sourceOf(text)), []);
			assert.match(text, /<\/settings>\n\t#predefined\.unattendSettings\.preinstallConfig#\n\t#[\w.]+#\n<\/unattend>/);
		});
	}

	for (const pass of ['windowsPE', 'specialize', 'oobeSystem']) {
		for (const label of snippetsAt(dialect, inPass(pass, '‸'))) {
			test(`${pass}: ${label} is without fault`, () => {
				assert.deepEqual(reports(dialect, sourceOf(withSnippet(dialect, inPass(pass, '‸'), label))), []);
			});
		}
	}

	test('a pass is offered its own components only', () => {
		assert.ok(snippetsAt(dialect, inPass('windowsPE', '‸')).includes('component: disk and image, UEFI'));
		assert.ok(!snippetsAt(dialect, inPass('oobeSystem', '<‸')).includes('component: disk and image, UEFI'));
	});

	test('lists are offered entries with their action', () => {
		const component = (inner: string) =>
			inPass(
				'oobeSystem',
				`<component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral">${inner}</component>`,
			);
		const commands = component('<FirstLogonCommands>\n‸\n</FirstLogonCommands>');
		const text = withSnippet(dialect, commands, 'SynchronousCommand: run by cmd');
		assert.match(text, /<SynchronousCommand wcm:action="add">\n\t<Order>1<\/Order>\n\t<CommandLine>cmd \/c command</);
		assert.deepEqual(codes(dialect, sourceOf(text)), []);
		const accounts = component('<UserAccounts><LocalAccounts><‸</LocalAccounts></UserAccounts>');
		assert.match(
			withSnippet(dialect, accounts, 'LocalAccount: administrator'),
			/<LocalAccounts><LocalAccount wcm:action="add">/,
		);
	});
});
