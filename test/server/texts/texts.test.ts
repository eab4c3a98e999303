import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { packedText } from '../../../build/packedText.mjs';
import { bundleOf, english, keyOf, languageOf, speak, t, textSeparator, translate } from '../../../server/texts/texts';

suite('texts', () => {
	afterEach(() => speak(undefined));

	const inGerman = (texts: Readonly<Record<string, string>>): void =>
		speak(Object.fromEntries(Object.entries(texts).map(([text, wording]) => [keyOf(text), wording])));

	test('without a bundle a text is English', () => {
		assert.equal(t('Change to {name}', { name: 'lang' }), 'Change to lang');
	});

	test('with a bundle it is in its language, and its facts may stand in another order', () => {
		inGerman({ '{count} of {all} files': 'von {all} Dateien {count}' });
		assert.equal(t('{count} of {all} files', { count: 2, all: 3 }), 'von 3 Dateien 2');
	});

	test('a text that has no translation stays English', () => {
		inGerman({ Upload: 'Hochladen' });
		assert.equal(t('Delete'), 'Delete');
	});

	test('the texts of a language stand in the order of the keys, and one without a translation stays English', async () => {
		const packed = await packedText(['Hochladen', '', 'Verknüpfen'].join(textSeparator));
		speak(bundleOf(['Upload', 'Delete', 'Link'].map(keyOf).join(''), packed));
		assert.deepEqual([t('Upload'), t('Delete'), t('Link')], ['Hochladen', 'Delete', 'Verknüpfen']);
	});

	test('a marked text of a table is translated when it is said', () => {
		const table = { upload: english('Upload') };
		inGerman({ Upload: 'Hochladen' });
		assert.equal(translate(table.upload), 'Hochladen');
	});

	test('what a marked text holds is translated with it, if it is ours', () => {
		const what = 'time zone';
		const expected = english('a {what} such as {name}', { what, name: 'Berlin' });
		inGerman({ 'time zone': 'Zeitzone', 'a {what} such as {name}': '{what} wie {name}' });
		assert.equal(translate(expected), 'Zeitzone wie Berlin');
	});

	test('lists are joined, what a fact holds is left alone, and a missing fact shows as its name', () => {
		assert.equal(translate('{names}: {what}, {gone}', { names: ['a', 'b'], what: '{names}' }), 'a, b: {names}, gone');
	});

	test('the language of a locale', () => {
		assert.deepEqual(['de', 'de-AT', 'ja_JP.UTF-8', 'DE', 'en', 'den', undefined, 5].map(languageOf), [
			'de',
			'de',
			'ja',
			'de',
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});
});
