import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hashLength } from '../../../../../server/language/unattend/values/passwordForm';

suite('the length of a password hash', () => {
	for (const [method, length] of [
		['1', 22],
		['5', 43],
		['6', 86],
	] as const) {
		test(`$${method}$ has ${length} characters behind the salt`, () => {
			assert.equal(hashLength(`$${method}$salt$${'a'.repeat(length)}`), undefined);
			assert.equal(hashLength(`$${method}$salt$${'a'.repeat(length - 1)}`), `${length - 1} of ${length} characters`);
		});
	}
});
