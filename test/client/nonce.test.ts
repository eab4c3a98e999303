import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { nonce } from '../../client/nonce';

suite('a nonce', () => {
	test('has sixteen bytes as hexadecimal digits, others each time', () => {
		const words = Array.from({ length: 40 }, nonce);
		for (const word of words) assert.match(word, /^[0-9a-f]{32}$/);
		assert.equal(new Set(words).size, words.length);
	});
});
