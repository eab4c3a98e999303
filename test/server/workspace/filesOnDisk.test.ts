import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { noFiles } from '../../../server/workspace/fileSystem';
import { FilesOnDisk } from '../../../server/workspace/filesOnDisk';

suite('files on disk', () => {
	test('a failure of the disk is told once, and no stamp that nobody waits for ends the process', async () => {
		const broken = (): Promise<never> => Promise.reject(new Error('The disk is broken.'));
		const disk = new FilesOnDisk({ ...noFiles, read: broken, stamp: broken }, () => undefined);
		disk.distrust();
		await assert.rejects(disk.file('file:///a.ks'), /The disk is broken/);
		await setImmediate();
	});

	test('in one round a file is looked at once, and read once where it has changed', async () => {
		const file = 'file:///a.ks';
		let [looks, reads, text] = [0, 0, 'one'];
		const stamp = async (): Promise<string> => {
			looks++;
			return text;
		};
		const read = async (): Promise<string> => {
			reads++;
			return text;
		};
		const disk = new FilesOnDisk({ ...noFiles, read, stamp }, () => undefined);
		const textsOf = async (): Promise<unknown[]> => {
			disk.distrust();
			const asked = await Promise.all([disk.file(file), disk.file(file), disk.file(file)]);
			return asked.map(found => found?.document.getText());
		};
		await textsOf();
		[looks, reads] = [0, 0];
		assert.deepEqual(await textsOf(), ['one', 'one', 'one']);
		assert.deepEqual([looks, reads], [1, 0]);
		text = 'two';
		assert.deepEqual(await textsOf(), ['two', 'two', 'two']);
		assert.equal(reads, 1);
	});
});
