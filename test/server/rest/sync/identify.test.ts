import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { silent } from './besideOthers';
import { anUnattend, onSimulator, syncOnce } from './pairOnSimulator';

const alone = [{ ...anUnattend, partner: undefined, bytes: Buffer.from(`${'lang en_US\n'.repeat(300)}text\r\n`) }];
const lost = ['drop-after@POST /osImages#1'];

suite('an import whose answer was lost is recognised', { concurrency: 4 }, () => {
	for (const ends of ['lf', 'crlf'] as const) {
		test(`by its content, although the appliance has made its line ends ${ends}`, () =>
			onSimulator(
				{ switches: { ...silent, 'list-content': 'yes', 'stored-line-ends': ends }, faults: lost },
				async simulator => {
					const store = memoryRecords();
					assert.equal((await syncOnce(simulator, { store, files: alone })).failures.length, 1);
					const [file] = simulator.truth().files;
					simulator.setFaults([]);
					const { failures, conflicts, files } = await syncOnce(simulator, { store, files: alone });
					assert.deepEqual([failures, files.map(({ id }) => id)], [[], [file?.id]]);
					assert.match(conflicts.join(), new RegExp(`${file?.id} .* has its content`));
					assert.equal(simulator.truth().files.length, 1);
				},
			));
	}

	for (const switches of [
		{ 'list-size': 'kib' },
		{ 'list-size': 'text' },
		{ 'list-size': 'number', 'stored-line-ends': 'crlf' },
		{ 'list-size': 'string', 'stored-line-ends': 'lf' },
	] as const) {
		test(`as one that may be ours with ${JSON.stringify(switches)}: there is no second one`, () =>
			onSimulator({ switches: { ...silent, ...switches }, faults: lost }, async simulator => {
				const store = memoryRecords();
				assert.equal((await syncOnce(simulator, { store, files: alone })).failures.length, 1);
				simulator.setFaults([]);
				// The plan has the conflict.
				await assert.rejects(syncOnce(simulator, { store, files: alone }), RangeError);
				assert.equal(simulator.truth().files.length, 1);
			}));
	}

	test('not as ours where the list shows a size that our bytes cannot have', () =>
		onSimulator(
			{
				switches: { ...silent, 'list-size': 'kib' },
				faults: ['drop-before@POST /osImages#1'],
				secondPerson: [
					{
						after: 'POST /osImages#1',
						do: 'import',
						file: { kind: 'UNATTEND', name: anUnattend.name, content: 'x'.repeat(9_000), description: '' },
					},
				],
			},
			async simulator => {
				const store = memoryRecords();
				await syncOnce(simulator, { store, files: alone });
				simulator.setFaults([]);
				assert.deepEqual((await syncOnce(simulator, { store, files: alone, unknown: 'new' })).failures, []);
				assert.equal(simulator.truth().files.length, 2);
			},
		));
});
