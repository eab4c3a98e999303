import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { at, withAppliance } from '../applianceSession';

const query = 'jobId=1&imageName=rhel.cfg&imageType=UNATTEND&os=rhels&osrelease=9.4';

suite('upload of a file', () => {
	test('is for the user who made the job, in any session', async () => {
		await withAppliance({}, async ({ ask, upload }) => {
			await ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init' });
			const other = await upload(query, 'text\n', 'OSADMIN');
			assert.deepEqual([other.status, other.at('messages', 0, 'id')], [403, 'FQXHMFC9020M']);
			assert.equal((await upload(query, 'text\n')).status, 200);
		});
	});

	test('goes to a job that exists, waits, and is of its kind', async () => {
		await withAppliance({}, async ({ ask, upload, list, pass }) => {
			await ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init' });
			assert.equal((await upload(query.replace('jobId=1', 'jobId=9'), 'text\n')).status, 404);
			assert.equal((await upload(query.replace('UNATTEND', 'SCRIPT'), 'text\n')).status, 403);
			assert.equal((await upload(query, '')).status, 403);
			assert.equal((await upload(query, 'text\n')).status, 200);
			assert.equal((await upload(query, 'text\n')).status, 403);
			pass(1000);
			assert.equal((await list('unattendFiles')).length, 1);
		});
	});

	test('second-upload=accepted makes a second file in a job of its own', async () => {
		await withAppliance({ switches: { 'second-upload': 'accepted' } }, async ({ ask, upload, list, pass }) => {
			await ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init' });
			await upload(query, 'text\n');
			assert.equal((await upload(query, 'text\n')).status, 200);
			pass(1000);
			assert.equal((await list('unattendFiles')).length, 2);
		});
	});

	test('a cancelled job takes nothing, and leaves nothing', async () => {
		await withAppliance({}, async ({ ask, upload, list, pass }) => {
			await ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init' });
			await upload(query, 'text\n');
			const cancel = await ask('PUT', '/tasks', { action: 'cancel', list: ['1'] });
			assert.deepEqual([cancel.status, cancel.text], [200, '']);
			pass(1000);
			assert.deepEqual(await list('unattendFiles'), []);
			assert.equal((await upload(query, 'text\n')).status, 403);
		});
	});

	test('bytes arrive unchanged', async () => {
		await withAppliance({ switches: { 'list-content': 'yes' } }, async ({ ask, upload, list, pass }) => {
			const text = 'lang de_DE\r\n# „Ümlaut“ 🐧\n\n--no boundary--\r\n';
			await ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init' });
			await upload(query, text);
			pass(1000);
			assert.equal(at(await list('unattendFiles'), 0, 'content'), text);
		});
	});

	test('an image is counted, not kept, and fits only so often', async () => {
		await withAppliance({ switches: { 'image-limit': 1 } }, async ({ ask, upload, list, pass }) => {
			const image = (job: number): string => `jobId=${job}&imageName=rhel.iso&imageType=OS&os=rhels&osrelease=9.4`;
			await ask('POST', '/osImages', { Action: 'Init', fileSize: '3000000' });
			await upload(image(1), Buffer.alloc(3_000_000));
			pass(1000);
			const [entry] = await list('items');
			assert.equal(at(entry, 'size'), 3_000_000);
			assert.equal(at(entry, 'profiles', 0, 'id'), 'rhels9.4|rhels9.4-x86_64-install-Basic');
			await ask('POST', '/osImages', { Action: 'Init' });
			const full = await upload(image(2), 'x');
			assert.equal(full.at('messages', 0, 'id'), 'FQXHMFC0057M');
		});
	});

	test('a remote import names a server that is known', async () => {
		await withAppliance({}, async ({ ask, list, pass }) => {
			await ask('POST', '/osImages?imageType=UNATTEND', { Action: 'Init' });
			const target = `/files/osImages?${query}`;
			assert.equal((await ask('POST', target, { serverId: '1', path: 'dir/rhel.cfg' })).status, 404);
			const server = { protocol: 'SFTP', port: 22, address: '192.0.2.1', displayName: 'files', password: 'secret' };
			assert.equal((await ask('POST', '/osImages/remoteFileServers', server)).status, 200);
			assert.equal((await ask('POST', target, { serverId: '1', path: 'dir/rhel.cfg' })).status, 200);
			pass(1000);
			assert.equal(at(await list('unattendFiles'), 0, 'name'), 'rhel.cfg');
		});
	});
});
