import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readDeployValues } from '../../../server/rest/deployValues';
import { paths } from '../../../server/rest/wire';
import { withSession } from '../../../server/rest/withSession';
import { XClarityError } from '../../../server/rest/xclarityError';
import { simulatedHost } from '../../../server/simulator/handlers/hostHandlers';
import { startSimulator } from '../../../server/simulator/simulator';
import { isPlain } from '../../support/thorough';

/** An appliance with these pages; it refuses all others. */
const pages = (bodies: Readonly<Record<string, unknown>>) => ({
	read: async (path: string): Promise<unknown> => {
		if (path in bodies) return bodies[path];
		throw new XClarityError('not for you', { kind: 'refused' });
	},
});

suite('what an appliance says of predefined macros', () => {
	test('its global settings, and those of each server', async context => {
		const simulator = await startSimulator({ isPlain });
		context.after(() => simulator.stop());
		const { url, user, password, fingerprint: sha256 } = simulator;
		const values = await withSession(
			{ url, trust: { kind: 'fingerprint', sha256 } },
			{ user, password },
			{},
			async client => {
				await client.send({
					method: 'PUT',
					path: paths.hostSettings,
					json: { uuid: simulatedHost, networkSettings: { hostname: 'node1', vlanId: 7, dns2: '' } },
				});
				return readDeployValues(client, assert.fail);
			},
		);
		assert.deepEqual(values, {
			common: { 'predefined.globalSettings.ipAssignment': 'dhcpv4', 'predefined.globalSettings.isVLANMode': 'false' },
			hosts: [
				{
					uuid: simulatedHost,
					values: {
						'predefined.hostPlatforms.uuid': simulatedHost,
						'predefined.hostPlatforms.networkSettings.hostname': 'node1',
						'predefined.hostPlatforms.networkSettings.vlanId': '7',
					},
				},
			],
		});
	});

	test('a page that is refused says nothing, and is noted', async () => {
		const notes: string[] = [];
		const client = pages({ [paths.hostSettings]: [{ uuid: 'a', storageSettings: { targetDevice: 'localdisk' } }] });
		const { common, hosts } = await readDeployValues(client, line => notes.push(line));
		assert.deepEqual(common, {});
		assert.equal(hosts[0]?.values['predefined.hostPlatforms.storageSettings.targetDevice'], 'localdisk');
		assert.deepEqual(notes, [
			`${paths.globalSettings} says nothing: not for you`,
			`${paths.hostPlatforms} says nothing: not for you`,
		]);
	});

	test('whoever is not logged in any more is told so', async () => {
		const client = { read: () => Promise.reject(new XClarityError('who are you', { kind: 'unauthorized' })) };
		await assert.rejects(readDeployValues(client, assert.fail), { kind: 'unauthorized' });
	});

	test('keys and passwords are not taken', async () => {
		const client = pages({
			[paths.globalSettings]: { globalSetting: { ipAssignment: 'staticv4', licenseKeys: { win2016r1: 'K' } } },
			[paths.hostPlatforms]: { items: [{ uuid: 'a', licenseKey: 'K', networkSettings: { password: 'P' } }] },
			[paths.hostSettings]: {},
		});
		assert.doesNotMatch(JSON.stringify(await readDeployValues(client, assert.fail)), /"[KP]"/);
	});
});
