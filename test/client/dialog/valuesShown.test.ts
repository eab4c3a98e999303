import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { noTypedAnswers } from '../../../client/dialog/typedAnswers';
import { savedValues, valuesAfter } from '../../../client/dialog/valuesShown';
import type { EnteredAnswers } from '../../../server/lsp/protocol';

const valuesUri = 'file:///site/site.values.json';
const answers = (keyboard: string): EnteredAnswers => ({ ...noTypedAnswers, common: { keyboard } });
const formWith = (...files: readonly (readonly [uri: string, keyboard: string])[]) => ({
	valuesUri,
	valuesFiles: files.map(([uri, keyboard]) => ({ uri, name: uri, answers: answers(keyboard) })),
});

suite('a dialog follows its values file', () => {
	const shown = savedValues(formWith([valuesUri, 'de']));

	test('it begins with what was saved, else with nothing', () => {
		assert.deepEqual(shown, { uri: valuesUri, taken: answers('de') });
		assert.deepEqual(savedValues(formWith(['file:///site/other.values.json', 'de'])).taken, noTypedAnswers);
	});

	for (const [what, form, typed, expected] of [
		['takes what the file says now', formWith([valuesUri, 'fr']), 'de', answers('fr')],
		['keeps what was typed', formWith([valuesUri, 'fr']), 'us', 'kept'],
		['does nothing for the same values', formWith([valuesUri, 'de']), 'us', undefined],
		['does nothing for what was just saved', formWith([valuesUri, 'us']), 'us', undefined],
		['does nothing for another file', formWith(['file:///site/other.values.json', 'fr']), 'de', undefined],
	] as const) {
		test(`it ${what}`, () => {
			const after = valuesAfter(form, shown, answers(typed));
			assert.deepEqual(typeof after === 'object' ? after.taken : after, expected);
		});
	}
});
