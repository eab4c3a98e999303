import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { editDistance, nearestName } from '../../../../server/language/macros/nearestName';

suite('nearestName', () => {
	test('letters inserted, dropped, replaced and swapped count one each, case a half', () => {
		assert.equal(editDistance('locale', 'locale'), 0);
		assert.equal(editDistance('locale', 'locales'), 1);
		assert.equal(editDistance('locale', 'local'), 1);
		assert.equal(editDistance('locale', 'lacale'), 1);
		assert.equal(editDistance('locale', 'locael'), 1);
		assert.equal(editDistance('locale', 'Locale'), 0.5);
	});

	test('the nearest of several is given, and none when all are far', () => {
		assert.equal(nearestName('bootproto', ['bootprote', 'onboot', 'device']), 'bootprote');
		assert.equal(nearestName('gatway', ['netmask', 'gateway']), 'gateway');
		assert.equal(nearestName('x', ['y', 'z']), undefined);
		assert.equal(nearestName('timezone', ['locale', 'keyboard']), undefined);
	});

	test('names of any length are answered at once', () => {
		assert.equal(nearestName('a'.repeat(1e6), ['a'.repeat(1e6 - 1)]), undefined);
	});
});
