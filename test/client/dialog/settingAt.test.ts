import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { settingAt } from '../../../client/dialog/settingAt';
import type { DeployFormResult, ShownEntry } from '../../../server/lsp/protocol';

/** A field, or a group around others, from line and character to line and character. */
function entry(from: [number, number], to: [number, number], entries?: readonly ShownEntry[]): ShownEntry {
	const range = {
		start: { line: from[0], character: from[1] },
		end: { line: to[0], character: to[1] },
	};
	const setting = { name: '', label: '', help: undefined, range };
	if (entries !== undefined) return { ...setting, kind: 'group', entries };
	return { ...setting, kind: 'field', input: 'text', isRequired: false, default: '', choices: [] };
}

const form: DeployFormResult = {
	common: [entry([0, 1], [0, 3]), entry([0, 5], [0, 7])],
	perServer: [entry([1, 2], [3, 4], [entry([2, 0], [2, 9])])],
	isWhole: true,
	valuesUri: '',
	valuesFiles: [],
};

suite('settingAt', () => {
	test('of those side by side the one around the position, its ends included', () => {
		const found = [0, 1, 3, 4, 5, 7, 8].map(character => settingAt(form, { line: 0, character }));
		assert.deepEqual(found, [undefined, '0:1', '0:1', undefined, '0:5', '0:5', undefined]);
	});

	test('of two in each other the inner one', () => {
		assert.equal(settingAt(form, { line: 1, character: 2 }), '1:2');
		assert.equal(settingAt(form, { line: 1, character: 1 }), undefined);
		assert.equal(settingAt(form, { line: 2, character: 5 }), '2:0');
		assert.equal(settingAt(form, { line: 3, character: 4 }), '1:2');
		assert.equal(settingAt(form, { line: 3, character: 5 }), undefined);
	});
});
