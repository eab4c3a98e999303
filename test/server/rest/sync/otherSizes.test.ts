import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { sampled } from '../../../support/thorough';
import { aConfig, anUnattend, finished, linkedPair, onSimulator, syncOnce } from './pairOnSimulator';

/** Larger than what KiB would round to 0. */
const text = `{"category":"dynamic",${' '.repeat(3_000)}"content":[]}\n\n`;
const files = [{ ...aConfig, bytes: Buffer.from(text) }, anUnattend];
const their = { kind: 'CONFIG', name: 'their.json', content: '{}\n', description: 'theirs' } as const;
const faults = ['500@POST /osImages#2', 'drop-after@POST /osImages#1', 'drop-before@POST /osImages#2'] as const;

suite('an appliance that shows another size than was sent', { concurrency: 4 }, () => {
	for (const switches of [{ 'stored-line-ends': 'not-last' }, { 'list-size': 'mb' }] as const) {
		for (const fault of sampled(faults, 3)) {
			test(`an upload that broke off (${fault}) is finished by the next one with ${JSON.stringify(switches)}`, () =>
				onSimulator({ switches: { 'list-description': 'shown', ...switches } }, async simulator => {
					const store = memoryRecords();
					simulator.actNow({ do: 'import', file: their });
					simulator.setFaults([fault]);
					assert.equal((await syncOnce(simulator, { store, files })).failures.length, 1);
					simulator.setFaults([]);
					const { second, statuses, links } = await finished(simulator, { store, files });
					assert.deepEqual([second.failures, second.conflicts], [[], []]);
					assert.deepEqual(statuses, ['unchanged', 'unchanged']);
					assert.deepEqual(links.toSorted(), [...linkedPair, 'their.json -> nothing'].toSorted());
					assert.equal(simulator.truth().files.length, 3);
				}));
		}
	}

	test('a file that somebody has emptied meanwhile is not finished where sizes tell it', () =>
		onSimulator(
			{
				switches: { 'content-import': 'at-once', 'reply-id': 'fileId' },
				secondPerson: [{ after: 'POST /osImages#1', do: 'edit', file: { name: aConfig.name }, content: '' }],
			},
			async simulator => {
				const store = memoryRecords();
				simulator.actNow({ do: 'import', file: their });
				simulator.setFaults(['500@POST /osImages#2']);
				await syncOnce(simulator, { store, files });
				simulator.setFaults([]);
				// The plan has the conflict.
				await assert.rejects(syncOnce(simulator, { store, files }), RangeError);
			},
		));
});
