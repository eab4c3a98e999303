import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSettings } from '../../../server/lsp/settings';

suite('settings', () => {
	test('what is not set, or is no setting of ours, counts as the default', () => {
		const byDefault = { rules: {}, inlayHints: { macros: true, values: false } };
		for (const value of [undefined, null, 'x', {}, { inlayHints: 1, rules: { a: 'loud' } }]) {
			assert.deepEqual(readSettings(value), byDefault);
		}
	});

	test('hints are switched one by one', () => {
		assert.deepEqual(readSettings({ inlayHints: { macros: false, values: true } }).inlayHints, {
			macros: false,
			values: true,
		});
	});

	test('severities by rule', () => {
		assert.deepEqual(readSettings({ rules: { 'macro-unknown': 'hint' } }).rules, { 'macro-unknown': 'hint' });
	});
});
