import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { linkStored } from '../../../../server/rest/sync/linkStored';
import { ownChanges } from '../../../../server/rest/sync/ownChanges';
import { memoryRecords, type RecordStore, sentFacts } from '../../../../server/rest/sync/uploadRecord';
import type { XClarityError } from '../../../../server/rest/xclarityError';
import { sampled } from '../../../support/thorough';
import { older, stored } from './besideOthers';
import { aConfig, anUnattend, aPair, finished, inSession, onSimulator, syncOnce } from './pairOnSimulator';

suite('what we do ourselves is no conflict', { concurrency: 4 }, () => {
	const changing = [
		{ 'list-modified': 'iso', 'list-version': 'counted', association: 'both' },
		{ 'list-modified': 'epoch', 'list-version': 'counted', association: 'one' },
		{ 'list-size': 'kib', 'list-version': 'counted' },
		{ 'list-size': 'text', 'stored-line-ends': 'crlf', 'list-modified': 'iso' },
	] as const;
	for (const switches of sampled(changing, 4)) {
		test(`with ${JSON.stringify(switches)} a second run has nothing to do, also after a link`, () =>
			onSimulator({ switches }, async simulator => {
				const store = memoryRecords();
				const { failures, conflicts } = await syncOnce(simulator, { store });
				assert.deepEqual([failures, conflicts], [[], []]);
				const again = await finished(simulator, { store });
				assert.deepEqual(again.statuses, ['unchanged', 'unchanged']);
				const [config, unattend] = [...again.second.files].map(({ id }) => id);
				await inSession(simulator, async client => {
					await linkStored(client, { unattend: unattend ?? '', config: undefined }, { store });
					await linkStored(client, { unattend: unattend ?? '', config: config ?? '' }, { store });
				});
				assert.deepEqual((await finished(simulator, { store })).statuses, ['unchanged', 'unchanged']);
			}));

		test(`with ${JSON.stringify(switches)} a replacement that was broken off is finished`, () =>
			onSimulator({ switches }, async simulator => {
				const store = memoryRecords();
				await syncOnce(simulator, { store, files: older });
				simulator.setFaults(['500@DELETE /osImages']);
				await syncOnce(simulator, { store });
				simulator.setFaults([]);
				const { second, statuses } = await finished(simulator, { store });
				assert.deepEqual([second.failures, second.conflicts, second.leftovers], [[], [], []]);
				assert.deepEqual(statuses, ['unchanged', 'unchanged']);
				assert.equal(simulator.truth().files.length, 2);
			}));
	}

	test('an import that was lost comes about later: it is removed, as it is ours by its mark', () => {
		// No job ends while the first upload looks for its file, however long that takes.
		const start = Date.now();
		let now = (): number => start;
		const options = { faults: ['drop-after@POST /osImages#1'], jobMilliseconds: 400, now: () => now() };
		return onSimulator(options, async simulator => {
			const store: RecordStore = memoryRecords();
			const timeouts = { job: 10, listIntervals: [0, 5] };
			const first = await syncOnce(simulator, { store, timeouts });
			assert.equal(first.failures.length, 1);
			now = () => Date.now() + 400;
			simulator.setFaults([]);
			const second = await syncOnce(simulator, { store, timeouts });
			assert.deepEqual(second.failures, []);
			await syncOnce(simulator, { store, timeouts });
			assert.equal(simulator.truth().files.length, 2, stored(simulator).join('\n'));
		});
	});

	test('a job that waits for bytes, as its number was lost, is cancelled by the next run', () =>
		onSimulator({}, async simulator => {
			const store = memoryRecords();
			simulator.setFaults(['drop-after@POST /osImages#1', '500@PUT /tasks']);
			await syncOnce(simulator, { store, method: 'file' });
			assert.equal(simulator.truth().openJobs.length, 1);
			simulator.setFaults([]);
			assert.deepEqual((await syncOnce(simulator, { store, method: 'file' })).failures, []);
			assert.deepEqual(simulator.truth().openJobs, []);
		}));

	test('a replacement that fails after its link was made gives the link back to the old file', () =>
		onSimulator({ switches: { association: 'one' } }, async simulator => {
			const store = memoryRecords();
			await syncOnce(simulator, { store, files: older });
			const partners = (): unknown[] =>
				simulator.truth().files.map(({ id, associatedFileId }) => [id, associatedFileId]);
			const before = partners();
			simulator.setFaults(['refuse@PUT /osImages#2', 'refuse@PUT /osImages#3']);
			assert.equal((await syncOnce(simulator, { store })).failures.length, 1);
			assert.deepEqual(partners(), before);
		}));

	test('what was done before a cancellation is told, and what was not', () =>
		onSimulator({}, async simulator => {
			const controller = new AbortController();
			const other = [
				{ ...aConfig, key: '/site/two.json', name: 'two.json' },
				{ ...anUnattend, key: '/site/two.ks', name: 'two.ks', partner: '/site/two.json' },
			];
			const outcome = await syncOnce(simulator, {
				files: [...aPair, ...other],
				concurrency: 1,
				signal: controller.signal,
				told: text => {
					if (text === 'Sending two.ks') controller.abort();
				},
			}).catch((error: XClarityError) => assert.fail(error.message));
			assert.deepEqual(
				outcome.files.map(({ file }) => file),
				['locale.json', 'rhel9.ks'],
			);
			const [failure] = outcome.failures;
			assert.equal(failure?.kind, 'cancelled');
			assert.match(failure?.message ?? '', /Nothing of two\.json and two\.ks is left/);
			assert.deepEqual(outcome.skipped, ['/site/two.json', '/site/two.ks']);
		}));
});

suite('a change of ours that ends', () => {
	test('is noted with its pending file only while nobody has seen what became of it', () => {
		const store = memoryRecords();
		const pending = { ...sentFacts(anUnattend), known: [], id: '7' };
		store.put({ key: anUnattend.key, obsolete: [], pending });
		const images = {
			images: [],
			unattends: [],
			configs: [],
			predefinedMacros: [],
			supportedImages: [],
			hasLists: true,
			silent: [],
			raw: {},
		};
		const changes = ownChanges(new Map(), new Set(), store);
		const isTouched = (): boolean | undefined => store.get(anUnattend.key)?.pending?.isTouched;
		const refused = changes.begin({ before: images, targets: ['7'] });
		assert.equal(isTouched(), true);
		refused.drop();
		assert.equal(isTouched(), false);
		changes.begin({ before: images, targets: ['7'] }).end();
		const taken = changes.closing();
		assert.equal(isTouched(), true);
		taken();
		assert.equal(isTouched(), false);
	});
});
