import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Switches } from '../../../server/simulator/switches';
import { type ApplianceSession, at, type RawReply, withAppliance } from './applianceSession';

const config = { name: 'site.json', content: '{"a":1}\r\n', description: 'site' };
const unattend = { name: 'ks.cfg', content: 'text\r\n', os: 'rhels', osrelease: '9.4', description: 'kickstart' };

/** A pair that is linked both ways. */
const withPair = (
	switches: Partial<Switches>,
	use: (session: ApplianceSession, ids: { readonly config: string; readonly unattend: string }) => Promise<void>,
): Promise<void> =>
	withAppliance({ switches: { 'import-check': 'off', ...switches } }, async session => {
		const ids = {
			config: await session.importText('CONFIG', config),
			unattend: await session.importText('UNATTEND', unattend),
		};
		await put(session, ids.config, {
			associatedFileId: ids.unattend,
			customConfigFile: { content: 'x', description: 'site' },
		});
		await put(session, ids.unattend, { associatedFileId: ids.config });
		await use(session, ids);
	});

const put = ({ ask }: ApplianceSession, id: string, body: unknown): Promise<RawReply> =>
	ask('PUT', `/osImages/${id}?imageType=${id.endsWith('.cfg') ? 'UNATTEND' : 'CONFIG'}`, body);

/** `id -> id of its partner` of every file. */
const links = ({ simulator }: ApplianceSession): string[] =>
	simulator.truth().files.map(({ id, associatedFileId }) => `${id} -> ${associatedFileId ?? 'nothing'}`);

suite('what the deletion of a linked file does', () => {
	for (const [value, status, left] of [
		['allowed', 200, 'ks.cfg -> nothing'],
		['refused', 409, 'both'],
		['dangling', 200, 'ks.cfg -> site.json'],
		['cascades', 200, ''],
		['ignored', 200, 'both'],
	] as const) {
		test(value, () =>
			withPair({ 'delete-in-use': value }, async (session, ids) => {
				assert.equal((await session.ask('DELETE', `/osImages/${ids.config}`)).status, status);
				const seen = links(session).map(link => link.replace(/\d{14}_/g, ''));
				const both = ['site.json -> ks.cfg', 'ks.cfg -> site.json'];
				assert.deepEqual(seen, left === 'both' ? both : left === '' ? [] : [left]);
			}),
		);
	}

	test('an id that is not there is refused, or passed over', async () => {
		for (const [value, status] of [
			['404', 404],
			['ignored', 200],
		] as const) {
			await withPair({ 'delete-missing': value }, async ({ ask }) => {
				assert.equal((await ask('DELETE', '/osImages/nothing')).status, status);
			});
		}
	});
});

suite('what a PUT does', () => {
	test('with one partner for each file, a new one takes it away from whoever had it', () =>
		withPair({ association: 'exclusive' }, async (session, ids) => {
			const second = await session.importText('UNATTEND', { ...unattend, name: 'second.cfg' });
			await put(session, second, { associatedFileId: ids.config });
			assert.deepEqual(links(session), [
				...[`${ids.config} -> ${second}`, `${ids.unattend} -> nothing`, `${second} -> ${ids.config}`],
			]);
		}));

	test('without content it is refused where content is required', () =>
		withPair({ 'put-content': 'required', 'refusal-status': '400' }, async (session, ids) => {
			const reply = await put(session, ids.config, { customConfigFile: { description: 'new' } });
			assert.equal(reply.status, 400);
		}));

	for (const [value, description] of [
		['kept', 'site'],
		['cleared', ''],
	] as const) {
		test(`a description that is left out is ${value}`, () =>
			withPair({ 'put-missing': value }, async (session, ids) => {
				await put(session, ids.config, { customConfigFile: { content: '{}' } });
				assert.equal(session.simulator.truth().files[0]?.description, description);
			}));
	}

	for (const [value, status, text] of [
		['json', 200, /success/],
		['204', 204, /^$/],
		['empty', 200, /^$/],
	] as const) {
		test(`is answered by ${value}`, () =>
			withPair({ 'put-reply': value }, async (session, ids) => {
				const reply = await put(session, ids.unattend, { unattendFile: { content: 'x' } });
				assert.equal(reply.status, status);
				assert.match(reply.text, text);
			}));
	}
});

