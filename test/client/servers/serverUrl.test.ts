import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readServerUrl } from '../../../client/servers/serverUrl';

suite('serverUrl', () => {
	for (const [typed, url] of [
		['lxca.example.net', 'https://lxca.example.net'],
		[' https://LXCA.example.net/ui/index.html ', 'https://lxca.example.net'],
		['10.0.0.7:8443', 'https://10.0.0.7:8443'],
		['[fe80::1]', 'https://[fe80::1]'],
		['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
	] as const) {
		test(`${typed} is ${url}`, () => assert.deepEqual(readServerUrl(typed), { url }));
	}

	for (const [typed, word] of [
		['', /URL/],
		['two words', /URL/],
		['ftp://lxca.example.net', /URL/],
		['http://lxca.example.net', /not encrypted/],
		['https://me:secret@lxca.example.net', /user name or password/],
	] as const) {
		test(`“${typed}” is refused with a sentence`, () => {
			const read = readServerUrl(typed);
			assert.match('problem' in read ? read.problem : '', word);
			assert.doesNotMatch(JSON.stringify(read), /secret/);
		});
	}
});
