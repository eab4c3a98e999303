import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sharedLister } from '../../../../server/rest/sync/listing';
import { sightingsOf } from '../../../../server/rest/sync/sightings';
import { prepareSync } from '../../../../server/rest/sync/syncFiles';
import { type SyncWork, turns } from '../../../../server/rest/sync/syncWork';
import { transact } from '../../../../server/rest/sync/transaction';
import type { UploadFile } from '../../../../server/rest/sync/uploadFile';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import type { Simulator, SimulatorOptions } from '../../../../server/simulator/simulator';
import { sampled } from '../../../support/thorough';
import { oursAre } from './besideOthers';
import { aConfig, anUnattend, aPair, inSession, onSimulator, syncOnce, timeouts } from './pairOnSimulator';

const pairNamed = (name: string): readonly UploadFile[] => [
	{ ...aConfig, key: `/site/${name}.json`, name: `${name}.json` },
	{ ...anUnattend, key: `/site/${name}.ks`, name: `${name}.ks`, partner: `/site/${name}.json` },
];

/** True when a list before the request of this number and one from there on have nothing of ours for the file between. */
function isBetweenLists({ requests }: Simulator, at: number, name: string): boolean {
	const calls = requests.map(({ method, path }) => `${method} ${path}`);
	const list = 'GET /osImages';
	const first = calls.lastIndexOf(list, at - 2);
	const last = calls.indexOf(list, at - 1);
	const isOurs = (call: string): boolean => call.startsWith('POST') || /_a\.(json|ks)/.test(call);
	const isOver = !calls.slice(at - 1).some(call => call.startsWith('PUT') && call.endsWith(name));
	return last >= 0 && isOver && !calls.slice(first, last).some(isOurs);
}

suite('what a list has shown is known from then on', { concurrency: 4 }, () => {
	test('an edit that lies between two lists stays and is named, whichever pair had asked for them', async () => {
		const files = [...pairNamed('a'), ...pairNamed('b')];
		const switches: SimulatorOptions['switches'] = { 'list-modified': 'iso', 'list-version': 'counted' };
		const requests = Array.from({ length: 14 }, (_, index) => 14 + index);
		for (const { name, bytes } of pairNamed('a')) {
			const content = '#'.repeat(bytes.length);
			for (const at of sampled(requests, 9)) {
				const secondPerson = [{ before: `#${at}`, do: 'edit', file: { name }, content }];
				await onSimulator({ switches, secondPerson }, async simulator => {
					const { failures, conflicts } = await syncOnce(simulator, { files });
					if (!isBetweenLists(simulator, at, name)) return;
					const now = simulator.truth().files.find(file => file.name === name);
					const said = [...failures.map(({ message }) => message), ...conflicts].join('\n');
					assert.equal(now?.bytes?.toString(), content, `${name} at ${at}`);
					assert.ok(said.includes(now.id), `${name} at ${at}: ${said}`);
				});
			}
		}
	});

	test('the look that finds the second file of a pair is the one before the first change', () =>
		onSimulator({ jobMilliseconds: 0 }, async simulator => {
			assert.deepEqual((await syncOnce(simulator, { store: memoryRecords() })).failures, []);
			const calls = simulator.requests.map(({ method, path }) => `${method} ${path.replace(/^(\/\w+)\/.*/, '$1')}`);
			const from = calls.lastIndexOf('POST /osImages') + 1;
			assert.deepEqual(
				calls.slice(from).filter(call => call !== 'GET /tasks'),
				[
					'GET /osImages',
					'PUT /osImages',
					'GET /osImages',
					'PUT /osImages',
					'GET /osImages',
					'GET /osImages',
					'DELETE /sessions',
				],
			);
		}));

	test('who had to wait for the turn looks again: an edit from the time of the wait stays and is named', () =>
		onSimulator({ jobMilliseconds: 0 }, simulator =>
			inSession(simulator, async client => {
				const store = memoryRecords();
				const { plan, known } = await prepareSync(client, aPair, { store, timeouts });
				const [config, unattend] = plan.files;
				const seen = sightingsOf(known.images, store, client.host);
				const inTurn = turns();
				const edit = (): void => void simulator.actNow({ do: 'edit', file: { name: aConfig.name }, content: 'theirs' });
				let open = (): void => undefined;
				const others = inTurn('links', () => new Promise<void>(resolve => (open = resolve)).then(edit));
				const work: SyncWork = {
					client,
					steady: client,
					signal: undefined,
					store,
					method: undefined,
					timeouts,
					onConflict: 'stop',
					conflicts: [],
					lister: sharedLister(client, known.images, { linkTypes: known.linkTypes, look: seen.look }),
					seen,
					claimed: new Set(),
					inTurn,
					report: text => (text.startsWith('Linking') ? open() : undefined),
				};
				const unit = { config, unattend, leaving: new Set<string>(), group: 'links', isPart: false };
				await assert.rejects(transact(work, unit), /^UploadError: Somebody has changed \S*locale\.json/);
				await others;
				const left = simulator.truth().files.map(({ bytes }) => bytes?.toString());
				assert.deepEqual(left, ['theirs']);
			}),
		));

	test('a file that was shown with our mark stays ours when somebody has described it anew', () =>
		onSimulator(
			{
				jobMilliseconds: 0,
				faults: ['drop-after@POST /osImages#2'],
				secondPerson: [
					{ after: 'GET /osImages#3', do: 'describe', file: { name: anUnattend.name }, description: 'their words' },
				],
			},
			async simulator => {
				const store = memoryRecords();
				const { failures } = await syncOnce(simulator, { store });
				const described = simulator.truth().files.find(({ description }) => description === 'their words');
				assert.ok(described);
				assert.ok(failures[0]?.message.includes(`${anUnattend.name} as ${described.id}`), failures[0]?.message);
				simulator.setFaults([]);
				// The plan has the conflict.
				await assert.rejects(syncOnce(simulator, { store }), RangeError);
				assert.deepEqual((await syncOnce(simulator, { store, onConflict: 'overwrite' })).failures, []);
				oursAre(simulator);
			},
		));
});
