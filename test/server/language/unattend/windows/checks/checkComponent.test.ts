import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../../xml/unattendSources';
import { answerFile, component, settings } from '../answerFile';

const core = component('Microsoft-Windows-International-Core', '<UserLocale>de-DE</UserLocale>');
const found = (text: string): string[] => codes(dialect, sourceOf(text));

suite('Windows: components', () => {
	test('one is there once in a pass for each architecture', () => {
		assert.deepEqual(found(answerFile(settings('oobeSystem', core, core))), ['windows-component-repeated']);
		const others = answerFile(settings('specialize', core), settings('oobeSystem', core, core.replace('amd64', 'x86')));
		assert.deepEqual(found(others), []);
	});

	test('one for another architecture than the rest is named', () => {
		const shell = component('Microsoft-Windows-Shell-Setup', '<TimeZone>UTC</TimeZone>');
		const mixed = answerFile(settings('specialize', core, shell), settings('oobeSystem', core.replace('amd64', 'x86')));
		assert.deepEqual(found(mixed), ['windows-architecture-mixed']);
	});
});
