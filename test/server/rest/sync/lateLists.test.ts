import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { saidIn } from './besideOthers';
import { aConfig, anUnattend, aPair, onSimulator, syncOnce } from './pairOnSimulator';

const late = 'frozen@GET /osImages';

suite('an appliance whose list is late', { concurrency: 4 }, () => {
	test('a new file that it took and does not list yet may be there, and the next upload goes on from it', () =>
		onSimulator({ faults: [late] }, async simulator => {
			const store = memoryRecords();
			const broken = saidIn(await syncOnce(simulator, { store }));
			assert.match(broken, /It is not known whether \S+ has these: locale\.json/);
			const [left] = simulator.truth().files;
			simulator.setFaults([]);
			const { conflicts, failures } = await syncOnce(simulator, { store });
			assert.deepEqual({ conflicts, failures }, { conflicts: [], failures: [] });
			const { files } = simulator.truth();
			assert.deepEqual(files.map(({ name }) => name).sort(), [aConfig.name, anUnattend.name]);
			assert.equal(files.find(({ name }) => name === aConfig.name)?.id, left?.id);
		}));

	test('a file that was to take the place of another does so in the next upload', () =>
		onSimulator({}, async simulator => {
			const store = memoryRecords();
			await syncOnce(simulator, { store });
			const files = aPair.map(file => ({ ...file, bytes: Buffer.concat([file.bytes, Buffer.from('\n')]) }));
			simulator.setFaults([late]);
			await syncOnce(simulator, { store, files });
			simulator.setFaults([]);
			const { conflicts, failures } = await syncOnce(simulator, { store, files });
			assert.deepEqual({ conflicts, failures }, { conflicts: [], failures: [] });
			const stored = simulator.truth().files;
			assert.deepEqual(
				stored.map(({ bytes }) => bytes?.toString()).sort(),
				files.map(({ bytes }) => bytes.toString()).sort(),
			);
		}));
});
