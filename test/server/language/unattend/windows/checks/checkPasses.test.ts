import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { reports, sourceOf } from '../../xml/unattendSources';
import { fixed } from '../../xml/xmlVerbs';
import { answerFile, component, settings } from '../answerFile';

const shell = 'Microsoft-Windows-Shell-Setup';
const welcome = '<OOBE><HideEULAPage>true</HideEULAPage></OOBE>';
const languages = component('Microsoft-Windows-International-Core', '<UserLocale>de-DE</UserLocale>');
const name = '<ComputerName>WEB07</ComputerName>';
const found = (text: string): string[] => reports(dialect, sourceOf(text)).map(report => report.replace(/:.*/, ''));

suite('Windows: passes', () => {
	test('a setting in the wrong pass is one report, whatever it holds', () => {
		const text = answerFile(settings('specialize', component(shell, `${name}${welcome}`)));
		assert.deepEqual(found(text), ['3 windows-setting-pass']);
	});

	test('a password in a group that is not read is not called readable', () => {
		const password =
			'<UserAccounts><AdministratorPassword><Value>secret</Value></AdministratorPassword></UserAccounts>';
		const text = answerFile(settings('specialize', component(shell, name + password)));
		assert.deepEqual(found(text), ['3 windows-setting-pass']);
	});

	test('a pass that nothing is read in is the mistake', () => {
		const right = answerFile(settings('oobeSystem', languages, component(shell, welcome)));
		const wrong = right.replace('oobeSystem', 'generalize');
		assert.deepEqual(found(wrong), ['2 windows-pass-misfit']);
		assert.equal(fixed(dialect, 'windows-pass-misfit', wrong), right);
	});

	test('so it is where the pass stands twice', () => {
		const text = answerFile(
			settings('oobeSystem', component(shell, name)),
			settings('oobeSystem', component(shell, welcome)),
		);
		assert.deepEqual(found(text), ['2 windows-pass-misfit']);
	});

	test('a pass given twice is no more than that where all is read in it', () => {
		const text = answerFile(settings('oobeSystem', languages), settings('oobeSystem', component(shell, welcome)));
		assert.deepEqual(found(text), ['5 windows-pass-repeated']);
	});

	test('one component among others that fit is at fault itself', () => {
		const setup = component('Microsoft-Windows-LUA-Settings', '<EnableLUA>false</EnableLUA>');
		const text = answerFile(settings('oobeSystem', setup, component(shell, welcome)));
		assert.deepEqual(found(text), ['3 windows-component-pass']);
	});
});
