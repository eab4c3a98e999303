import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkMessage, macroDifference } from '../../../client/upload/checkMessage';

const result = (faults: number, appliance: readonly string[], ours: readonly string[]) =>
	checkMessage({ file: 'site.json', server: 'Lab', faults, difference: macroDifference(appliance, ours) });

suite('the opinion of an appliance in words', () => {
	test('faults are counted; macros are then of no interest', () => {
		assert.deepEqual(result(2, [], ['a']), { message: 'Lab found 2 faults in site.json.', lines: [] });
	});

	test('the same macros on both sides', () => {
		assert.match(result(0, ['a', 'b'], ['b', 'a']).message, /nothing wrong .* its macros are as expected \(2\)/);
	});

	test('what only one side has is named', () => {
		assert.deepEqual(result(0, ['a', 'x'], ['a', 'y']).lines, [
			'Macros that only Lab finds in site.json: #x#',
			'Macros expected in site.json that Lab does not find: #y#',
		]);
	});

	test('an appliance that tells no macros is not said to make none', () => {
		assert.deepEqual(result(0, [], ['a']).lines, []);
	});
});
