import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { kickstartDialect } from '../../../../../../../server/language/unattend/kickstart/kickstartDialect';
import { kickstartSource } from '../../kickstartSource';

const replacements = (text: string) =>
	kickstartDialect
		.validate(kickstartSource(text))
		.filter(({ code }) => code === 'kickstart-locale')
		.map(({ facts }) => facts.replacement);

suite('kickstart: lang', () => {
	test('the forms of a locale', () => {
		for (const text of [
			'en_US.UTF-8',
			'en_US',
			'de',
			'C',
			'C.UTF-8',
			'POSIX',
			'ca_ES.UTF-8@valencia',
			'zh_Hant_TW.UTF-8',
			'es_419',
		])
			assert.deepEqual(replacements(`lang ${text}\n`), [], text);
	});

	test('what is none, with what was probably meant', () => {
		assert.deepEqual(replacements('lang en-US\n'), ['en_US.UTF-8']);
		assert.deepEqual(replacements('lang DE_de.utf8\n'), ['de_DE.UTF-8']);
		assert.deepEqual(replacements('lang english\n'), [undefined]);
	});

	test('what only deployment knows is not judged', () => {
		for (const text of ['#site.locale#', '#site.locale#.UTF-8', '${LANG}', ''])
			assert.deepEqual(replacements(`lang ${text}\n`), []);
	});
});
