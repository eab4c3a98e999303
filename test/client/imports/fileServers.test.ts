import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readFileServers } from '../../../client/imports/fileServers';

const entry = { serverId: '1', displayName: 'Depot', protocol: 'SFTP', address: '192.0.2.8', port: 22 };

suite('remote file servers of an appliance', () => {
	test('each has a name and an address', () => {
		assert.deepEqual(readFileServers({ result: 'success', messages: [], serverList: [entry] }), [
			{ id: '1', name: 'Depot', address: 'sftp://192.0.2.8:22' },
		]);
	});

	test('an array without a wrapping, and numbers as ids, are read', () => {
		assert.deepEqual(readFileServers([{ serverId: 7, address: 'depot.example.net' }]), [
			{ id: '7', name: 'depot.example.net', address: 'depot.example.net' },
		]);
	});

	test('a message beside the list is no server', () => {
		assert.deepEqual(
			readFileServers({ messages: [{ id: 'X' }], serverList: [entry] }).map(({ id }) => id),
			['1'],
		);
	});

	for (const odd of [undefined, null, 'text', {}, { serverList: 'none' }, [{ address: 'no id' }]]) {
		test(`${JSON.stringify(odd)} has none`, () => assert.deepEqual(readFileServers(odd), []));
	}
});
