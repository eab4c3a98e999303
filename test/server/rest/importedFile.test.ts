import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findImported } from '../../../server/rest/importedFile';

suite('the file that an import has made', () => {
	test('an id that is listed twice is one candidate', () => {
		const file = { id: '1_after.sh', name: 'after.sh' };
		const facts = { imageType: 'SCRIPT', name: 'after.sh' } as const;
		const found = (...installScriptFiles: readonly object[]): unknown =>
			findImported({ raw: { installScriptFiles } }, facts, { known: [], said: [] });
		assert.deepEqual(found(file, file), { id: '1_after.sh', others: [] });
		assert.deepEqual(found(file, { ...file, id: '2' }, file), { others: ['1_after.sh', '2'] });
	});
});
