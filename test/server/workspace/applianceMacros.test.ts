import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applianceMacros } from '../../../server/workspace/applianceMacros';

suite('predefined macros of an appliance', () => {
	test('bare names, hashes and a missing first part are understood', () => {
		assert.deepEqual(
			applianceMacros(['predefined.otherSettings.jobId', '#predefined.x.y#', 'hostPlatforms.rack']).map(
				({ name }) => name,
			),
			['predefined.otherSettings.jobId', 'predefined.x.y', 'predefined.hostPlatforms.rack'],
		);
	});

	test('what is no macro is left out', () => {
		assert.deepEqual(applianceMacros(['', 'a b', '#', 'x\ny', '..']), []);
	});

	test('a hostile appliance cannot fill the list', () => {
		assert.equal(
			applianceMacros(Array.from({ length: 100_000 }, (_, number) => `predefined.m${number}`)).length,
			5_000,
		);
	});
});
