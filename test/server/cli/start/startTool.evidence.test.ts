import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { compiledFor } from '../../../../server/cli/start/compiledCode';
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

	test('dialects are loaded with the first of their files, and what is kept of one stays beside the next', async context => {
		const cwd = folder(context, {
			'ks.cfg': siteKickstart,
			'autoinst.xml': '<profile xmlns="http://www.suse.com/1.0/yast2ns"></profile>',
		});
		const XCLARITY_CACHE = path.join(cwd, 'cache');
		const keptAfter = async (file: string) => {
			await start(['check', file], { cwd, environment: { XCLARITY_CACHE } }).finished;
			const [name = ''] = readdirSync(XCLARITY_CACHE);
			const kept = compiledFor(name.slice(0, name.indexOf('-')), XCLARITY_CACHE) ?? new Map<string, Buffer>();
			const bytes = readFileSync(path.join(XCLARITY_CACHE, name));
			return { forms: ['./lines.js', './xml.js'].filter(each => kept.has(each)), bytes };
		};
		assert.deepEqual((await keptAfter('ks.cfg')).forms, ['./lines.js']);
		const { forms, bytes } = await keptAfter('autoinst.xml');
		assert.deepEqual(forms, ['./lines.js', './xml.js']);
		assert.ok((await keptAfter('ks.cfg')).bytes.equals(bytes), 'there was nothing to add');
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
