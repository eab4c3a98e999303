import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type ApplianceSession, at, withAppliance } from '../applianceSession';

const profilePath = `/osImages/${encodeURIComponent('rhels9.4|rhels9.4-x86_64-install-Basic')}`;

async function importImage({ ask, upload, pass }: ApplianceSession): Promise<void> {
	await ask('POST', '/osImages', { Action: 'Init' });
	await upload('jobId=1&imageName=rhel.iso&imageType=OS&os=rhels&osrelease=9.4', 'iso');
	pass(1000);
}

const bodyWith = (id: string) => ({
	profile: { name: 'Lab', customizationOptions: { customConfigOptions: { customConfigFileIds: [id] } } },
});

suite('POST /osImages/{id}', () => {
	test('makes a profile by a job; it goes with its image, and forgets files that are deleted', async () => {
		await withAppliance({ switches: { 'import-check': 'off' } }, async session => {
			await importImage(session);
			const { ask, pass, list, importText } = session;
			const id = await importText('CONFIG', { name: 'c.json', content: '{"category":"dynamic","content":[]}' });
			const custom = async () => at(await list('items'), 0, 'profiles', 2);
			assert.equal((await ask('POST', profilePath, bodyWith(id))).status, 200);
			assert.equal(await custom(), undefined);
			pass(1000);
			const files = ['customizationOptions', 'customConfigOptions', 'customConfigFileIds'];
			assert.deepEqual(at(await custom(), ...files), [id]);
			await ask('DELETE', `/osImages/${encodeURIComponent(id)}`);
			assert.deepEqual(at(await custom(), ...files), []);
			const image = encodeURIComponent(String(at(await list('items'), 0, 'id')));
			assert.equal(
				(await ask('DELETE', `/osImages/${encodeURIComponent(String(at(await custom(), 'id')))}`)).status,
				200,
			);
			assert.equal(await custom(), undefined);
			assert.equal((await ask('DELETE', `/osImages/${image}`)).status, 200);
		});
	});

	test('refuses what is not there and what is of another kind', async () => {
		await withAppliance({ switches: { 'delete-in-use': 'refused', 'profile-build': 'at-once' } }, async session => {
			await importImage(session);
			const { ask, importText } = session;
			const unattend = { name: 'a.ks', content: 'text\n', os: 'rhels', osrelease: '9.4' };
			const id = await importText('UNATTEND', unattend);
			assert.equal((await ask('POST', '/osImages/none', bodyWith(id))).status, 404);
			assert.equal((await ask('POST', profilePath, bodyWith(id))).status, 403);
			assert.equal((await ask('POST', profilePath, { profile: {} })).status, 403);
			const right = { profile: { customizationOptions: { unattendOptions: { unattendFileIds: [id] } } } };
			assert.equal((await ask('POST', profilePath, right, 'OPERATOR')).status, 403);
			assert.equal((await ask('POST', profilePath, right)).status, 200);
			assert.equal((await ask('DELETE', `/osImages/${encodeURIComponent(id)}`)).status, 409);
		});
	});
});
