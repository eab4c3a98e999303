import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { anUnattend, onSimulator, syncOnce } from './pairOnSimulator';

test('a file of somebody else that the resumed job of a killed run has replaced is named', () => {
	// Jobs end only when the clock is put forward.
	let stopped: number | undefined;
	let ahead = 0;
	let onTask: (() => void) | undefined;
	const now = (): number => (stopped === undefined ? Date.now() : stopped + ahead);
	return onSimulator(
		{
			now,
			switches: { 'same-name': 'replaced', 'file-id': 'random', 'content-import': 'refused' },
			onRequest: ({ method, path }) => {
				if (method === 'GET' && path.startsWith('/tasks/')) onTask?.();
			},
		},
		async simulator => {
			const store = memoryRecords();
			const files = [{ ...anUnattend, partner: undefined }];
			stopped = Date.now();
			// Nothing of the first run comes through any more.
			onTask = () => simulator.setFaults(['drop-before']);
			assert.equal((await syncOnce(simulator, { store, files })).failures.length, 1);
			simulator.setFaults([]);
			const file = { kind: 'UNATTEND', name: anUnattend.name, content: 'theirs\n', description: '' } as const;
			const [their] = simulator.actNow({ do: 'import', file }).ids;
			assert.ok(their !== undefined);
			onTask = () => {
				ahead = 60_000;
			};
			const { conflicts, failures } = await syncOnce(simulator, { store, files });
			assert.deepEqual(failures, []);
			assert.ok(!simulator.truth().files.some(({ id }) => id === their));
			assert.match(conflicts.join(), new RegExp(`${their} had the name of rhel9\\.ks`));
		},
	);
});
