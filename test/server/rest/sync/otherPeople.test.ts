import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { SyncOutcome } from '../../../../server/rest/sync/applyPlan';
import { linkStored } from '../../../../server/rest/sync/linkStored';
import type { UploadFile } from '../../../../server/rest/sync/uploadFile';
import { memoryRecords, type RecordStore } from '../../../../server/rest/sync/uploadRecord';
import type { XClarityError } from '../../../../server/rest/xclarityError';
import type { Simulator, SimulatorOptions } from '../../../../server/simulator/simulator';
import {
	aConfig,
	anUnattend,
	aPair,
	finished,
	inSession,
	onSimulator,
	type SyncSetup,
	syncOnce,
} from './pairOnSimulator';

const theirs = { kind: 'UNATTEND', name: anUnattend.name, content: 'theirs\n', description: '' } as const;
/** Nothing in the list or in an answer tells a file from another of its name. */
const silent: SimulatorOptions['switches'] = {
	'list-description': 'dropped',
	'job-result': 'no',
	'file-id': 'random',
	'list-size': 'no',
};

const older: SyncSetup['files'] = [aConfig, { ...anUnattend, bytes: Buffer.from('older\n') }];

/** What is stored, as `who: name, text, description`. */
const stored = (simulator: Simulator): string[] =>
	simulator
		.truth()
		.files.map(({ importedBy, name, bytes, description }) =>
			[importedBy, name, bytes?.toString(), description].join(' '),
		);

const oursAre = (simulator: Simulator): void =>
	assert.deepEqual(
		stored(simulator).filter(line => line.startsWith('USERID')),
		aPair.map(({ name, bytes }) => `USERID ${name} ${Buffer.from(bytes).toString()} `),
	);

/** When somebody links which file elsewhere. The list that comes next shows it. */
const relinks: readonly {
	readonly when: string;
	readonly relinked: UploadFile;
	readonly before?: SyncSetup['files'];
	readonly faults?: readonly string[];
}[] = [
	{ when: 'PUT /osImages#1', relinked: anUnattend },
	{ when: 'POST /osImages#2', relinked: aConfig, faults: ['500@POST /osImages#2'] },
	{ when: 'POST /osImages#1', relinked: anUnattend, before: older },
	{ when: 'PUT /osImages#1', relinked: anUnattend, before: older },
];

/** Their file, and the act that links ours with it. */
function actsAfter(after: string, { name, imageType }: UploadFile, which: 'newest' | 'oldest') {
	const [kind, partner] = imageType === 'CONFIG' ? ['UNATTEND', 'their.ks'] : ['CONFIG', 'their.json'];
	const file = { kind, name: partner, content: '{}', description: '' };
	return [
		{ after, do: 'import', file },
		{ after, do: 'relink', file: { name, of: 'others', which }, with: { name: partner } },
	] as const;
}

/** Links as they are: `name>name`. */
function linksOf(simulator: Simulator): string[] {
	const { files } = simulator.truth();
	return files.map(({ name, associatedFileId }) => `${name}>${files.find(({ id }) => id === associatedFileId)?.name}`);
}

const saidIn = ({ failures, conflicts }: SyncOutcome): string =>
	[...failures.map(({ message }) => message), ...conflicts].join('\n');

/** Requests of one upload without anybody else. */
async function lengthOf(options: SimulatorOptions, before?: SyncSetup['files']): Promise<number> {
	return onSimulator(options, async simulator => {
		const store = memoryRecords();
		if (before) await syncOnce(simulator, { store, files: before });
		const earlier = simulator.requests.length;
		await syncOnce(simulator, { store });
		return simulator.requests.length - earlier;
	});
}

