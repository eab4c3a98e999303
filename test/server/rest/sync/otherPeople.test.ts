import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import type { SimulatorOptions } from '../../../../server/simulator/simulator';
import { sampled } from '../../../support/thorough';
import { older, oursAre, silent } from './besideOthers';
import { anUnattend, aPair, finished, inSession, onSimulator, type SyncSetup, syncOnce } from './pairOnSimulator';

const theirs = { kind: 'UNATTEND', name: anUnattend.name, content: 'theirs\n', description: '' } as const;

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

/** Numbers of requests before which somebody else does something: each of them with the evidence. */
const moments = (first: number, last: number): readonly number[] =>
	sampled(
		Array.from({ length: last - first + 1 }, (_, index) => first + index),
		18,
	);

suite('an upload beside other people', { concurrency: 4 }, () => {
	for (const [name, options] of [
		['where descriptions are shown', {}],
		['where nothing tells files of a name apart', { switches: silent }],
	] as const) {
		test(`somebody imports the same name at any moment, ${name}: their file stays as it is, and is named`, async () => {
			const count = await lengthOf(options);
			for (const at of moments(2, count)) {
				const secondPerson = [{ before: `#${at}`, do: 'import', file: theirs }];
				await onSimulator({ ...options, secondPerson }, async simulator => {
					if (at === 2) {
						// The plan has it as a conflict.
						await assert.rejects(syncOnce(simulator), RangeError);
						assert.deepEqual(
							simulator.truth().files.map(({ bytes }) => bytes?.toString()),
							['theirs\n'],
						);
						return;
					}
					const { failures, conflicts } = await syncOnce(simulator);
					const asked = simulator.requests.length;
					const [their] = simulator.truth().files.filter(({ importedBy }) => importedBy !== 'USERID');
					// Jobs are looked at more or less often: this run had fewer requests.
					if (!their) return assert.ok(at > asked, `at ${at}`);
					assert.equal(their.bytes?.toString(), 'theirs\n', `at ${at}`);
					const said = [...failures.map(({ message }) => message), ...conflicts].join('\n');
					// When it is too late to see it, it is not named.
					if (at < asked) assert.ok(said.includes(their.id), `at ${at}: ${said}`);
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
		for (const at of moments(3, count - 1)) {
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

	test('an import that was done is not repeated under the other word for its type', async () => {
		for (const fault of sampled(['gateway=502', 'gateway=503', 'gateway=504', 'drop-after', '503'], 5)) {
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

	test('our import whose answer was lost, and which somebody has edited since, is neither removed nor overwritten', async () => {
		for (const [name, switches, edit] of sampled(
			[
				['by its content', { 'list-content': 'yes' }, 'tang #server-settings.server0.locale#\n'],
				['by its size', {}, 'another text\n'],
			] as const,
			2,
		)) {
			await onSimulator(
				{
					switches: { ...switches, 'content-import': 'at-once' },
					faults: ['drop-after@POST /osImages#2'],
					secondPerson: [{ after: 'POST /osImages#2', do: 'edit', file: { name: anUnattend.name }, content: edit }],
				},
				async simulator => {
					const store = memoryRecords();
					const textOf = (): string | undefined =>
						simulator
							.truth()
							.files.find(file => file.name === anUnattend.name)
							?.bytes?.toString();
					const { failures } = await syncOnce(simulator, { store });
					assert.equal(textOf(), edit, name);
					assert.match(failures[0]?.message ?? '', new RegExp(`_${anUnattend.name}`), name);
					simulator.setFaults([]);
					// The plan has the conflict.
					await assert.rejects(syncOnce(simulator, { store }), RangeError, name);
					assert.equal(textOf(), edit, name);
					assert.deepEqual((await syncOnce(simulator, { store, onConflict: 'overwrite' })).failures, [], name);
					oursAre(simulator);
				},
			);
		}
	});

	test('our import whose answer was lost, and which only its content shows, is taken up and named once', () =>
		onSimulator(
			{
				switches: { 'list-content': 'yes', 'list-description': 'hidden', 'job-result': 'no', 'file-id': 'random' },
				faults: ['drop-after@POST /osImages#2'],
			},
			async simulator => {
				const store = memoryRecords();
				const first = await syncOnce(simulator, { store });
				const their = simulator.truth().files.find(({ name }) => name === anUnattend.name);
				assert.ok(their && first.failures[0]?.message.includes(their.id), first.failures[0]?.message);
				simulator.setFaults([]);
				const second = await syncOnce(simulator, { store });
				assert.match(second.conflicts.join(), new RegExp(`${their.id} .* nothing else tells whose it is`));
				assert.deepEqual((await syncOnce(simulator, { store })).conflicts, []);
				oursAre(simulator);
			},
		));
});
