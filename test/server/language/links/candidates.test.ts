import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { candidatesFor } from '../../../../server/language/links/candidates';
import { hostileLength } from '../../../support/thorough';
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

	test('thousands of macros are not looked for in each of many settings', () => {
		let looks = 0;
		const count = hostileLength(400, 2000);
		const nodes = Array.from({ length: count }, (_, index) => {
			const one = node(`setting${index}`, 0);
			return {
				...one,
				get name() {
					looks++;
					return one.name;
				},
			};
		});
		const text = Array.from(
			{ length: hostileLength(1500, 3000) },
			(_, index) => `#other${index}.name# #setting${index}.x#`,
		).join('\n');
		const wide = { uri: 'file:///wide.json', rootName: 'wide', nodes };
		const [found] = candidatesFor('#setting7#', [{ table: wide, path: 'wide.json' }]);
		assert.equal(found?.declared, 1);
		looks = 0;
		candidatesFor(text, [{ table: wide, path: 'wide.json' }]);
		// A few looks at each name for the macros that are looked up, not for all of thousands.
		assert.ok(looks < count * 200 * 10, `${looks} looks`);
	});

	test('a misspelled macro speaks for its file', () => {
		const [best] = candidatesFor('#server_settings.server.locale#', [{ table: vendorTable, path: 'a.json' }]);
		assert.equal(best?.declared, 1);
	});
});
