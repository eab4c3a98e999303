import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findingsOf } from '../../../client/view/finding';
import { readOsImages } from '../../../server/rest/osImages';

const file = (id: string, associatedFileId: string, name = id) => ({ id, name, associatedFileId });

/** `id: finding` for each file that has one. */
function findings(configFiles: readonly object[], unattendFiles: readonly object[]): string[] {
	const images = readOsImages({ configFiles, unattendFiles });
	return [...images.configs, ...images.unattends].flatMap(stored => {
		return findingsOf(stored, images).map(({ text }) => `${stored.id}: ${text}`);
	});
}

suite('what the view finds odd', () => {
	test('nothing about pairs, and about one configuration file for several', () => {
		assert.deepEqual(findings([file('c', 'u')], [file('u', 'c'), file('v', 'c'), file('w', '')]), []);
	});

	test('nothing about a configuration file that names several, each of which names it', () => {
		const several = { id: 'c', name: 'c', associatedFileIds: ['u', 'v'] };
		assert.deepEqual(findings([several], [file('u', 'c'), file('v', 'c')]), []);
		assert.deepEqual(findings([several], [file('u', 'c'), file('v', '')]), ['c: linked in one direction only']);
		assert.deepEqual(findings([several], [file('u', 'c')]), ['c: linked file is gone']);
	});

	test('two files of a name', () => {
		assert.deepEqual(findings([file('c', '', 'same'), file('d', '', 'same')], []), [
			'c: 2 files have this name',
			'd: 2 files have this name',
		]);
	});

	test('links from one side, crossed, and to nothing', () => {
		assert.deepEqual(findings([file('c', '')], [file('u', 'c')]), ['u: linked in one direction only']);
		assert.deepEqual(findings([file('c', 'u'), file('d', 'u')], [file('u', 'd')]), ['c: linked in one direction only']);
		assert.deepEqual(findings([file('c', 'gone')], []), ['c: linked file is gone']);
	});

	test('with all that a repair needs', () => {
		const images = readOsImages({
			configFiles: [file('c', 'u', 'same'), file('d', 'u', 'same')],
			unattendFiles: [file('u', 'd')],
		});
		assert.deepEqual(
			images.configs.map(stored => findingsOf(stored, images)),
			[
				[
					{ kind: 'twins', text: '2 files have this name', others: ['d'] },
					{ kind: 'one-way', text: 'linked in one direction only', partner: 'u', instead: 'd' },
				],
				[{ kind: 'twins', text: '2 files have this name', others: ['c'] }],
			],
		);
	});
});
