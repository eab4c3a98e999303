import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { withAppliance } from '../applianceSession';

const target = '/osImages/remoteFileServers';
const server = {
	protocol: 'SFTP',
	port: 22,
	address: '192.0.2.1',
	displayName: 'files',
	username: 'u',
	password: 'pw',
};

suite('remote file servers', () => {
	test('are added, shown without their password, changed and deleted', async () => {
		await withAppliance({}, async ({ ask }) => {
			assert.equal((await ask('POST', target, server)).status, 200);
			const shown = await ask('GET', `${target}/1`);
			assert.deepEqual([shown.at('displayName'), shown.at('port'), shown.at('password')], ['files', 22, undefined]);
			assert.equal((await ask('PUT', `${target}/1`, { port: 2222 })).status, 200);
			assert.equal((await ask('GET', target)).at('serverList', 0, 'port'), 2222);
			assert.equal((await ask('DELETE', `${target}/1`)).status, 200);
			assert.equal((await ask('GET', `${target}/1`)).status, 404);
		});
	});

	test('need a name of their own and all that is required', async () => {
		await withAppliance({}, async ({ ask }) => {
			await ask('POST', target, server);
			assert.equal((await ask('POST', target, server)).status, 400);
			assert.equal((await ask('POST', target, { ...server, displayName: 'b', protocol: 'TFTP' })).status, 400);
			assert.equal((await ask('POST', target, { ...server, displayName: 'b', port: undefined })).status, 400);
			assert.equal((await ask('GET', target)).at('serverList', 'length'), 1);
		});
	});
});
