import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { xclarity } from '../../support/product';

suite('what says which appliance, and who logs in', () => {
	const address = 'https://lxca.example.invalid';
	for (const [name, args, said] of [
		['an address without TLS', ['--server', 'http://10.255.255.1', '--user', 'USERID'], /is not encrypted/],
		['a port that there is not', ['--server', 'https://127.0.0.1:99999', '--user', 'USERID'], /must be a URL/],
		['a password in the address', ['--server', 'https://a:b@127.0.0.1:1', '--user', 'USERID'], /holds a user name/],
		['an empty name', ['--server', address, '--user', ''], /--user NAME is missing/],
		['no name', ['--server', address], /--user NAME is missing/],
	] as const)
		test(`${name} is wrong usage: nothing was asked of the network`, async () => {
			const { code, stdout, stderr } = await xclarity(['list', ...args], { environment: { XCLARITY_PASSWORD: 'x' } });
			assert.deepEqual([code, stdout], [2, ''], stderr);
			assert.match(stderr, said);
		});
});
