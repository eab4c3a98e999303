import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, start } from '../../../support/product';
import { runProgram } from '../../../support/runProgram';
import { siteFiles, siteKickstart } from '../../../support/sampleFiles';
import { isThorough } from '../../../support/thorough';

const mistaken = { ...siteFiles, 'bad.cfg': siteKickstart.replace('server0.locale', 'server0.locle') };

/** The only file of a folder, and its bytes. */
function onlyFile(cache: string): { readonly file: string; readonly bytes: Buffer } {
	const names = readdirSync(cache);
	assert.equal(names.length, 1, names.join(', '));
	const file = path.join(cache, names[0] ?? '');
	return { file, bytes: readFileSync(file) };
}

suite('the start of xclarity', () => {
	test('check says the same with compiled code, without, and with code that is spoilt', async context => {
		const cwd = folder(context, mistaken);
		const XCLARITY_CACHE = path.join(folder(context, {}), 'cache');
		const args = ['check', '--format', 'json', '--threads', isThorough ? '2' : '1', '.'];
		const check = (environment: Record<string, string>) => start(args, { cwd, environment }).finished;
		const without = await runProgram(args, { cwd, environment: { XCLARITY_CACHE: '' } });
		assert.equal(without.code, 1);
		assert.deepEqual(await check({ XCLARITY_CACHE }), without);
		const { file, bytes } = onlyFile(XCLARITY_CACHE);
		assert.deepEqual(await check({ XCLARITY_CACHE }), without);
		assert.ok(onlyFile(XCLARITY_CACHE).bytes.equals(bytes), 'what was kept is used, not made again');
		// In any run, compiledCode.test.ts spoils what is read.
		if (!isThorough) return;
		const spoilt = Buffer.from(bytes);
		spoilt.fill(0, spoilt.length >> 1);
		writeFileSync(file, spoilt);
		assert.deepEqual(await check({ XCLARITY_CACHE }), without);
		assert.ok(!onlyFile(XCLARITY_CACHE).bytes.equals(spoilt), 'what is spoilt is made again');
	});
});
