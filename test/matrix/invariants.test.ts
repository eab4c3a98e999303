import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Truth } from '../../server/simulator/truth';
import { type ApplianceSession, exchange, withAppliance } from '../server/simulator/applianceSession';
import type { Check } from './checkedCase';
import { violationsOf } from './invariants';
import type { WantedFile } from './scenarios';

const wanted: WantedFile = {
	kind: 'UNATTEND',
	name: 'ks.cfg',
	bytes: Buffer.from('ours\n'),
	description: 'made by us',
	partners: [],
};
const asked = { name: 'ks.cfg', content: 'ours\n', description: 'made by us', os: 'rhels', osrelease: '9.4' };
const theirs = { kind: 'UNATTEND', name: 'their.cfg', content: 'theirs\n' } as const;

const snapshot = ({ simulator }: ApplianceSession): Truth => {
	const truth = simulator.truth();
	return { ...truth, history: [...truth.history] };
};

/** What the checks say of a client that does this and then exits with that code and these words. */
async function verdict(
	harm: (session: ApplianceSession) => Promise<unknown>,
	{
		code = 0,
		text = '',
		before = () => undefined,
		scenario = {},
		expected = 'anything',
	}: {
		readonly code?: number;
		readonly text?: string;
		readonly before?: (session: ApplianceSession) => unknown;
		readonly scenario?: Partial<Check['scenario']>;
		readonly expected?: Check['expected'];
	} = {},
): Promise<string[]> {
	let words: string[] = [];
	await withAppliance({ dialect: 'vendor', switches: { 'content-import': 'job' } }, async session => {
		await before(session);
		const run = { before: snapshot(session), outcome: { code, text }, command: [], records: [] };
		await harm(session);
		const check: Check = {
			scenario: { wanted: [wanted], ...scenario },
			dialect: 'vendor',
			begun: 0,
			expected,
			run: { ...run, after: snapshot(session) },
		};
		words = violationsOf(check).map(violation => violation.split(':')[0] ?? '');
	});
	return words;
}

const importOurs = ({ importText }: ApplianceSession) => importText('UNATTEND', asked);
const importTheirs = ({ simulator }: ApplianceSession) => simulator.actNow({ do: 'import', file: theirs });
const idOf = ({ simulator }: ApplianceSession, name: string): string =>
	encodeURIComponent(simulator.truth().files.find(file => file.name === name)?.id ?? '');
const remove = (session: ApplianceSession, name: string) => session.ask('DELETE', `/osImages/${idOf(session, name)}`);

suite('the checks of the matrix see', () => {
	test('nothing where everything is as asked', async () => {
		assert.deepEqual(await verdict(importOurs), []);
	});

	test('exit 0 without the file', async () => {
		assert.deepEqual(await verdict(async () => undefined), ['lie']);
	});

	test('one byte too many, and another description', async () => {
		const importAs = (more: object) => verdict(({ importText }) => importText('UNATTEND', { ...asked, ...more }));
		assert.deepEqual(await importAs({ content: 'ours\n\n' }), ['lie', 'extra']);
		assert.deepEqual(await importAs({ description: 'marked' }), ['lie', 'extra']);
	});

	test('two copies', async () => {
		assert.deepEqual(
			await verdict(async session => {
				await importOurs(session);
				await importOurs(session);
			}),
			['twice'],
		);
	});

	test('a partner that is not named', async () => {
		const linked = { ...wanted, partners: ['site.json'] };
		assert.deepEqual(await verdict(importOurs, { scenario: { wanted: [linked] } }), ['link']);
	});

	test('a session and a job that are left', async () => {
		const log = (session: ApplianceSession) =>
			exchange(session.simulator, ['POST', '/sessions'], { body: '{"UserId":"USERID","password":"Passw0rd"}' });
		assert.deepEqual(await verdict(log, { code: 3, text: 'failed' }), ['session']);
		const announce = ({ ask }: ApplianceSession) => ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init' });
		assert.deepEqual(await verdict(announce, { code: 3, text: 'failed' }), ['job']);
	});

	test('a file of somebody else that is removed or changed, unless the run has named it', async () => {
		const removed = (session: ApplianceSession) => remove(session, 'their.cfg');
		const changed = (session: ApplianceSession) =>
			session.ask('PUT', `/osImages/${idOf(session, 'their.cfg')}?imageType=UNATTEND`, {
				customUnattendFile: { content: 'spoiled' },
			});
		const failed = { code: 3, before: importTheirs };
		assert.deepEqual(await verdict(removed, { ...failed, text: 'failed' }), ['theirs-removed']);
		assert.deepEqual(await verdict(changed, { ...failed, text: 'failed' }), ['theirs-changed']);
		assert.deepEqual(await verdict(removed, { ...failed, text: 'their.cfg is gone' }), []);
	});

	test('an edit of somebody else that was shown, and is lost', async () => {
		const edit = { do: 'edit', file: { name: 'ks.cfg' }, content: 'edited by them\n' };
		const blind = async (session: ApplianceSession) => {
			session.simulator.actNow(edit);
			await remove(session, 'ks.cfg');
		};
		const seeing = async (session: ApplianceSession) => {
			session.simulator.actNow(edit);
			await session.list('unattendFiles');
			await remove(session, 'ks.cfg');
		};
		const failed = { code: 3, text: 'failed', before: importOurs };
		assert.deepEqual(await verdict(seeing, failed), ['their-edit-lost']);
		// It came between the last look and the request: nobody could know.
		assert.deepEqual(await verdict(blind, failed), []);
	});

	test('a replaced file that is neither there as it was nor as it is to be', async () => {
		const replaced = { scenario: { replaced: [{ ...wanted, bytes: Buffer.from('old\n') }] } };
		assert.deepEqual(await verdict(async () => undefined, { ...replaced, code: 3, text: 'failed' }), ['lost']);
	});

	test('silence, a crash, and a run that does not end well', async () => {
		const nothing = async (): Promise<void> => undefined;
		assert.deepEqual(await verdict(nothing, { code: 3 }), ['silent']);
		assert.deepEqual(await verdict(nothing, { code: 70, text: 'TypeError' }), ['crash']);
		assert.deepEqual(await verdict(nothing, { code: 3, text: 'failed', expected: 'success' }), ['stuck']);
		const conflict = { code: 1, expected: 'success or conflict' } as const;
		assert.deepEqual(await verdict(nothing, { ...conflict, text: 'a conflict' }), ['unnamed']);
		assert.deepEqual(await verdict(nothing, { ...conflict, text: 'ks.cfg was changed' }), []);
	});
});
