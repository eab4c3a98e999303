import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Switches } from '../../../../server/simulator/switches';
import { sampled } from '../../../support/thorough';
import { linkedPair, linksOn, onSimulator, syncOnce } from './pairOnSimulator';

const interpretations: readonly Partial<Switches>[] = [
	{ 'content-import': 'refused' },
	{ 'content-form': 'json' },
	{ 'config-spelling': 'CUSTOM_CONFIG' },
	{ 'list-association': 'associatedFileIds', association: 'one' },
];

suite('an upload finds another way', { concurrency: 4 }, () => {
	for (const switches of sampled(interpretations, 2)) {
		test(`on an appliance with ${JSON.stringify(switches)}`, () =>
			onSimulator({ switches }, async simulator => {
				assert.deepEqual((await syncOnce(simulator)).failures, []);
				assert.deepEqual(await linksOn(simulator), linkedPair);
			}));
	}

	test('a refusal for another reason is not tried another way', () =>
		onSimulator({ faults: ['full@POST /osImages#1'] }, async simulator => {
			const { failures } = await syncOnce(simulator);
			assert.match(failures[0]?.message ?? '', /FQXHMFC0057M.*Nothing of this upload is left/);
			const imports = simulator.requests.filter(({ method, path }) => method === 'POST' && path === '/osImages');
			assert.equal(imports.length, 1);
		}));
});
