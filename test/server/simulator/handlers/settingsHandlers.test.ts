import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { withAppliance } from '../applianceSession';

const setting = { category: 'static', common: true, name: 'motd', optional: false, type: 'string', value: 'hi' };
const config = { category: 'dynamic', name: 'mini', type: 'assoc_array', optional: false, content: [setting] };
const valid = [{ customConfigValues: config }];
const broken = [{ customConfigValues: '{\n\t"name": "mini",\n\t"name" "mini"\n}' }];

suite('POST /osImages/customSettings', () => {
	test('lists the macros of a valid file', async () => {
		await withAppliance({}, async ({ ask }) => {
			const reply = await ask('POST', '/osImages/customSettings', valid);
			assert.deepEqual(reply.body, { customMacros: ['motd'], result: 'success', messages: [] });
			assert.equal((await ask('POST', '/osImages/customSettings', valid[0])).status, 200);
		});
	});

	test('reports errors with their places, and imports nothing', async () => {
		await withAppliance({}, async ({ ask }) => {
			const reply = await ask('POST', '/osImages/customSettings', broken);
			assert.deepEqual([reply.status, reply.at('result')], [200, 'failed']);
			assert.equal(reply.at('errorReport', 0, 'line'), 3);
			assert.deepEqual((await ask('GET', '/osImages')).at('customConfigFiles'), []);
		});
	});

	test('an operator may ask', async () => {
		await withAppliance({}, async ({ ask }) => {
			assert.equal((await ask('POST', '/osImages/customSettings', valid, 'OPERATOR')).status, 200);
		});
	});

	test('the forms of the reply can be switched', async () => {
		const switches = { 'settings-macros': 'objects', 'settings-report': 'text', 'settings-status': '400' } as const;
		await withAppliance({ switches }, async ({ ask }) => {
			const good = await ask('POST', '/osImages/customSettings', valid);
			assert.deepEqual(good.at('customMacros'), [{ macroName: 'motd' }]);
			const bad = await ask('POST', '/osImages/customSettings', broken);
			assert.equal(bad.status, 400);
			assert.match(String(bad.at('errorReport')), /^Line 3, column \d+: /);
		});
		await withAppliance(
			{ switches: { 'settings-macros': 'hashes', 'settings-report': 'strings' } },
			async ({ ask }) => {
				assert.deepEqual((await ask('POST', '/osImages/customSettings', valid)).at('customMacros'), ['#motd#']);
				assert.match(String((await ask('POST', '/osImages/customSettings', broken)).at('errorReport', 0)), /^Line 3/);
			},
		);
	});

	test('settings-body decides on the array around the object', async () => {
		await withAppliance({ switches: { 'settings-body': 'array' } }, async ({ ask }) => {
			assert.equal((await ask('POST', '/osImages/customSettings', valid)).status, 200);
			assert.equal((await ask('POST', '/osImages/customSettings', valid[0])).status, 403);
		});
		await withAppliance({ switches: { 'settings-body': 'object' } }, async ({ ask }) => {
			assert.equal((await ask('POST', '/osImages/customSettings', valid)).status, 403);
		});
	});
});
