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
});
