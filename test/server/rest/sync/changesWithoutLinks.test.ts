import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import type { SimulatorOptions } from '../../../../server/simulator/simulator';
import { sampled } from '../../../support/thorough';
import { aConfig, anUnattend, onSimulator, syncOnce } from './pairOnSimulator';

const second = { ...anUnattend, key: '/site/second.ks', name: 'second.ks' };
const newer = [
	{ ...aConfig, bytes: Buffer.from('{"newer":1}') },
	{ ...anUnattend, bytes: Buffer.from('newer\n') },
];

/** A clock that only goes on when it is read. */
function ticking(): () => number {
	let time = 1_700_000_000_000;
	return () => {
		time += 20;
		return time;
	};
}

const hidden = { 'list-association': 'no', 'import-association': 'ignored' } as const;

const appliances: readonly SimulatorOptions[] = [
	{ dialect: 'gateway', switches: { 'list-description': 'shown', 'job-looks': 0, connection: 'kept' } },
	{ switches: { ...hidden, 'list-modified': 'epoch', association: 'exclusive' } },
	{ switches: { ...hidden, 'list-version': 'counted', association: 'exclusive' } },
	{ switches: { ...hidden, 'list-modified': 'epoch', association: 'both' } },
];

const cancelledAt = sampled(
	Array.from({ length: 30 }, (_, at) => at + 1),
	6,
);

for (const appliance of appliances)
	suite(`shows changes but no links: ${JSON.stringify(appliance)}`, { concurrency: 2 }, () => {
		const on = (use: Parameters<typeof onSimulator<void>>[1], options: SimulatorOptions = {}) =>
			onSimulator({ ...appliance, now: ticking(), ...options }, use);

		test('a second unattend file for the same configuration file: what that does to the first is no conflict where both keep their link', () =>
			on(async simulator => {
				const store = memoryRecords();
				assert.deepEqual((await syncOnce(simulator, { store })).failures.map(String), []);
				const files = [aConfig, second, anUnattend];
				const { failures, conflicts } = await syncOnce(simulator, { store, files });
				// It has lost its link to the second, and no list will ever show that.
				if (appliance.switches?.association === 'exclusive')
					return assert.match(conflicts.join(), /rhel9\.ks .* changed/);
				assert.deepEqual([failures.map(String), conflicts], [[], []]);
				const after = await syncOnce(simulator, { store, files });
				assert.deepEqual([...new Set(after.files.map(({ status }) => status))], ['unchanged']);
			}));

		test('what somebody else does to the first in the same moment is one', () =>
			on(async simulator => {
				const store = memoryRecords();
				assert.deepEqual((await syncOnce(simulator, { store })).failures.map(String), []);
				const file = { name: anUnattend.name };
				simulator.setSecondPerson([{ after: 'POST /osImages#1', do: 'edit', file, content: 'theirs, and longer\n' }]);
				const { conflicts } = await syncOnce(simulator, { store, files: [aConfig, second, anUnattend] });
				assert.match(conflicts.join(), /somebody has changed it/);
			}));

		for (const at of cancelledAt)
			test(`a replacement that is cancelled at request ${at} is finished by the next run`, () => {
				const controller = new AbortController();
				let left = Number.POSITIVE_INFINITY;
				const onRequest = (): void => {
					left -= 1;
					if (left === 0) controller.abort();
				};
				return on(
					async simulator => {
						const store = memoryRecords();
						assert.deepEqual((await syncOnce(simulator, { store })).failures.map(String), []);
						left = at;
						await syncOnce(simulator, { store, files: newer, signal: controller.signal }).catch(() => undefined);
						left = Number.POSITIVE_INFINITY;
						const { failures, conflicts } = await syncOnce(simulator, { store, files: newer });
						assert.deepEqual([failures.map(String), conflicts], [[], []]);
						assert.equal(simulator.truth().files.length, 2);
					},
					{ onRequest },
				);
			});
	});
