import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readServerAddress } from '../../../server/rest/serverAddress';
import { XClarityError } from '../../../server/rest/xclarityError';

suite('server address', () => {
	test('scheme, host and port are what is kept', () => {
		assert.deepEqual(readServerAddress(' https://LXCA.example.com/ui/index.html?a#b '), {
			origin: 'https://lxca.example.com',
			hostname: 'lxca.example.com',
			port: 443,
			secure: true,
			label: 'lxca.example.com:443',
		});
		assert.deepEqual(readServerAddress('https://[::1]:8443'), {
			origin: 'https://[::1]:8443',
			hostname: '::1',
			port: 8443,
			secure: true,
			label: '[::1]:8443',
		});
	});

	test('without encryption this machine alone can be reached', () => {
		for (const url of ['http://127.0.0.1:8080', 'http://127.9.9.9', 'http://localhost', 'http://[::1]']) {
			assert.equal(readServerAddress(url).secure, false);
		}
		for (const url of ['http://lxca', 'http://192.0.2.1', 'http://127.example.com', 'http://localhost.example.com']) {
			assert.throws(() => readServerAddress(url), { kind: 'untrusted', message: /is not encrypted.*Use https:/ });
		}
	});

	test('the address that is to be used keeps the port', () => {
		for (const [given, proposed] of [
			['http://10.1.1.1:8080/ui', 'https://10.1.1.1:8080'],
			['http://lxca', 'https://lxca'],
			['http://[2001:db8::1]:81', 'https://[2001:db8::1]:81'],
		] as const)
			assert.throws(
				() => readServerAddress(given),
				({ message }: Error) => message.endsWith(`Use ${proposed}.`),
			);
	});

	test('what is no address is refused', () => {
		for (const text of ['', 'lxca.example.com', 'ftp://lxca', 'https://', 'javascript:alert(1)']) {
			assert.throws(() => readServerAddress(text), XClarityError, text);
		}
	});

	test('a password in the address is refused and not repeated', () => {
		assert.throws(
			() => readServerAddress('https://me:secret@lxca'),
			(error: Error) => /holds a user name or password/.test(error.message) && !error.message.includes('secret'),
		);
	});
});
