import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, start } from '../../../support/product';
import { siteFiles, siteKickstart } from '../../../support/sampleFiles';

suite('compiled code of a check', () => {
	test('is kept only when the check has come to its end', async context => {
		const cwd = folder(context, { ...siteFiles, 'bad.cfg': siteKickstart.replace('server0.locale', 'server0.locle') });
		const XCLARITY_CACHE = path.join(folder(context, {}), 'cache');
		const run = async (...args: string[]) =>
			(await start(args, { cwd, environment: { XCLARITY_CACHE } }).finished).code;
		for (const [code, ...args] of [
			[2, 'check', 'missing.cfg'],
			[0, '--version'],
			[0, 'explain', 'macro-unknown'],
		] as const)
			assert.equal(await run(...args), code);
		assert.equal(existsSync(XCLARITY_CACHE), false);
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
