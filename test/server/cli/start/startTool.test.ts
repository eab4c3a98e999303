import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, start } from '../../../support/product';
import { runProgram } from '../../../support/runProgram';
import { siteFiles, siteKickstart } from '../../../support/sampleFiles';
import { isThorough, sampled } from '../../../support/thorough';

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

	test('only a check that has come to its end keeps its code', async context => {
		const cwd = folder(context, mistaken);
		const XCLARITY_CACHE = path.join(folder(context, {}), 'cache');
		const run = async (...args: string[]) =>
			(await start(args, { cwd, environment: { XCLARITY_CACHE } }).finished).code;
		for (const [code, ...args] of sampled(
			[
				[2, 'check', 'missing.cfg'],
				[0, '--version'],
				[0, 'explain', 'macro-unknown'],
			] as const,
			3,
		))
			assert.equal(await run(...args), code);
		assert.equal(existsSync(XCLARITY_CACHE), false);
		// In any run, the test above shows that it does.
		if (!isThorough) return;
		assert.equal(await run('check', 'bad.cfg'), 1);
		assert.equal(existsSync(XCLARITY_CACHE), true);
	});

	test('a short check loads next to nothing of Node that a bare one does not have', async context => {
		const cwd = folder(context, {
			...siteFiles,
			'loaded.cjs': `const before = new Set(process.moduleLoadList);
process.once('exit', () => {
	const more = process.moduleLoadList.filter(name => name.startsWith('NativeModule ') && !before.has(name));
	require('node:fs').writeSync(2, more.map(name => name.slice(13)).join(' '));
});`,
		});
		const environment = { XCLARITY_CACHE: path.join(cwd, 'cache'), NODE_OPTIONS: '--require ./loaded.cjs' };
		const { code, stderr } = await start(['check', '.'], { cwd, environment }).finished;
		assert.equal(code, 0);
		// Streams, crypto and threads alone would take a fifth of the time that bare Node takes.
		const costly = /stream|crypto|worker|child_process|promises|net|inspector|^v8$|readline/;
		assert.deepEqual(
			stderr.split(' ').filter(name => costly.test(name)),
			[],
		);
		assert.match(stderr, /\bvm\b/, 'the list was told');
	});
});
