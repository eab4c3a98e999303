import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import type { Simulator } from '../../../../server/simulator/simulator';
import {
	aConfig,
	anUnattend,
	type aPair,
	inSession,
	linkedPair,
	linksOn,
	onSimulator,
	syncOnce,
} from './pairOnSimulator';

/** Ids are made of the time and the name, and the time stands still. */
const now = (): number => Date.UTC(2026, 10, 23, 12);
const newer = [aConfig, { ...anUnattend, bytes: Buffer.from('newer\n') }];

const textsOn = (simulator: Simulator): (string | undefined)[] =>
	simulator.truth().files.map(({ name, bytes }) => `${name}: ${bytes?.toString()}`);
const textsOf = (files: typeof aPair): string[] =>
	files.map(({ name, bytes }) => `${name}: ${Buffer.from(bytes).toString()}`);

suite('an appliance that gives an id again', () => {
	test('a file that was deleted a moment ago is uploaded again, under the id that it had', () =>
		onSimulator({ now, jobMilliseconds: 0 }, async simulator => {
			const store = memoryRecords();
			const first = await syncOnce(simulator, { store });
			await inSession(simulator, client => client.remove(first.files.map(({ id }) => id)));
			const { failures, conflicts, files } = await syncOnce(simulator, { store });
			assert.deepEqual([failures, conflicts], [[], []]);
			assert.deepEqual(
				files.map(({ id }) => id),
				first.files.map(({ id }) => id),
			);
			assert.deepEqual(await linksOn(simulator), linkedPair);
		}));

	for (const switches of [{}, { 'list-description': 'hidden', 'job-result': 'attribute' }] as const) {
		test(`a newer file that comes in the place of the older is not removed with it ${JSON.stringify(switches)}`, () =>
			onSimulator({ now, jobMilliseconds: 0, switches: { 'same-second': 'same', ...switches } }, async simulator => {
				const store = memoryRecords();
				await syncOnce(simulator, { store });
				const { failures, conflicts, leftovers } = await syncOnce(simulator, { store, files: newer });
				assert.deepEqual([failures, conflicts, leftovers], [[], [], []]);
				assert.deepEqual(textsOn(simulator).toSorted(), textsOf(newer).toSorted());
				assert.deepEqual(await linksOn(simulator), linkedPair);
				const third = await syncOnce(simulator, { store, files: newer });
				assert.deepEqual(
					third.files.map(({ status }) => status),
					['unchanged', 'unchanged'],
				);
			}));
	}

	test('a newer file whose upload fails after it came in the place of the older stays, and is named', () =>
		onSimulator({ now, jobMilliseconds: 0, switches: { 'same-second': 'same' } }, async simulator => {
			const store = memoryRecords();
			await syncOnce(simulator, { store });
			simulator.setFaults(['refuse@PUT /osImages']);
			const { failures } = await syncOnce(simulator, { store, files: newer });
			const [, { id } = { id: 'none' }] = simulator.truth().files;
			assert.ok(failures[0]?.message.includes(id), failures[0]?.message);
			assert.deepEqual(textsOn(simulator).toSorted(), textsOf(newer).toSorted());
			simulator.setFaults([]);
			assert.deepEqual((await syncOnce(simulator, { store, files: newer })).failures, []);
			assert.deepEqual(await linksOn(simulator), linkedPair);
		}));

	test('a file of somebody else in whose place ours has come is named', () =>
		onSimulator({ now, jobMilliseconds: 0, switches: { 'same-second': 'same' } }, async simulator => {
			const { name } = anUnattend;
			simulator.actNow({ do: 'import', file: { kind: 'UNATTEND', name, content: 'theirs\n', description: '' } });
			const [their] = simulator.truth().files;
			const { conflicts } = await syncOnce(simulator, { unknown: 'new' });
			assert.ok(their && conflicts.join().includes(their.id), conflicts.join());
		}));
});
