import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Switches } from '../../../../server/simulator/switches';
import { type ApplianceSession, at, withAppliance } from '../applianceSession';

const config = { name: 'site.json', content: '{"name":"site","category":"dynamic","type":"assoc_array","content":[]}' };
const unattend = { name: 'rhel.cfg', content: 'text\n', os: 'rhels', osrelease: '9.4' };

/** A pair without association; the import check is off, so that any JSON will do. */
function withPair(
	switches: Partial<Switches>,
	use: (session: ApplianceSession, configId: string, unattendId: string) => Promise<void>,
): Promise<void> {
	return withAppliance({ switches: { 'import-check': 'off', ...switches } }, async session => {
		const configId = await session.importText('CONFIG', config);
		const unattendId = await session.importText('UNATTEND', unattend);
		await use(session, configId, unattendId);
	});
}

const put = ({ ask }: ApplianceSession, kind: 'CONFIG' | 'UNATTEND', id: string, body: unknown) =>
	ask('PUT', `/osImages/${encodeURIComponent(id)}?imageType=${kind}`, body);

const partners = async ({ list }: ApplianceSession) => [
	at(await list('customConfigFiles'), 0, 'associatedFileId'),
	at(await list('unattendFiles'), 0, 'associatedFileId'),
];

suite('PUT /osImages/{id}', () => {
	test('links, and takes the link away, on both sides', async () => {
		await withPair({}, async (session, configId, unattendId) => {
			const link = { associatedFileId: unattendId, customConfigFile: { description: 'now linked' } };
			assert.equal((await put(session, 'CONFIG', configId, link)).status, 200);
			assert.deepEqual(await partners(session), [unattendId, configId]);
			assert.equal(at(await session.list('customConfigFiles'), 0, 'description'), 'now linked');
			assert.equal((await put(session, 'UNATTEND', unattendId, { associatedFileId: '' })).status, 200);
			assert.deepEqual(await partners(session), ['', '']);
		});
	});

	test('leaves the link alone when it says nothing about it', async () => {
		await withPair({}, async (session, configId, unattendId) => {
			await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
			await put(session, 'UNATTEND', unattendId, { unattendFile: { content: 'graphical\n' } });
			assert.deepEqual(await partners(session), [unattendId, configId]);
			assert.equal(at(await session.list('unattendFiles'), 0, 'size'), 10);
		});
	});

	test('a new partner releases the old one', async () => {
		await withPair({}, async (session, configId, unattendId) => {
			const second = await session.importText('CONFIG', { ...config, name: 'second.json' });
			await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
			await put(session, 'UNATTEND', unattendId, { associatedFileId: second });
			assert.deepEqual(
				(await session.list('customConfigFiles')).map(entry => at(entry, 'associatedFileId')),
				['', unattendId],
			);
		});
	});

	test('one configuration file can serve many unattend files', async () => {
		await withPair({ 'list-association': 'associatedFileIds' }, async (session, configId, unattendId) => {
			const second = await session.importText('UNATTEND', { ...unattend, associatedFileId: configId });
			await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
			assert.deepEqual(at(await session.list('customConfigFiles'), 0, 'associatedFileIds'), [unattendId, second]);
		});
	});

	for (const [shown, textOf] of [
		['commas', (ids: readonly string[]) => ids.join(',')],
		['first', ([first]: readonly string[]) => first],
	] as const) {
		test(`list-association=${shown}: those that name a file are shown in the order of their import`, async () => {
			await withPair({ 'list-association': shown, association: 'one' }, async (session, configId, unattendId) => {
				const shownLink = async () => at(await session.list('customConfigFiles'), 0, 'associatedFileId');
				assert.equal(await shownLink(), '');
				const second = await session.importText('UNATTEND', { ...unattend, associatedFileId: configId });
				assert.equal(await shownLink(), second);
				await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
				assert.equal(await shownLink(), textOf([unattendId, second]));
			});
		});
	}

	test('wants an id of its kind, the object of a configuration file, and a partner of the other kind', async () => {
		await withPair({}, async (session, configId, unattendId) => {
			assert.equal((await put(session, 'CONFIG', unattendId, { customConfigFile: {} })).status, 404);
			assert.equal((await put(session, 'CONFIG', configId, { associatedFileId: unattendId })).status, 403);
			assert.equal((await put(session, 'UNATTEND', unattendId, { associatedFileId: unattendId })).status, 403);
			assert.deepEqual(await partners(session), ['', '']);
		});
	});

	const clearings: readonly (readonly [Switches['clear-association'], unknown, boolean])[] = [
		['empty-string', {}, false],
		['null', { associatedFileId: null }, true],
		['null', { associatedFileId: '' }, false],
		['absent', {}, true],
		['never', { associatedFileId: '' }, false],
	];
	for (const [answer, body, cleared] of clearings) {
		test(`clear-association=${answer}: ${JSON.stringify(body)} ${cleared ? 'clears' : 'keeps'} it`, async () => {
			await withPair({ 'clear-association': answer }, async (session, configId, unattendId) => {
				await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
				await put(session, 'UNATTEND', unattendId, body);
				assert.deepEqual(await partners(session), cleared ? ['', ''] : [unattendId, configId]);
			});
		});
	}

	test('put-association=inside reads the object of the file', async () => {
		await withPair({ 'put-association': 'inside' }, async (session, configId, unattendId) => {
			await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
			assert.deepEqual(await partners(session), ['', '']);
			await put(session, 'UNATTEND', unattendId, { unattendFile: { associatedFileId: configId } });
			assert.deepEqual(await partners(session), [unattendId, configId]);
		});
	});
});

suite('DELETE /osImages/{list}', () => {
	test('removes all of a list, and releases who is left', async () => {
		await withPair({}, async (session, configId, unattendId) => {
			await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
			assert.equal((await session.ask('DELETE', `/osImages/${configId}`, {})).status, 200);
			assert.equal(at(await session.list('unattendFiles'), 0, 'associatedFileId'), '');
			const another = await session.importText('CONFIG', { ...config, name: 'a,b c.json' });
			const list = [another, unattendId].map(encodeURIComponent).join(',');
			assert.equal((await session.ask('DELETE', `/osImages/${list}`)).status, 200);
			assert.deepEqual([await session.list('customConfigFiles'), await session.list('unattendFiles')], [[], []]);
		});
	});

	test('removes nothing when one of the list is not there', async () => {
		await withPair({}, async (session, configId) => {
			assert.equal((await session.ask('DELETE', `/osImages/${configId},20200101000000_no.json`)).status, 404);
			assert.equal((await session.list('customConfigFiles')).length, 1);
		});
	});

	test('delete-in-use=refused keeps a file that another one names, unless both go', async () => {
		await withPair({ 'delete-in-use': 'refused' }, async (session, configId, unattendId) => {
			await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
			assert.equal((await session.ask('DELETE', `/osImages/${configId}`)).status, 409);
			assert.equal((await session.ask('DELETE', `/osImages/${configId},${unattendId}`)).status, 200);
		});
	});

	test('delete-in-use=dangling leaves the id with the partner; delete-status=204 has no body', async () => {
		await withPair({ 'delete-in-use': 'dangling', 'delete-status': '204' }, async (session, configId, unattendId) => {
			await put(session, 'UNATTEND', unattendId, { associatedFileId: configId });
			const reply = await session.ask('DELETE', `/osImages/${configId}`, {});
			assert.deepEqual([reply.status, reply.text], [204, '']);
			assert.equal(at(await session.list('unattendFiles'), 0, 'associatedFileId'), configId);
		});
	});
});
