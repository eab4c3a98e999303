import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { likelyFirst, operatingSystems, supportedSystems } from '../../../client/upload/operatingSystems';

suite('operatingSystems', () => {
	for (const [kind, os] of [
		['kickstart', 'rhels'],
		['autoyast', 'sles'],
		['windows', 'win'],
		['esxi', 'esxi'],
	] as const) {
		test(`for a file of kind ${kind}, ${os} comes first and nothing is missing`, () => {
			const offered = likelyFirst(kind).map(system => system.os);
			assert.equal(offered[0], os);
			assert.deepEqual(offered.toSorted(), operatingSystems.map(system => system.os).toSorted());
		});
	}

	test('what an appliance lists goes first, its newest release on top', () => {
		const supported = supportedSystems([
			{ name: 'sles', displayName: 'SUSE', customUnattendReleases: ['12.5', '15.6'] },
			{ name: 'rhels', releases: [{ '8.10': ['IMM2'] }, { '9.4': ['IMM2'] }] },
			{ name: 'newos' },
		]);
		const offered = likelyFirst('kickstart', supported);
		assert.deepEqual(
			offered.map(({ os, releases }) => [os, ...releases]),
			[['rhels', '9.4', '8.10'], ['sles', '15.6', '12.5'], ['newos']],
		);
	});
});
