import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../../xml/unattendSources';
import { answerFile, component, settings } from '../answerFile';

const logon = settings(
	'oobeSystem',
	component(
		'Microsoft-Windows-Shell-Setup',
		'<AutoLogon><Enabled>true</Enabled><LogonCount>1</LogonCount><Username>installer</Username><Password><Value>#site.key#</Value><PlainText>true</PlainText></Password></AutoLogon>',
	),
);
const install = settings(
	'windowsPE',
	component(
		'Microsoft-Windows-Setup',
		'<ImageInstall><OSImage><InstallFrom><MetaData wcm:action="add"><Key>/IMAGE/INDEX</Key><Value>1</Value></MetaData></InstallFrom><InstallToAvailablePartition>true</InstallToAvailablePartition></OSImage></ImageInstall><UserData><AcceptEula>true</AcceptEula></UserData>',
	),
);
const found = (...passes: readonly string[]): string[] =>
	codes(dialect, sourceOf(answerFile(...passes), { values: { 'site.key': { type: 'string' } } }));

suite('Windows: the account that logs on by itself', () => {
	test('a new system has only the accounts that its file makes', () =>
		assert.deepEqual(found(install, logon), ['windows-autologon-account']));

	test('an image that is only set up further may have the account already', () => assert.deepEqual(found(logon), []));

	test('accounts that cannot be read, as one element is misspelt, may have it', () => {
		const accounts =
			'<UserAccounts><LocalAccounts><LocalAcount wcm:action="add"><Name>installer</Name></LocalAcount></LocalAccounts></UserAccounts>';
		assert.deepEqual(found(install, logon.replace('<AutoLogon>', `${accounts}<AutoLogon>`)), [
			'windows-setting-unknown',
		]);
	});

	test('where a domain is joined, the account may be one of it', () => {
		const join = settings(
			'specialize',
			component(
				'Microsoft-Windows-UnattendedJoin',
				'<Identification><JoinDomain>example.net</JoinDomain><UnsecureJoin>true</UnsecureJoin></Identification>',
			),
		);
		assert.deepEqual(found(install, join, logon), []);
	});
});
