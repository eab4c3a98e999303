import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fuzz } from '../../fuzz/fuzz';
import { sampleTexts, spoiltKinds } from '../../fuzz/sampleTexts';
import { cases } from '../../support/thorough';

/** Every verb on grown and spoilt files of every kind; `bench/fuzz.mjs` tries as many of them as there is time for. */
suite('every verb on spoilt files', () => {
	const { numRuns, seed } = cases({ few: 2, many: 240 });

	test('there is something to spoil of every kind', () => {
		for (const [kind, texts] of sampleTexts()) assert.ok(texts.length > 0, kind);
	});

	for (const kind of spoiltKinds)
		test(`${kind}: nothing throws, every range lies in the document, and every edit applies`, () => {
			assert.deepEqual(fuzz({ kinds: [kind], inputs: numRuns, seed }), []);
		});
});
