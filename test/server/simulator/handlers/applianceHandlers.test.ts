import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { withAppliance } from '../applianceSession';

suite('global settings', () => {
	test('are changed key by key', async () => {
		await withAppliance({}, async ({ ask }) => {
			assert.equal((await ask('PUT', '/osdeployment/globalSettings', { isVLANMode: true })).status, 200);
			const settings = await ask('GET', '/osdeployment/globalSettings');
			assert.deepEqual(
				[settings.at('globalSetting', 'isVLANMode'), settings.at('globalSetting', 'ipAssignment')],
				[true, 'dhcpv4'],
			);
		});
	});
});

test('version information needs a log-in', async () => {
	await withAppliance({}, async ({ ask }) => {
		assert.equal((await ask('GET', '/aicc')).at('appliance', 'status'), 'Normal');
		assert.equal((await ask('GET', '/aicc', undefined, 'NOBODY')).status, 401);
	});
});