suite('an upload beside other people', { concurrency: 4 }, () => {
	for (const [name, options] of [
		['where descriptions are shown', {}],
		['where nothing tells files of a name apart', { switches: silent }],
	] as const) {
		test(`somebody imports the same name at any moment, ${name}: their file stays as it is, and is named`, async () => {
			const count = await lengthOf(options);
			for (let at = 2; at <= count; at++) {
				const secondPerson = [{ before: `#${at}`, do: 'import', file: theirs }];
				await onSimulator({ ...options, secondPerson }, async simulator => {
					const { failures, conflicts } = await syncOnce(simulator);
					const asked = simulator.requests.length;
					const [their] = simulator.truth().files.filter(({ importedBy }) => importedBy !== 'USERID');
					// Jobs are looked at more or less often: this run had fewer requests.
					if (!their) return assert.ok(at > asked, `at ${at}`);
					assert.equal(their.bytes?.toString(), 'theirs\n', `at ${at}`);
					const said = [...failures.map(({ message }) => message), ...conflicts].join('\n');
					// Before the plan is made, it is a file beside which ours is put; when it is too late to see it, it is not.
					if (at > 2 && at < asked) assert.ok(said.includes(their.id), `at ${at}: ${said}`);
					if (failures.length === 0) oursAre(simulator);
				});
			}
		});
	}

	test('two who upload the same at the same time each have their own file, and are told of the other', () =>
		onSimulator({}, async simulator => {
			const outcomes = await Promise.all([syncOnce(simulator), syncOnce(simulator)]);
			const ids = outcomes.flatMap(({ files }) => files.map(({ id }) => id));
			assert.equal(new Set(ids).size, 4, ids.join());
			assert.ok(outcomes.some(({ conflicts }) => conflicts.length > 0));
			for (const { bytes } of simulator.truth().files) assert.ok(bytes);
		}));

	test('an old file that somebody edits while it is replaced is not deleted', async () => {
		const count = await lengthOf({}, older);
		for (let at = 3; at < count; at++) {
			await onSimulator({}, async simulator => {
				const store = memoryRecords();
				await syncOnce(simulator, { store, files: older });
				const old = simulator.truth().files.find(({ name }) => name === anUnattend.name);
				const edit = { do: 'edit', file: { id: old?.id, of: 'others' }, content: 'edited by somebody else\n' };
				simulator.setSecondPerson([{ before: `#${at}`, ...edit }]);
				const { failures, conflicts } = await syncOnce(simulator, { store });
				const now = simulator.truth().files.find(({ id }) => id === old?.id);
				if (!now) return;
				assert.equal(now.bytes?.toString(), 'edited by somebody else\n', `at ${at}`);
				const said = [...failures.map(({ message }) => message), ...conflicts].join('\n');
				assert.ok(said.includes(old?.id ?? ''), `at ${at}: ${said}`);
				// It stays a conflict in the next run, until somebody decides.
				const isOpen = await syncOnce(simulator, { store }).then(
					again => again.conflicts.join().includes(old?.id ?? '') || again.failures.length > 0,
					// The plan has the conflict.
					(error: unknown) => error instanceof RangeError,
				);
				assert.ok(isOpen, `at ${at}`);
				const decided = await syncOnce(simulator, { store, onConflict: 'overwrite' });
				assert.deepEqual([decided.conflicts, decided.failures], [[], []]);
				oursAre(simulator);
			});
		}
	});

	test('an old file that somebody has edited keeps the configuration file that it is linked with', () =>
		onSimulator({}, async simulator => {
			const store = memoryRecords();
			await syncOnce(simulator, { store });
			const [config, unattend] = simulator.truth().files;
			const edit = { do: 'edit', file: { id: unattend?.id, of: 'others' }, content: 'edited by somebody else\n' };
			simulator.setSecondPerson([{ before: 'PUT /osImages#2', ...edit }]);
			const newer = aPair.map(file => ({ ...file, bytes: Buffer.concat([file.bytes, Buffer.from(' ')]) }));
			const { conflicts, failures } = await syncOnce(simulator, { store, files: newer });
			assert.deepEqual(failures, []);
			const { files } = simulator.truth();
			assert.equal(files.find(({ id }) => id === unattend?.id)?.associatedFileId, config?.id);
			assert.ok(files.some(({ id }) => id === config?.id));
			assert.ok(conflicts.join().includes(unattend?.id ?? ''), conflicts.join());
		}));

	for (const association of ['one', 'both', 'exclusive'] as const) {
		const switches = { association, 'list-modified': 'no', 'list-version': 'no' } as const;
		for (const { when, relinked, before, faults = [] } of relinks) {
			test(`somebody links ${relinked.name} elsewhere after ${when} (association ${association}): it stays so, and is named, until somebody decides`, () =>
				onSimulator({ switches, jobMilliseconds: 0 }, async simulator => {
					const store = memoryRecords();
					if (before) await syncOnce(simulator, { store, files: before });
					const [their, act] = actsAfter(when, relinked, before ? 'oldest' : 'newest');
					simulator.setSecondPerson([their, act]);
					simulator.setFaults(faults);
					const first = await syncOnce(simulator, { store });
					simulator.setFaults([]);
					assert.match(saidIn(first), /their\.(ks|json)|could not be removed/);
					assert.ok(linksOf(simulator).includes(`${relinked.name}>${their.file.name}`), linksOf(simulator).join());
					const again = await syncOnce(simulator, { store }).then(saidIn, (error: unknown) => {
						assert.ok(error instanceof RangeError);
						return 'The plan has the conflict.';
					});
					assert.notEqual(again, '');
					assert.ok(linksOf(simulator).includes(`${relinked.name}>${their.file.name}`), linksOf(simulator).join());
					// Both files that name a configuration file go to its new one, which has room for one of them there.
					if (association === 'exclusive' && relinked === aConfig) return;
					const decided = await syncOnce(simulator, { store, onConflict: 'overwrite' });
					assert.deepEqual(decided.failures, []);
					assert.ok(linksOf(simulator).includes('rhel9.ks>locale.json'), linksOf(simulator).join());
				}));
		}
	}

	test('somebody links one of two stored files elsewhere while they are linked: it stays so', () =>
		onSimulator({ switches: { association: 'one' } }, async simulator => {
			const store = memoryRecords();
			const single = [aConfig, { ...anUnattend, partner: undefined }];
			const { files } = await syncOnce(simulator, { store, files: single });
			const idOf = (name: string): string => files.find(({ file }) => file === name)?.id ?? '';
			simulator.setSecondPerson(actsAfter('PUT /osImages#1', anUnattend, 'newest'));
			const pair = { unattend: idOf(anUnattend.name), config: idOf(aConfig.name) };
			const linking = inSession(simulator, client => linkStored(client, pair, store));
			await assert.rejects(linking, /Somebody has linked .* with .*their\.json/);
			assert.ok(linksOf(simulator).includes('rhel9.ks>their.json'), linksOf(simulator).join());
		}));

	test('an import that was done is not repeated under the other word for its type', async () => {
		for (const fault of ['gateway=502', 'gateway=503', 'gateway=504', 'drop-after', '503']) {
			for (const method of ['content', 'file'] as const) {
				const path = method === 'content' ? '/osImages' : '/files/osImages';
				await onSimulator({ faults: [`${fault}@POST ${path}#1`] }, async simulator => {
					const store = memoryRecords();
					const first = await syncOnce(simulator, { store, method });
					const imports = simulator.requests.filter(request => request.method === 'POST' && request.path === path);
					assert.equal(imports.length, first.failures.length === 0 ? 2 : 1, fault);
					simulator.setFaults([]);
					const { second } = await finished(simulator, { store, method });
					assert.deepEqual([second.failures, second.conflicts], [[], []], fault);
					oursAre(simulator);
				});
			}
		}
	});

	test('the way back leaves both of two files that may be ours, and names them', () =>
		onSimulator(
			{
				switches: silent,
				faults: ['drop-after@POST /osImages#2'],
				secondPerson: [{ after: 'POST /osImages#2', do: 'import', file: theirs }],
			},
			async simulator => {
				const { failures } = await syncOnce(simulator);
				const both = simulator.truth().files.filter(({ name }) => name === anUnattend.name);
				assert.equal(both.length, 2);
				for (const { id } of both) assert.ok(failures[0]?.message.includes(id), failures[0]?.message);
			},
		));

	test('a lost import that nothing proves is a conflict in the next run, not a second file', () =>
		onSimulator({ switches: silent, faults: ['drop-after@POST /osImages#2'] }, async simulator => {
			const store = memoryRecords();
			await syncOnce(simulator, { store });
			simulator.setFaults([]);
			const plan = await inSession(simulator, async client => {
				const { prepareSync } = await import('../../../../server/rest/sync/syncFiles');
				return (await prepareSync(client, aPair, { store })).plan;
			});
			assert.deepEqual(
				plan.files.map(({ conflict }) => conflict),
				[undefined, 'undecided'],
			);
			assert.deepEqual((await syncOnce(simulator, { store, onConflict: 'overwrite' })).failures, []);
			oursAre(simulator);
		}));
});

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
		for (const { name, bytes } of pairNamed('a')) {
			const content = '#'.repeat(bytes.length);
			for (let at = 16; at < 30; at++) {
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

suite('what we do ourselves is no conflict', { concurrency: 4 }, () => {
	const changing = [
		{ 'list-modified': 'iso', 'list-version': 'counted', association: 'both' },
		{ 'list-modified': 'epoch', 'list-version': 'counted', association: 'one' },
		{ 'list-size': 'kib', 'list-version': 'counted' },
		{ 'list-size': 'text', 'stored-line-ends': 'crlf', 'list-modified': 'iso' },
	] as const;
	for (const switches of changing) {
		test(`with ${JSON.stringify(switches)} a second run has nothing to do, also after a link`, () =>
			onSimulator({ switches }, async simulator => {
				const store = memoryRecords();
				const { failures, conflicts } = await syncOnce(simulator, { store });
				assert.deepEqual([failures, conflicts], [[], []]);
				const again = await finished(simulator, { store });
				assert.deepEqual(again.statuses, ['unchanged', 'unchanged']);
				const [config, unattend] = [...again.second.files].map(({ id }) => id);
				await inSession(simulator, async client => {
					await linkStored(client, { unattend: unattend ?? '', config: undefined }, store);
					await linkStored(client, { unattend: unattend ?? '', config: config ?? '' }, store);
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
