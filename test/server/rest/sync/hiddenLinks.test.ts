import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords, type RecordStore } from '../../../../server/rest/sync/uploadRecord';
import type { Simulator } from '../../../../server/simulator/simulator';
import { aConfig, anUnattend, finished, onSimulator, syncOnce } from './pairOnSimulator';

const another = { ...anUnattend, key: '/site/db.ks', name: 'db.ks' };
const shared = [aConfig, another, anUnattend];
const newer = { ...anUnattend, bytes: Buffer.from('lang de_DE.UTF-8\n') };
const switches = { 'list-modified': 'epoch', 'list-association': 'no', 'import-association': 'ignored' } as const;

/** The time in milliseconds goes on with each look at the clock: two changes never fall into the same one. */
function ticking(): () => number {
	let time = Date.UTC(2026, 0, 31);
	return () => {
		time += 1;
		return time;
	};
}

const onHidden = (use: (simulator: Simulator, store: RecordStore) => Promise<void>, more: object = {}): Promise<void> =>
	onSimulator({ switches: { ...switches, ...more }, now: ticking(), jobMilliseconds: 0 }, simulator =>
		use(simulator, memoryRecords()),
	);

/** Names of the files that name a file of that name. */
const usersOf = (simulator: Simulator, name: string): string[] => {
	const { files } = simulator.truth();
	const ids = files.filter(file => file.name === name).map(({ id }) => id);
	return files.filter(({ associatedFileId = '' }) => ids.includes(associatedFileId)).map(file => file.name);
};

suite('where times show but no links', { concurrency: 4 }, () => {
	test('a second unattend file comes to a configuration file, and the first keeps its link', () =>
		onHidden(async (simulator, store) => {
			await syncOnce(simulator, { store });
			const { second, statuses } = await finished(simulator, { store, files: shared });
			assert.deepEqual([second.failures, second.conflicts], [[], []]);
			assert.deepEqual(statuses, ['unchanged', 'unchanged', 'unchanged']);
			assert.deepEqual(usersOf(simulator, 'locale.json'), ['rhel9.ks', 'db.ks']);
		}));

	test('a replaced file that lost its link to ours is removed, and other users keep theirs', () =>
		onHidden(async (simulator, store) => {
			await syncOnce(simulator, { store, files: shared });
			const { second } = await finished(simulator, { store, files: [aConfig, another, newer] });
			assert.deepEqual([second.failures, second.conflicts, second.leftovers], [[], [], []]);
			assert.deepEqual(usersOf(simulator, 'locale.json').sort(), ['db.ks', 'rhel9.ks']);
		}));

	test('what is taken back after its link was made gives the link back, and the next run has no conflict', () =>
		onHidden(async (simulator, store) => {
			await syncOnce(simulator, { store });
			simulator.setFaults(['refuse@PUT /osImages#2', 'refuse@PUT /osImages#3']);
			assert.equal((await syncOnce(simulator, { store, files: [aConfig, newer] })).failures.length, 1);
			assert.deepEqual(usersOf(simulator, 'locale.json'), ['rhel9.ks']);
			simulator.setFaults([]);
			const { second } = await finished(simulator, { store, files: [aConfig, newer] });
			assert.deepEqual([second.failures, second.conflicts, second.leftovers], [[], [], []]);
		}));

	test('a file whose change was not looked at is ours in the next run, and no further than that', () =>
		onHidden(
			async (simulator, store) => {
				await syncOnce(simulator, { store });
				const edit = (): void =>
					void simulator.actNow({ do: 'describe', file: { name: 'rhel9.ks', of: 'others' }, description: '' });
				const editUnseen = (times: number): void => {
					const record = store.get(anUnattend.key);
					assert.ok(record?.stored);
					store.put({ ...record, touched: [record.stored.id] });
					for (let time = 0; time < times; time++) edit();
				};
				editUnseen(1);
				assert.deepEqual((await finished(simulator, { store })).statuses, ['unchanged', 'unchanged']);
				editUnseen(3);
				await assert.rejects(finished(simulator, { store }), /conflicts/);
				assert.equal(store.get(anUnattend.key)?.touched, undefined);
			},
			{ 'list-version': 'counted' },
		));

	test('what somebody else has changed before is not written down as touched by us', () =>
		onHidden(async (simulator, store) => {
			await syncOnce(simulator, { store });
			simulator.actNow({ do: 'describe', file: { name: 'rhel9.ks', of: 'others' }, description: '' });
			const touched: (readonly string[])[] = [];
			const watching: RecordStore = {
				...store,
				put: record => {
					if (record.key === anUnattend.key) touched.push(record.touched ?? []);
					store.put(record);
				},
			};
			const changed = { ...aConfig, bytes: Buffer.from('{"category":"dynamic", "content":[]}') };
			await syncOnce(simulator, { store: watching, files: [changed], onConflict: 'overwrite' });
			assert.deepEqual(touched.flat(), []);
		}));

	test('what somebody else has changed stays theirs', () =>
		onHidden(async (simulator, store) => {
			await syncOnce(simulator, { store, files: shared });
			simulator.actNow({ do: 'edit', file: { name: 'rhel9.ks', of: 'others' }, content: 'theirs\n' });
			await assert.rejects(syncOnce(simulator, { store, files: [aConfig, another, newer] }), /conflicts/);
		}));
});
