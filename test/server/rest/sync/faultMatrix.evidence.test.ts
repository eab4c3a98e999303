import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { describeFaults } from '../../../../server/simulator/faultTable';
import type { Simulator } from '../../../../server/simulator/simulator';
import { tlsServer } from '../../../support/tlsServer';
import {
	aConfig,
	anUnattend,
	aPair,
	everyTextIn,
	everyTextOf,
	finished,
	linkedPair,
	onSimulator,
	type SyncSetup,
	secretForms,
	sideBySide,
	syncOnce,
} from './pairOnSimulator';

/** Milliseconds after which a cell hangs. */
const longest = 20_000;

/** Those that differ in what they leave behind; the first two roads meet all the others as well. */
const severest = [
	'401',
	'500',
	'refuse',
	'redirect',
	'drop-before',
	'drop-after',
	'truncated',
	'stuck-job',
	'failed-job',
];

/** A road to upload a pair, each with what is there before. */
const roads: Readonly<
	Record<string, { readonly setup: SyncSetup; readonly before?: SyncSetup; readonly faults?: readonly string[] }>
> = {
	'by content': { setup: { method: 'content' } },
	'by file job': { setup: { method: 'file' } },
	'in place of an older pair': {
		setup: {},
		faults: severest,
		before: {
			files: [
				{ ...aConfig, bytes: Buffer.from('{"older":1}') },
				{ ...anUnattend, bytes: Buffer.from('older\n') },
			],
		},
	},
	'a new configuration file for an unattend file that stays': {
		setup: {},
		faults: severest,
		before: { files: [{ ...aConfig, bytes: Buffer.from('{"older":1}') }, anUnattend] },
	},
};

async function withinTime<T>(what: string, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`${what} hangs`)), longest);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The upload under the fault, then once more without; what is on the appliance in the end. */
async function cell(simulator: Simulator, fault: string, { setup, before }: (typeof roads)[string]): Promise<string> {
	const told: string[] = [];
	const store = memoryRecords();
	const run = (more: SyncSetup) => syncOnce(simulator, { store, told: line => told.push(line), ...more });
	if (before) await run({ ...setup, ...before });
	simulator.setFaults([fault]);
	let error = 'none';
	try {
		const { failures } = await run(setup);
		for (const failure of failures) told.push(everyTextOf(failure));
		error = failures.map(({ message }) => message).join();
	} catch (failure) {
		assert.ok(failure instanceof Error && failure.name !== 'TypeError', String(failure));
		told.push(everyTextOf(failure));
		error = failure.message;
	}
	simulator.setFaults([]);
	const { second, statuses, links } = await finished(simulator, { ...setup, store });
	assert.deepEqual(second.failures.map(String), [], `the second run after: ${error}`);
	assert.deepEqual(links, linkedPair, error);
	assert.deepEqual(statuses, ['unchanged', 'unchanged'], error);
	const texts = [...told, everyTextIn(store), JSON.stringify(simulator.requests)].join('\n');
	for (const secret of secretForms) assert.ok(!texts.includes(secret), `${secret} is told`);
	return error;
}

suite('every fault at every request of the upload of a pair', () => {
	for (const [name, road] of Object.entries(roads)) {
		test(`${name}: once more without fault, and both are there, linked, and nothing else`, async () => {
			await using elsewhere = await tlsServer();
			const count = await onSimulator({}, async simulator => {
				const store = memoryRecords();
				if (road.before) await syncOnce(simulator, { store, ...road.setup, ...road.before });
				const earlier = simulator.requests.length;
				await syncOnce(simulator, { store, ...road.setup });
				return simulator.requests.length - earlier;
			});
			assert.ok(count >= 8, `${count} requests`);
			const values: Readonly<Record<string, string>> = { redirect: `=${elsewhere.url}/`, slow: '=15' };
			const kinds = describeFaults().filter(
				({ name: kind }) => kind !== 'wrong-certificate' && (road.faults?.includes(kind) ?? true),
			);
			const cells = kinds.flatMap(({ name: kind }) =>
				Array.from({ length: count }, (_, at) => `${kind}${values[kind] ?? ''}#${at + 1}`),
			);
			const broken: string[] = [];
			await sideBySide(
				cells.map(fault => async () => {
					try {
						await onSimulator({}, simulator => withinTime(fault, cell(simulator, fault, road)));
					} catch (error) {
						broken.push(`${fault}: ${error instanceof Error ? error.message : String(error)}`);
					}
				}),
			);
			assert.deepEqual(broken, []);
			assert.equal(elsewhere.connections(), 0);
		});
	}

	for (const flaw of ['changed', 'expired', 'other-host']) {
		test(`a certificate that is ${flaw} gets no request`, () =>
			onSimulator({ isPlain: false, faults: [`wrong-certificate=${flaw}`] }, async simulator => {
				// A pinned certificate is accepted whatever else is wrong with it; a changed one never.
				if (flaw !== 'changed') return assert.equal((await syncOnce(simulator)).failures.length, 0);
				await assert.rejects(syncOnce(simulator), /not the pinned one/);
				assert.equal(simulator.requests.length, 0);
			}));
	}

	test('a job that never ends is stopped, and its file is not there', () =>
		onSimulator({ faults: ['stuck-job#3'] }, async simulator => {
			const { failures, files } = await syncOnce(simulator, { files: aPair });
			assert.equal(files.length, 0);
			assert.match(failures[0]?.message ?? '', /has not moved.*Nothing of this upload is left/);
		}));
});
