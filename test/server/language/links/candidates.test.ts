import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { candidatesFor } from '../../../../server/language/links/candidates';
import { node, vendorTable } from '../macros/macroTables';

suite('candidates', () => {
	const small = { uri: 'file:///small.json', rootName: 'small', nodes: [node('logpath', 0)] };
	const other = { uri: 'file:///other.json', rootName: 'other', nodes: [node('motd', 0)] };

	test('the file that declares most of the macros stands first, those that declare none are left out', () => {
		const text = '#server-settings.server0.locale# #common-ntpservers.ntpserver0# #logpath# #predefined.a.b# #x.y#';
		assert.deepEqual(
			candidatesFor(text, [
				{ table: small, path: 'small.json' },
				{ table: other, path: 'other.json' },
				{ table: vendorTable, path: '../site.json' },
			]),
			[
				{ uri: vendorTable.uri, path: '../site.json', declared: 3, used: 4 },
				{ uri: small.uri, path: 'small.json', declared: 1, used: 4 },
			],
		);
	});

	test('of equals the nearest stands first', () => {
		assert.deepEqual(
			candidatesFor('#logpath#', [
				{ table: small, path: '../b/small.json' },
				{ table: small, path: 'z.json' },
				{ table: small, path: 'a.json' },
			]).map(({ path }) => path),
			['a.json', 'z.json', '../b/small.json'],
		);
	});

	test('a misspelled macro speaks for its file', () => {
		const [best] = candidatesFor('#server_settings.server.locale#', [{ table: vendorTable, path: 'a.json' }]);
		assert.equal(best?.declared, 1);
	});
});
