import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readRemoteFileServers, remoteFileServers, usualPort } from '../../../server/rest/remoteFileServers';
import type { XClarityClient } from '../../../server/rest/xclarityClient';

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

	test('an answer without a list is not taken for an empty one', async () => {
		const listedIn = (body: unknown) => {
			const client: Pick<XClarityClient, 'host' | 'read'> = { host: 'lab', read: async () => body };
			return remoteFileServers(client);
		};
		for (const none of [[], { serverList: [] }, { serverList: null }]) assert.deepEqual(await listedIn(none), []);
		for (const odd of [undefined, null, 'text', {}, { serverList: 'none' }, { messages: [] }])
			await assert.rejects(listedIn(odd), { kind: 'unexpected' });
	});
});
