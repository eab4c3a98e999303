import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readRemoteFileServers, usualPort } from '../../../server/rest/remoteFileServers';

suite('remote file servers', () => {
	test('a protocol has the port that is registered for it', () =>
		assert.deepEqual(usualPort, { HTTP: 80, HTTPS: 443, FTP: 21, SFTP: 22 }));

	test('one without an id is left out: nothing can be fetched from it', () => {
		const serverList = [{ serverId: '7', displayName: 'depot' }, { displayName: 'other' }];
		assert.deepEqual(
			readRemoteFileServers({ result: 'success', serverList }).map(({ id, name }) => `${id} ${name}`),
			['7 depot'],
		);
	});
});
