import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { at, withAppliance } from '../applianceSession';

const unattend = { name: 'rhel.cfg', content: 'text\n', os: 'rhels', osrelease: '9.4' };

suite('GET /osImages', () => {
	test('shows empty lists, what is supported and the predefined macros', async () => {
		await withAppliance({}, async ({ ask }) => {
			const reply = await ask('GET', '/osImages/');
			for (const name of ['bootFiles', 'softwareFiles', 'unattendFiles', 'customConfigFiles', 'items']) {
				assert.deepEqual(reply.at(name), [], name);
			}
			assert.equal(reply.at('supportedImages', 0, 'name'), 'sles');
			assert.match(reply.text, /{"macroName":"predefined\.unattendSettings\.preinstallConfig"}/);
		});
	});

	test('the lists and the attributes of their entries can have other names', async () => {
		const switches = {
			'unattend-list': 'customUnattendFiles',
			'config-list': 'configFiles',
			'list-size': 'string',
			'list-association': 'no',
		} as const;
		await withAppliance({ switches }, async ({ ask, pass, list }) => {
			await ask('POST', '/osImages?imageType=UNATTEND&importByContent=true', unattend);
			pass(1000);
			const [entry] = await list('customUnattendFiles');
			assert.equal(at(entry, 'size'), '5');
			assert.equal(at(entry, 'associatedFileId'), undefined);
			assert.deepEqual(await list('configFiles'), []);
			assert.equal((await ask('GET', '/osImages')).at('unattendFiles'), undefined);
		});
	});

	test('imageType=OSPROFILE gives the image of a profile', async () => {
		await withAppliance({}, async ({ ask, upload, pass }) => {
			await ask('POST', '/osImages', { Action: 'Init' });
			await upload('jobId=1&imageName=rhel.iso&imageType=OS&os=rhels&osrelease=9.4', 'iso');
			pass(1000);
			const profile = encodeURIComponent('rhels9.4|rhels9.4-x86_64-install-Basic');
			const found = await ask('GET', `/osImages?imageType=OSPROFILE&id=${profile}`);
			assert.equal(found.at('items', 0, 'name'), 'rhel.iso');
			assert.deepEqual((await ask('GET', '/osImages?imageType=OSPROFILE&id=none')).at('items'), []);
		});
	});
});
