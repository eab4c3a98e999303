import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect } from '../../../../../../server/language/unattend/autoyast/autoyastDialect';
import { windowsDialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { tokensOf } from '../xmlVerbs';

suite('semantic tokens', () => {
	test('AutoYaST: known elements, their types and values; what is not known stays plain', () => {
		const text =
			'<profile xmlns:config="http://www.suse.com/1.0/configns"><general><mode><confirm config:type="boolean">false</confirm><odd>1</odd></mode></general></profile>';
		assert.deepEqual(tokensOf(autoyastDialect, text), [
			'property general',
			'property mode',
			'property confirm',
			'enumMember boolean',
			'enumMember false',
			'property confirm',
			'property mode',
			'property general',
		]);
	});

	test('a wrong value stays plain', () => {
		const text = '<profile><timezone><hwclock>never</hwclock></timezone></profile>';
		assert.ok(!tokensOf(autoyastDialect, text).some(token => token.startsWith('enumMember')));
	});

	test('names that are meant at several places are variables', () => {
		const text =
			'<profile><users><user><username>tux</username></user></users><groups><group><userlist>tux,nobody</userlist></group></groups></profile>';
		assert.deepEqual(
			tokensOf(autoyastDialect, text).filter(token => token.startsWith('variable')),
			['variable tux', 'variable tux'],
		);
	});

	test('Windows: passes, components, settings and values', () => {
		const text =
			'<unattend><settings pass="specialize"><component name="Microsoft-Windows-Shell-Setup"><CopyProfile>TRUE</CopyProfile><Other>x</Other></component></settings></unattend>';
		assert.deepEqual(tokensOf(windowsDialect, text), [
			'property settings',
			'enumMember specialize',
			'property component',
			'enumMember Microsoft-Windows-Shell-Setup',
			'property CopyProfile',
			'enumMember TRUE',
			'property CopyProfile',
			'property component',
			'property settings',
		]);
	});
});
