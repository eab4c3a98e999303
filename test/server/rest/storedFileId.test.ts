import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { idIn } from '../../../server/rest/storedFileId';

suite('stored file id', () => {
	test('an id is found by its attribute or by its form, anywhere in an answer', () => {
		const id = '20260101120000_a b.ks';
		for (const value of [{ fileId: id }, { args: ['x', id] }, { children: [{ result: { id } }] }, id]) {
			assert.equal(idIn(value, 'a b.ks'), id);
		}
		for (const value of [undefined, null, 7, {}, { jobUID: '1' }, { args: ['20260101120000_other.ks', `x${id}`] }]) {
			assert.equal(idIn(value, 'a b.ks'), undefined);
		}
	});
});
