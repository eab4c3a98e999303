import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { contentsOf, findFile } from '../../../client/view/serverContents';
import { readOsImages } from '../../../server/rest/osImages';
import { readTask } from '../../../server/rest/task';

const read = (body: Readonly<Record<string, unknown>>) => contentsOf(readOsImages(body), []);

suite('contents of a server', () => {
	test('the id of a file tells when it was imported', () => {
		const { unattends } = read({ unattendFiles: [{ id: '20261123125748_ks.cfg' }, { id: 'ks' }] });
		assert.deepEqual(
			unattends.map(({ name, imported }) => [name, imported]),
			[
				['ks.cfg', '2026-11-23 12:57:48'],
				['ks', undefined],
			],
		);
	});

	test('a server that does not speak of links is not said to have none', () => {
		const { unattends, configs } = read({
			unattendFiles: [{ id: 'u' }],
			configFiles: [{ id: 'c', associatedFileId: '' }],
		});
		assert.deepEqual([unattends[0]?.showsLinks, configs[0]?.showsLinks], [false, true]);
	});

	test('several unattend files may use one configuration file', () => {
		const contents = read({
			unattendFiles: [
				{ id: 'u1', associatedFileId: 'c' },
				{ id: 'u2', associatedFileId: 'c' },
			],
			configFiles: [{ id: 'c', associatedFileId: 'u2' }],
		});
		assert.deepEqual(findFile(contents, 'c')?.partners, ['u2', 'u1']);
	});

	test('names are made fit to be shown', () => {
		const { unattends, images } = read({
			unattendFiles: [{ id: 'u', name: 'a\nb', description: '\u202egfc' }],
			items: [{ id: 'i', name: 'x\u0000' }],
		});
		assert.deepEqual(
			[unattends[0]?.name, unattends[0]?.description, images[0]?.name],
			['a\ufffdb', '\ufffdgfc', 'x\ufffd'],
		);
	});

	test('the text is there only where the server gives it', () => {
		const { configs } = read({ configFiles: [{ id: 'a', content: '{}' }, { id: 'b' }] });
		assert.deepEqual([configs[0]?.text, configs[1]?.text], ['{}', undefined]);
	});

	test('jobs that have ended are left out', () => {
		const tasks = [
			{ jobUID: '1', status: 'Running', percentage: 40, summary: [{ text: 'Import of type CONFIG' }] },
			{ jobUID: '2', status: 'Complete', percentage: 100 },
			{ jobUID: '3', status: 'Pending' },
		].map(entry => readTask(entry, text => text));
		assert.deepEqual(
			contentsOf(readOsImages({}), tasks).jobs.map(({ title, percent }) => [title, percent]),
			[
				['Import of type CONFIG', 40],
				['Job 3', undefined],
			],
		);
	});

	test('whatever a server answers, there is something to show', () => {
		const odd = { items: [null, 3, { id: 7 }, { id: 'x', profiles: 'none' }], unattendFiles: 'no', driverFiles: [{}] };
		assert.deepEqual(read(odd), {
			images: [{ id: 'x', name: 'x', system: '', profiles: [] }],
			unattends: [],
			configs: [],
			others: [],
			fileServers: undefined,
			jobs: [],
		});
	});
});
