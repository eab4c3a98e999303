import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applianceSystems } from '../../../server/workspace/applianceSystems';

suite('systems of an appliance', () => {
	test('what is no name or no release is left out', () => {
		assert.deepEqual(
			applianceSystems([
				{ os: 'rhels', name: 'Red\nHat', unattendReleases: ['9.4', '', 'x'.repeat(101)] },
				{ os: '', unattendReleases: ['1'] },
			]),
			[{ os: 'rhels', name: undefined, unattendReleases: ['9.4'] }],
		);
	});

	test('a hostile appliance cannot fill the lists', () => {
		const unattendReleases = Array.from({ length: 10_000 }, (_, number) => `${number}`);
		const systems = applianceSystems(
			Array.from({ length: 10_000 }, (_, number) => ({ os: `os${number}`, unattendReleases })),
		);
		assert.equal(systems.length, 200);
		assert.equal(systems[0]?.unattendReleases.length, 500);
	});
});
