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
					partners: ['x'],
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

	const unreadListIn = (body: Parameters<typeof readOsImages>[0]) => readOsImages(body).unread;

	test('a list in which not every file can be read is named', () => {
		const file = { id: 'a' };
		for (const list of [
			[5],
			[null],
			[[file]],
			['id'],
			[{ name: 'x' }],
			[{ id: '' }],
			[{ id: 'a', name: 5 }],
			{ 0: file },
			{},
			'',
			'none',
			5,
			false,
		])
			assert.equal(unreadListIn({ items: [], unattendFiles: list }), 'unattendFiles', JSON.stringify(list));
		assert.equal(unreadListIn({ customConfigFiles: [file, {}] }), 'customConfigFiles');
		assert.equal(unreadListIn({ unattendFiles: [file], customConfigFiles: [7] }), 'customConfigFiles');
	});

	test('nothing is wrong with what is empty, or only has a name like a list', () => {
		for (const list of [[], null, undefined, [{ id: 'a' }]])
			assert.equal(unreadListIn({ unattendFiles: list, configFiles: list }), undefined, JSON.stringify(list));
		for (const list of [[], [{ id: 'a' }]])
			for (const other of [['ks', 'xml'], {}, 5, 'text', true])
				assert.equal(unreadListIn({ unattendFiles: list, supportedUnattendTypes: other }), undefined);
	});

	test('of a list that is null or not there, nothing is said', () => {
		const files = [{ id: 'a' }];
		assert.deepEqual(readOsImages({ unattendFiles: [], configFiles: files }).silent, []);
		assert.deepEqual(readOsImages({ unattendFiles: null, configFiles: files }).silent, ['UNATTEND']);
		assert.deepEqual(readOsImages({ unattendFiles: files }).silent, ['CONFIG']);
		assert.deepEqual([readOsImages({ items: [] }).hasLists, readOsImages({ messages: [] }).hasLists], [true, false]);
	});

	test('a list whose name is known, and images and associations, must be readable as well', () => {
		for (const odd of [5, 'none', {}, true]) {
			for (const name of ['items', 'bootFiles', 'bundleFiles', 'installScriptFiles', 'softwareFiles'])
				assert.equal(unreadListIn({ configFiles: [], unattendFiles: [], [name]: odd }), name);
			assert.equal(unreadListIn({ items: [{ id: 'rhel', profiles: odd }] }), 'items');
		}
		assert.equal(unreadListIn({ items: [7] }), 'items');
		for (const none of [null, undefined, []])
			assert.equal(unreadListIn({ items: [{ id: 'rhel', profiles: none }], softwareFiles: none }), undefined);
		for (const odd of [{}, true, [{ id: 'b' }], [[7]]])
			assert.equal(unreadListIn({ configFiles: [{ id: 'a', associatedFileId: odd }] }), 'associatedFileId');
	});

	test('an association is shown, shown as none, or not shown', () => {
		const seen = (entry: object) => {
			const [file] = readOsImages({ unattendFiles: [{ id: 'a', ...entry }] }).unattends;
			return [file?.showsAssociation, file?.partners];
		};
		assert.deepEqual(seen({ associatedFileId: 'b' }), [true, ['b']]);
		for (const none of ['', null, []]) assert.deepEqual(seen({ associatedFileId: none }), [true, []]);
		assert.deepEqual(seen({}), [false, []]);
	});

	test('an association with several is read whole: an array, or ids with commas', () => {
		const seen = (entry: object) => {
			const unattendFiles = [{ id: 'b' }, { id: 'c' }, { id: 'one,two.ks' }];
			return readOsImages({ configFiles: [{ id: 'a', ...entry }], unattendFiles }).configs[0]?.partners;
		};
		assert.deepEqual(seen({ associatedFileIds: ['b', 'c', 'b', ''] }), ['b', 'c']);
		assert.deepEqual(seen({ associatedFileIds: [7, 'c'] }), ['7', 'c']);
		assert.deepEqual(seen({ associatedFileId: 'b, c' }), ['b', 'c']);
		assert.deepEqual(seen({ associatedFileId: 'gone,c' }), ['gone', 'c']);
		// Names may have commas, and ids end with names.
		assert.deepEqual(seen({ associatedFileId: 'one,two.ks' }), ['one,two.ks']);
		assert.deepEqual(seen({ associatedFileId: 'gone,two.ks' }), ['gone,two.ks']);
	});

	test('a file that is as an earlier list has shown it is that one; what has changed in any way is read anew', () => {
		const read = (entry: object, earlier?: Parameters<typeof readOsImages>[1], others: readonly string[] = ['b']) => {
			const unattendFiles = others.map(id => ({ id }));
			const [file] = readOsImages({ configFiles: [{ id: 'a', ...entry }], unattendFiles }, earlier).configs;
			assert.ok(file);
			return file;
		};
		const before = read({ version: '1', associatedFileId: 'b' });
		const again = (entry: object, others?: readonly string[]) =>
			read(entry, id => (id === 'a' ? before : undefined), others);
		assert.equal(again({ version: '1', associatedFileId: 'b' }), before);
		for (const entry of [
			{ version: '2', associatedFileId: 'b' },
			{ version: '1' },
			{ version: '1', associatedFileId: 'b', size: 3 },
			{ version: '1', associatedFileid: 'b' },
		])
			assert.deepEqual(again(entry).raw, { id: 'a', ...entry });
		// What its partner means depends on what else is there.
		const several = read({ associatedFileId: 'b,c' }, undefined, ['b', 'c']);
		assert.deepEqual(read({ associatedFileId: 'b,c' }, () => several, ['b,c']).partners, ['b,c']);
	});

	test('an id that is listed twice is one file, with the partners of both entries', () => {
		const first = { id: '1_ks.cfg', os: 'rhels', associatedFileId: 'x' };
		const idsIn = (...unattendFiles: readonly object[]): unknown[] =>
			readOsImages({ unattendFiles }).unattends.map(({ id, os, partners }) => [id, os, partners]);
		assert.deepEqual(idsIn(first, { ...first }), [['1_ks.cfg', 'rhels', ['x']]]);
		assert.deepEqual(idsIn(first, { id: '2_b.cfg' }, { ...first, associatedFileId: 'y' }), [
			['1_ks.cfg', 'rhels', ['x', 'y']],
			['2_b.cfg', undefined, []],
		]);
		assert.deepEqual(idsIn({ id: 5 }, { id: '5', associatedFileId: 'y' }), [['5', undefined, ['y']]]);
		const twoKinds = readOsImages({ unattendFiles: [first], customConfigFiles: [first] });
		assert.deepEqual([twoKinds.unattends.length, twoKinds.configs.length], [1, 1]);
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
