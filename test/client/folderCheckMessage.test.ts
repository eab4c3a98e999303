import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folderCheckMessage } from '../../client/folderCheckMessage';

suite('what a check of all files says', () => {
	test('how many files, and what was found', () => {
		assert.equal(
			folderCheckMessage({ files: 12, errors: 3, warnings: 0 }),
			'All files were checked (12). Errors: 3. Warnings: 0.',
		);
	});

	test('that nothing is wrong, and that there is nothing', () => {
		assert.equal(
			folderCheckMessage({ files: 1, errors: 0, warnings: 0 }),
			'All files were checked (1). Nothing is wrong.',
		);
		assert.equal(
			folderCheckMessage({ files: 0, errors: 0, warnings: 0 }),
			'There is no file for XClarity in the open folders.',
		);
	});
});
