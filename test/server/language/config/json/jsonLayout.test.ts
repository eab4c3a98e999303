import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ownIndentation } from '../../../../../server/language/config/json/jsonLayout';

suite('the step of a text', () => {
	for (const [text, options] of [
		['{\n  "a": 1\n}', { tabSize: 2, insertSpaces: true }],
		['{\n\t"a": [\n\t\t1]\n}', { tabSize: 4, insertSpaces: false }],
		['{"a": 1}', { tabSize: 4, insertSpaces: true }],
		['{\n   "a": [\n      1]\n}', { tabSize: 3, insertSpaces: true }],
		['{\n "a": 1\n}', { tabSize: 4, insertSpaces: true }],
		['{\n         "a": 1\n}', { tabSize: 4, insertSpaces: true }],
	] as const)
		test(JSON.stringify(text), () => assert.deepEqual(ownIndentation(text), options));

	test('of a text with very many lines', () =>
		assert.deepEqual(ownIndentation('{\n  "a": 1,'.repeat(150_000)), { tabSize: 2, insertSpaces: true }));
});
