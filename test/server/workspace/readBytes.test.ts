import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { suite, test } from 'node:test';
import { readBytes, readBytesAtOnce } from '../../../server/workspace/readBytes';
import { folder } from '../../support/product';

const isLinux = { skip: process.platform !== 'linux' && 'files of a kernel' };
const noPipes = { skip: process.platform === 'win32' && 'Windows has no pipes in folders' };

for (const [who, bytesOf] of Object.entries({
	'in the background': readBytes,
	'while the thread waits': readBytesAtOnce,
})) {
	suite(`the bytes of a file, ${who}`, () => {
		test('are read as far as they are not too many', async context => {
			const root = folder(context, { 'a.ks': 'x'.repeat(100), 'empty.ks': '' });
			const read = async (name: string, most: number) => (await bytesOf(path.join(root, name), most))?.length;
			assert.deepEqual(
				[await read('a.ks', 100), await read('a.ks', 99), await read('empty.ks', 0)],
				[100, undefined, 0],
			);
			await assert.rejects(read('gone.ks', 1), { code: 'ENOENT' });
		});

		test('of a pipe are not waited for: it may lie where a file was a moment ago', noPipes, async context => {
			const pipe = path.join(folder(context, {}), 'pipe.ks');
			execFileSync('mkfifo', [pipe]);
			assert.equal(await bytesOf(pipe, 100), undefined);
		});

		test('of a folder and of a device are none', noPipes, async context => {
			assert.equal(await bytesOf(folder(context, {}), 100), undefined);
			assert.equal(await bytesOf('/dev/zero', 100), undefined);
		});

		test('are counted as they come where nobody knows how long a file is', isLinux, async () => {
			assert.match(String(await bytesOf('/proc/self/status', 1_000_000)), /^Name:/);
			assert.equal(await bytesOf('/proc/self/status', 10), undefined);
		});
	});
}
