import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { singleNames } from '../../../../server/language/macros/singleNames';

const nowhere = { isScript: () => false, isComment: () => false };

const namesIn = (text: string): string[] => singleNames(text, nowhere, true).map(({ name }) => name);

suite('names that stand alone between hashes', () => {
	test('the first argument behind options is one, with one hyphen or two', () => {
		assert.deepEqual(namesIn('network --onboot -x --mtu=9000 #device#\n'), ['device']);
		assert.deepEqual(namesIn('network up --mtu=9000 #device#\n'), []);
	});

	test('a line of very many options is read at once', () => {
		const options = '--r '.repeat(45);
		assert.deepEqual(namesIn(`skipx ${options}#device#\n`), ['device']);
		assert.deepEqual(namesIn(`skipx ${options}word #device#\n`), []);
	});
});
