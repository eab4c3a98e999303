import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeFileSystem } from '../../../server/workspace/nodeFileSystem';
import { othersFirst } from '../../../server/workspace/othersFirst';
import { whileQuick } from '../../../server/workspace/whileQuick';

/** Asks a disk for so many files, each of which takes so many milliseconds; tells who has waited for it. */
async function waitedFor(takes: readonly number[]): Promise<string> {
	let time = 0;
	let waited = '';
	const ask = whileQuick(
		file => {
			waited += 'd';
			time += Number(file);
			return file;
		},
		async file => {
			waited += 't';
			return file;
		},
		() => time,
	);
	for (const milliseconds of takes) assert.equal(await ask(String(milliseconds)), String(milliseconds));
	return waited;
}

suite('a disk', () => {
	test('that answers at once is waited for', async () => {
		assert.equal(await waitedFor([0, 1, 10, 0, 9]), 'ddddd');
	});

	test('that is slow is left to another thread, and tried again later', async () => {
		const many = Array.from({ length: 102 }, () => 0);
		assert.equal(await waitedFor([0, 11, ...many]), `dd${'t'.repeat(100)}dd`);
	});

	test('that fails after a while is slow, too', async () => {
		let time = 0;
		const ask = whileQuick(
			(): string => {
				time += 30_000;
				throw new Error('the network does not answer');
			},
			async () => 'thread',
			() => time,
		);
		await assert.rejects(ask('file'), /does not answer/);
		assert.equal(await ask('file'), 'thread');
	});

	test('of this machine tells without another thread what a file was like, and that there is none', async () => {
		const stampOf = (file: string): Promise<unknown> =>
			Promise.race([
				nodeFileSystem.stamp?.(pathToFileURL(file).href).then(stamp => typeof stamp),
				othersFirst().then(() => 'later'),
			]);
		assert.equal(await stampOf(process.execPath), 'string');
		assert.equal(await stampOf(`${process.execPath}/none`), 'undefined');
	});
});
