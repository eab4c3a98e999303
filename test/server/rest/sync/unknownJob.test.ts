import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import type { Simulator } from '../../../../server/simulator/simulator';
import { saidIn } from './besideOthers';
import { finished, linkedPair, onSimulator, syncOnce } from './pairOnSimulator';

const noJobs = ['404@GET /tasks/', '404@PUT /tasks'];

/** An appliance whose clock stands, so that no job ends, and that does not know of them; `endJobs` cures both. */
async function onForgetful(use: (simulator: Simulator, endJobs: () => void) => Promise<void>): Promise<void> {
	let stopped: number | undefined = Date.now();
	await onSimulator({ now: () => stopped ?? Date.now(), faults: noJobs }, async simulator => {
		await use(simulator, () => {
			simulator.setFaults([]);
			stopped = undefined;
		});
	});
}

suite('a job that the appliance says it does not have', { concurrency: 4 }, () => {
	test('may make its file all the same: that is said, and the next upload goes on from the file', () =>
		onForgetful(async (simulator, endJobs) => {
			const store = memoryRecords();
			const broken = saidIn(await syncOnce(simulator, { store }));
			assert.match(broken, /It is not known whether \S+ has these: locale\.json/);
			assert.doesNotMatch(broken, /Nothing of/);
			endJobs();
			const { second, statuses, links } = await finished(simulator, { store });
			assert.deepEqual(second.conflicts, []);
			assert.deepEqual([links, statuses], [linkedPair, ['unchanged', 'unchanged']]);
			const { files, requests } = { ...simulator.truth(), ...simulator };
			assert.equal(files.length, 2);
			const imports = requests.filter(({ method, path }) => method === 'POST' && path === '/osImages');
			// One for each file: the first is not sent again.
			assert.equal(imports.length, 2);
		}));

	test('may make its file when the next upload has given it up: the one after that removes it', () =>
		onForgetful(async (simulator, endJobs) => {
			const store = memoryRecords();
			await syncOnce(simulator, { store });
			assert.match(saidIn(await syncOnce(simulator, { store })), /It is not known whether/);
			endJobs();
			const { second, statuses, links } = await finished(simulator, { store });
			assert.deepEqual(second.conflicts, []);
			assert.deepEqual([links, statuses], [linkedPair, ['unchanged', 'unchanged']]);
		}));
});
