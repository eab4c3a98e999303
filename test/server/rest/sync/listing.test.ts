import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readOsImages } from '../../../../server/rest/osImages';
import { namedFiles } from '../../../../server/rest/sync/listing';

suite('listing', () => {
	test('files of a name are found by their name or their id, the newest first', () => {
		const images = readOsImages({
			unattendFiles: [
				{ id: '20260101120000_a.ks' },
				{ id: '20260101120001_a.ks' },
				{ id: '20260101120002_b.ks' },
				{ id: '7', name: 'a.ks' },
			],
			configFiles: [{ id: '20260101120009_a.ks' }],
		});
		assert.deepEqual(
			namedFiles(images, 'UNATTEND', 'a.ks').map(({ id }) => id),
			['7', '20260101120001_a.ks', '20260101120000_a.ks'],
		);
	});
});
