import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readOsImages } from '../../../server/rest/osImages';

suite('OS images', () => {
	test('files are found in every list whose name fits, with what is not known kept', () => {
		const entry = { id: '20260101120000_a b.ks', os: 'rhels', size: '12', associatedFileIds: ['x'], colour: 'blue' };
		for (const key of ['unattendFiles', 'UNATTENDS', 'customUnattendFiles', 'unattendConfigFiles']) {
			const { unattends, configs } = readOsImages({ [key]: [entry, { noId: true }, 7, null] });
			assert.deepEqual(unattends, [
				{
					id: entry.id,
					name: 'a b.ks',
					os: 'rhels',
					size: 12,
					showsAssociation: true,
					associatedFileId: 'x',
					raw: entry,
				},
			]);
			assert.deepEqual(configs, []);
		}
		for (const key of ['customConfigFiles', 'configFiles', 'configurationFiles', 'configurationSettingsFiles']) {
			assert.equal(readOsImages({ [key]: [{ id: 'c', name: 'c.json' }] }).configs[0]?.name, 'c.json', key);
		}
		assert.deepEqual(readOsImages({ configFile: 'text', bootFiles: [{ id: 'b' }] }).configs, []);
	});

	test('an association is shown, shown as none, or not shown', () => {
		const seen = (entry: object) => {
			const [file] = readOsImages({ unattendFiles: [{ id: 'a', ...entry }] }).unattends;
			return [file?.showsAssociation, file?.associatedFileId];
		};
		assert.deepEqual(seen({ associatedFileId: 'b' }), [true, 'b']);
		for (const none of ['', null, []]) assert.deepEqual(seen({ associatedFileId: none }), [true, undefined]);
		assert.deepEqual(seen({}), [false, undefined]);
	});

	test('macros and releases are read', () => {
		const body = {
			result: 'success',
			anyName: [{ macroName: 'predefined.otherSettings.jobId' }, { macroName: '' }],
			supportedImages: [{ name: 'sles', customUnattendReleases: ['12.3'] }, 'no'],
			items: [{ name: 'rhels7.4', profiles: [] }],
		};
		const images = readOsImages(body);
		assert.deepEqual(images.predefinedMacros, ['predefined.otherSettings.jobId']);
		assert.deepEqual(
			images.supportedImages.map(({ name }) => name),
			['sles'],
		);
		assert.equal(images.images.length, 1);
		assert.equal(images.raw, body);
	});
});
