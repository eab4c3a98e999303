import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { wordsOfJson } from '../../../../../server/language/config/editing/leftOut';

suite('wordsOfJson', () => {
	test('words behind an escape are words of their own', () =>
		assert.deepEqual([...wordsOfJson('"one\\ntwo\\u0041"')].toSorted(), ['ntwo', 'one', 'twoA', 'u0041']));
});
