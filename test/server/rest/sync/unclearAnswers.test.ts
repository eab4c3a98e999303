import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { UploadError } from '../../../../server/rest/uploadError';
import type { Simulator } from '../../../../server/simulator/simulator';
import type { Switches } from '../../../../server/simulator/switches';
import { finished, linkedPair, onSimulator, syncOnce } from './pairOnSimulator';

const odd = ['odd-result=null', 'odd-result=number', 'odd-result=object', 'odd-result=missing', 'html', 'truncated'];

const importsOf = ({ requests }: Simulator): number =>
	requests.filter(({ method, path, query }) => method === 'POST' && path === '/osImages' && query.importByContent)
		.length;

/** Nothing tells whose a file is but its name. */
const mute: Partial<Switches> = { 'list-description': 'hidden', 'list-content': 'no', 'reply-id': 'no' };

suite('an import whose answer does not say whether it was done', { concurrency: 4 }, () => {
	for (const fault of odd)
		test(`${fault}: is looked for and taken back, and the next run finishes it`, () =>
			onSimulator(
				{ switches: { 'content-import': 'at-once' }, faults: [`${fault}@POST /osImages#1`] },
				async simulator => {
					const store = memoryRecords();
					const { failures } = await syncOnce(simulator, { store });
					assert.equal(failures.length, 1);
					assert.equal(failures[0]?.kind, 'unexpected', failures[0]?.message);
					assert.doesNotMatch(failures[0]?.message ?? '', /refused/);
					assert.match(failures[0]?.message ?? '', /Nothing of this upload is left/);
					assert.deepEqual(simulator.truth().files, []);
					assert.equal(importsOf(simulator), 1);
					const { links, statuses } = await finished(simulator, { store });
					assert.deepEqual([links, statuses], [linkedPair, ['unchanged', 'unchanged']]);
				},
			));

	for (const fault of odd)
		test(`${fault}: what may be it is named where nothing proves it`, () =>
			onSimulator(
				{ switches: { 'content-import': 'at-once', ...mute }, faults: [`${fault}@POST /osImages#1`] },
				async simulator => {
					const { failures } = await syncOnce(simulator, { store: memoryRecords() });
					const [failure] = failures;
					assert.ok(failure instanceof UploadError, String(failure));
					const [file, ...more] = simulator.truth().files;
					assert.deepEqual(more, []);
					assert.deepEqual(failure.uncertain, [{ file: 'locale.json', candidates: [file?.id] }]);
				},
			));

	for (const fault of [...odd.slice(0, 4), 'odd-result=failure'])
		test(`${fault}: the job that it names tells`, async () => {
			for (const method of ['content', 'file'] as const)
				await onSimulator({ faults: [`${fault}@POST /osImages`, `${fault}@POST /files`] }, async simulator => {
					const { failures } = await syncOnce(simulator, { method });
					assert.deepEqual(failures.map(String), [], method);
				});
		});

	for (const fault of odd)
		test(`${fault}: a change of a link is looked at before it is made again`, () =>
			onSimulator({ faults: [`${fault}@PUT /osImages#1`] }, async simulator => {
				const { failures } = await syncOnce(simulator);
				assert.deepEqual(failures.map(String), []);
			}));
});