suite('what an entry shows', () => {
	test('of a KiB that is only begun, a whole one', () =>
		withAppliance({ switches: { 'import-check': 'off', 'list-size': 'kib' } }, async ({ importText, list }) => {
			for (const bytes of [1024, 1025])
				await importText('UNATTEND', { ...unattend, name: `${bytes}.cfg`, content: 'x'.repeat(bytes) });
			const entries = await list('unattendFiles');
			const sizes = entries.map(entry => at(entry, 'size'));
			assert.deepEqual(sizes, [1, 2]);
		}));

	const shown: readonly (readonly [Partial<Switches>, string, unknown])[] = [
		[{ 'list-size': 'kib' }, 'size', 1],
		[{ 'list-size': 'text' }, 'size', '6 B'],
		[{ 'list-size': 'no' }, 'size', undefined],
		[{ 'stored-line-ends': 'lf' }, 'size', 5],
		[{ 'list-description': 'hidden' }, 'description', undefined],
		[{ 'list-description': 'dropped' }, 'description', undefined],
		[{ 'list-version': 'counted' }, 'version', '2'],
		[{ 'list-modified': 'iso' }, 'lastModified', '2026-01-31T05:43:12Z'],
		[{ 'list-modified': 'epoch' }, 'modificationTime', Date.UTC(2026, 0, 31, 5, 43, 12)],
		[{ 'list-content': 'yes' }, 'content', 'text\r\n'],
		[{ 'file-id': 'digits' }, 'id', '9'],
		[{ 'file-id': 'number' }, 'id', 9],
	];
	for (const [switches, key, value] of shown) {
		test(JSON.stringify(switches), () =>
			withAppliance({ switches: { 'import-check': 'off', ...switches } }, async ({ importText, ask, list }) => {
				const id = await importText('CONFIG', config);
				await importText('UNATTEND', unattend);
				await ask('PUT', `/osImages/${id}?imageType=CONFIG`, {
					associatedFileId: String(at(await list('unattendFiles'), 0, 'id')),
					customConfigFile: {},
				});
				assert.deepEqual(at(await list('unattendFiles'), 0, key), value);
			}),
		);
	}
});

suite('announced sizes', () => {
	for (const [value, status, state] of [
		['refused', 403, 'Pending'],
		['in-job', 200, 'Stopped_With_Error'],
		['ignored', 200, 'Complete'],
	] as const) {
		test(`that are wrong: ${value}`, () =>
			withAppliance({ switches: { 'announced-size': value } }, async ({ ask, upload, pass }) => {
				await ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init', fileSize: '4' });
				const reply = await upload('jobId=1&imageName=ks.cfg&imageType=UNATTEND&os=rhels', 'text\n');
				pass(1000);
				assert.deepEqual([reply.status, (await ask('GET', '/tasks/1')).at(0, 'status')], [status, state]);
			}));
	}

	test('are compared in an import by content, too', () =>
		withAppliance({}, async ({ ask }) => {
			const target = '/osImages?imageType=UNATTEND&importByContent=true';
			assert.equal((await ask('POST', target, { ...unattend, fileSize: '5' })).status, 403);
			assert.equal((await ask('POST', target, { ...unattend, fileSize: '6' })).status, 200);
		}));
});

test('a file job keeps bytes that are no text', () =>
	withAppliance({}, async ({ ask, upload, pass, simulator }) => {
		const bytes = Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0xe9, 0x0d, 0x0a, 0x00]);
		await ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init', fileSize: '8' });
		await upload('jobId=1&imageName=answers.xml&imageType=UNATTEND&os=win', bytes);
		pass(1000);
		assert.deepEqual(simulator.truth().files[0]?.bytes, bytes);
	}));
