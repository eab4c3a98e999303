import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { shortened } from '../../../server/texts/shortened';

suite('a text that is shortened', () => {
	test('is no longer than allowed, and one that fits stays', () => {
		assert.equal(shortened('abcd', 4), 'abcd');
		assert.equal(shortened('abcde', 4), 'abc…');
		assert.equal(shortened('', 4), '');
	});

	test('does not end in half a character', () => {
		assert.equal(shortened('ab😀cd', 4), 'ab…');
		assert.equal(shortened('a😀cde', 4), 'a😀…');
	});
});
