import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { simulatedHost } from '../../../../server/simulator/handlers/hostHandlers';
import { type ApplianceSession, withAppliance } from '../applianceSession';

async function withImage({ ask, upload, pass }: ApplianceSession): Promise<void> {
	await ask('POST', '/osImages', { Action: 'Init' });
	await upload('jobId=1&imageName=rhel.iso&imageType=OS&os=rhels&osrelease=9.4', 'bytes');
	pass(1000);
}

const selectedImage = 'rhels9.4|rhels9.4-x86_64-install-Basic';

suite('the servers', () => {
	test('offer the profiles of the images, and a deployment is a job that ends', () =>
		withAppliance({}, async session => {
			const { ask, pass } = session;
			await withImage(session);
			const before = (await ask('GET', '/hostPlatforms')).at('items', 0, 'availableImages', 0);
			assert.deepEqual(before, { label: 'rhels9.4-x86_64-install-Basic', selected: false, value: selectedImage });
			const reply = await ask('PUT', '/hostPlatforms', [{ uuid: simulatedHost, selectedImage }]);
			pass(1000);
			const task = await ask('GET', `/tasks/${reply.at('jobId')}`);
			assert.deepEqual([reply.status, task.at(0, 'status')], [200, 'Complete']);
			assert.equal((await ask('GET', '/hostPlatforms')).at('items', 0, 'availableImages', 0, 'selected'), true);
		}));

	test('refuse an order that is no array, an unknown server, profile or file, and a user who may only read', () =>
		withAppliance({}, async session => {
			const { ask } = session;
			await withImage(session);
			const order = { uuid: simulatedHost, selectedImage };
			const statuses = [
				(await ask('PUT', '/hostPlatforms', order)).status,
				(await ask('PUT', '/hostPlatforms', [{ ...order, uuid: 'x' }])).status,
				(await ask('PUT', '/hostPlatforms', [{ ...order, selectedImage: 'x' }])).status,
				(await ask('PUT', '/hostPlatforms', [{ ...order, configFileId: 'x' }])).status,
				(await ask('PUT', '/hostPlatforms', [order], 'OPERATOR')).status,
			];
			assert.deepEqual(statuses, [403, 404, 403, 403, 403]);
		}));

	test('want a configuration file for a profile that has one', () =>
		withAppliance({}, async session => {
			const { ask, importText, pass } = session;
			await withImage(session);
			const id = await importText('CONFIG', { name: 'site.json', content: config });
			await ask('POST', `/osImages/${encodeURIComponent(selectedImage)}`, {
				profile: { customizationOptions: { customConfigOptions: { customConfigFileIds: [id] } } },
			});
			pass(1000);
			const [, , custom] = Object((await ask('GET', '/osImages')).at('items', 0)).profiles;
			const order = { uuid: simulatedHost, selectedImage: custom.id };
			assert.equal((await ask('PUT', '/hostPlatforms', [order])).status, 403);
			assert.equal((await ask('PUT', '/hostPlatforms', [{ ...order, configFileId: id }])).status, 200);
		}));

	test('keep their settings', () =>
		withAppliance({}, async ({ ask }) => {
			const settings = { uuid: simulatedHost, networkSettings: { hostname: 'web1' } };
			assert.equal((await ask('POST', '/osdeployment/hostSettings', settings)).status, 200);
			await ask('PUT', '/osdeployment/hostSettings', [
				{ uuid: simulatedHost, storageSettings: { targetDevice: 'M2drive' } },
			]);
			const shown = (await ask('GET', '/osdeployment/hostSettings')).at('hostSettings', 0);
			assert.deepEqual(shown, { ...settings, storageSettings: { targetDevice: 'M2drive' } });
			assert.equal((await ask('PUT', '/osdeployment/hostSettings', { uuid: 'x' })).status, 404);
		}));
});

const config = JSON.stringify({
	category: 'dynamic',
	name: 'site',
	label: 'Site',
	type: 'assoc_array',
	optional: false,
	content: [
		{ category: 'static', common: true, name: 'logpath', optional: false, type: 'string', value: '/var/log/a' },
	],
});
