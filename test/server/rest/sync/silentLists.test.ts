import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { removeStored } from '../../../../server/rest/sync/removeStored';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { UploadError } from '../../../../server/rest/uploadError';
import type { Simulator } from '../../../../server/simulator/simulator';
import { sampled } from '../../../support/thorough';
import { aConfig, anUnattend, finished, inSession, linkedPair, onSimulator, syncOnce } from './pairOnSimulator';

const importsOf = ({ requests }: Simulator): number =>
	requests.filter(({ method, path, status }) => method === 'POST' && path === '/osImages' && status === 200).length;

const older = [
	{ ...aConfig, bytes: Buffer.from('{"older":1}') },
	{ ...anUnattend, bytes: Buffer.from('older\n') },
];

suite('an appliance that shows no empty lists', { concurrency: 4 }, () => {
	for (const shown of ['null', 'absent'] as const) {
		test(`${shown}: a first upload, a second one, and a removal of all come to their end`, () =>
			onSimulator({ switches: { 'empty-list': shown } }, async simulator => {
				const store = memoryRecords();
				assert.deepEqual((await syncOnce(simulator, { store })).failures.map(String), []);
				const { links, statuses } = await finished(simulator, { store });
				assert.deepEqual([links, statuses], [linkedPair, ['unchanged', 'unchanged']]);
				const ids = simulator.truth().files.map(({ id }) => id);
				const { removed } = await inSession(simulator, client => removeStored(client, ids, { store, isForced: false }));
				assert.deepEqual([removed, simulator.truth().files], [ids, []]);
			}));

		test(`${shown}: what was uploaded and is in no list is a matter for a person`, () =>
			onSimulator({ switches: { 'empty-list': shown } }, async simulator => {
				const store = memoryRecords();
				await syncOnce(simulator, { store });
				const ids = simulator.truth().files.map(({ id }) => id);
				await inSession(simulator, client => removeStored(client, ids, { store, isForced: false }));
				await assert.rejects(syncOnce(simulator, { store }), {
					kind: 'conflict',
					message: /shows no list of .*--overwrite/,
				});
				assert.equal(importsOf(simulator), 2);
				assert.deepEqual((await syncOnce(simulator, { store, onConflict: 'overwrite' })).failures.map(String), []);
			}));

		test(`${shown}: a job that ends badly has left nothing`, () =>
			onSimulator({ switches: { 'empty-list': shown }, faults: ['failed-job@POST /osImages#1'] }, async simulator => {
				const { failures } = await syncOnce(simulator);
				assert.match(failures[0]?.message ?? '', /ended badly.*Nothing of this upload is left/);
			}));
	}
});

for (const lists of ['all', 'some'] as const)
	suite(`lists that are null: ${lists}`, { concurrency: 4 }, () => {
		test('at first: what was uploaded before is not uploaded again, and not called gone', () =>
			onSimulator({}, async simulator => {
				const store = memoryRecords();
				await syncOnce(simulator, { store, files: older });
				simulator.setFaults([`null-lists=${lists}@GET /osImages`]);
				await assert.rejects(syncOnce(simulator, { store }), { name: 'XClarityError' });
				assert.equal(importsOf(simulator), 2);
				assert.equal(simulator.truth().files.length, 2);
			}));

		for (const at of sampled([2, 3, 4, 5, 6, 7, 8, 9, 10], 4))
			test(`from the look number ${at} on: nothing is removed, nothing is sent twice, and what is there is named`, () =>
				onSimulator({}, async simulator => {
					const store = memoryRecords();
					await syncOnce(simulator, { store, files: older });
					const before = simulator.truth().files.map(({ id }) => id);
					simulator.setFaults(
						Array.from({ length: 60 }, (_, more) => `null-lists=${lists}@GET /osImages#${at + more}`),
					);
					const { files, failures, conflicts, leftovers } = await syncOnce(simulator, { store });
					simulator.setFaults([]);
					const now = simulator.truth().files.map(({ id }) => id);
					const told = [...failures.map(String), ...conflicts, ...leftovers].join('\n');
					assert.notEqual(told, '');
					if (now.some(id => !before.includes(id))) assert.doesNotMatch(told, /Nothing of .* is left/);
					const named = failures.flatMap(failure =>
						failure instanceof UploadError
							? [
									...failure.remaining.map(({ id }) => id),
									...failure.uncertain.flatMap(({ candidates, file }) => [...candidates, file]),
								]
							: [],
					);
					// What has come to its end before is told as uploaded.
					named.push(...files.map(({ id }) => id));
					for (const { id, name } of simulator.truth().files)
						assert.ok(
							before.includes(id) || named.includes(id) || named.includes(name) || failures.length === 0,
							`${id}: ${told}`,
						);
					// What was replaced goes when all else is done, and stays, named, where nobody can look any more.
					const gone = before.filter(id => !now.includes(id));
					if (failures.length > 0) assert.deepEqual(gone, []);
					else for (const id of before) assert.ok(gone.includes(id) || told.includes(id), `${id}: ${told}`);
				}));

		for (const switches of [{}, { 'content-import': 'at-once' }] as const)
			test(`of a first upload with ${JSON.stringify(switches)}: what may be there is named`, async () => {
				for (const at of [1, 2, 3])
					await onSimulator({ switches }, async simulator => {
						simulator.setFaults(
							Array.from({ length: 60 }, (_, more) => `null-lists=${lists}@GET /osImages#${at + more}`),
						);
						const { failures } = await syncOnce(simulator).catch((error: unknown) => ({ failures: [error] }));
						const told = failures.map(String).join('\n');
						const there = simulator.truth().files;
						if (there.length > 0) assert.doesNotMatch(told, /Nothing of .* is left/);
						for (const { name } of there) assert.ok(told.includes(name), `${at}: ${name}: ${told}`);
						assert.notEqual(told, '');
					});
			});

		test('once, in the middle: the list is asked for again', () =>
			onSimulator({}, async simulator => {
				for (const at of [1, 2, 3, 4]) {
					simulator.setFaults([`null-lists=${lists}@GET /osImages#${at}`]);
					const bytes = Buffer.from(`{"run":${at}}`);
					const { failures } = await syncOnce(simulator, {
						files: [{ ...aConfig, key: `/${at}`, name: `c${at}.json`, bytes }],
					});
					assert.deepEqual(failures.map(String), []);
				}
			}));
	});
