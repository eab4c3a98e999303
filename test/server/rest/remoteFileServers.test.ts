import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { usualPort } from '../../../server/rest/remoteFileServers';

suite('remote file servers', () => {
	test('a protocol has the port that is registered for it', () =>
		assert.deepEqual(usualPort, { HTTP: 80, HTTPS: 443, FTP: 21, SFTP: 22 }));
});
