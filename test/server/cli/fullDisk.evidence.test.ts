import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
	closeSync,
	existsSync,
	linkSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statfsSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { suite, type TestContext, test } from 'node:test';
import { writeWhole } from '../../../server/cli/writeWhole';
import { isRoot } from '../../support/ordinaryUser';
import { dist, folder, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

const skip = !existsSync('/dev/full') && 'there is no device that is always full';

suite('results that no disk has room for', { skip }, () => {
	for (const args of [
		['check', '.'],
		['--version'],
		['--help'],
		['map', 'xclarity.json'],
		['explain', 'macro-unknown'],
	])
		test(`xclarity ${args.join(' ')} says so, and its exit code is 2`, async context => {
			const full = openSync('/dev/full', 'w');
			context.after(() => closeSync(full));
			const cwd = folder(context, siteFiles);
			const program = path.join(dist, 'cli.js');
			const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', full, 'pipe'] });
			const ended = new Promise(resolve => child.once('close', resolve));
			assert.match(
				await text(child.stderr ?? Readable.from([])),
				/^xclarity: the output cannot be written: ENOSPC: no space left .*\n$/,
			);
			assert.equal(await ended, 2);
		});
});

const noMount =
	!(isRoot && process.platform === 'linux') && 'needs root on Linux, who may mount a small disk to fill up';

/** A disk with these files and room for so many pages of 4,096 bytes beside them. */
function fullDisk(context: TestContext, files: Readonly<Record<string, string>>, pages = 0) {
	const mounted: string[] = [];
	context.after(() => mounted.length > 0 && execFileSync('umount', mounted));
	const cwd = folder(context, {});
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', cwd]);
	mounted.push(cwd);
	for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
	const rest = path.join(cwd, 'rest');
	const { bavail, bsize } = statfsSync(cwd);
	writeFileSync(rest, Buffer.alloc((bavail - pages) * bsize, 'x'));
	return {
		cwd,
		makeRoom: () => rmSync(rest),
		/** All files there, with their texts. */
		texts: () =>
			Object.fromEntries(
				readdirSync(cwd, { recursive: true, withFileTypes: true })
					.filter(entry => entry.isFile() && entry.name !== 'rest')
					.map(({ parentPath, name }) => path.join(parentPath, name))
					.map(file => [path.relative(cwd, file), readFileSync(file, 'utf8')]),
			),
	};
}

suite('files that no disk has room for', { skip: noMount }, () => {
	const plain = { 'ks.cfg': `text\nlang en_US.UTF-8\nkeyboard de\nreboot\n${'# More than two pages.\n'.repeat(500)}` };
	const manifest = { 'xclarity.json': '{ "links": [] }\n' };

	for (const [what, files] of [
		['and makes its xclarity.json', plain],
		['and changes its xclarity.json', { ...plain, ...manifest }],
	] as const)
		for (const pages of [0, 1, 2])
			test(`pair takes back what it has begun ${what}, with room for ${pages}`, async context => {
				const { cwd, makeRoom, texts } = fullDisk(context, files, pages);
				const pair = () => xclarity(['pair', 'ks.cfg', '--write', '--only', 'language'], { cwd });
				const { code, stderr } = await pair();
				assert.match(stderr, /^xclarity: \S+ cannot be written: ENOSPC: /);
				assert.equal(code, 2);
				assert.deepEqual(texts(), files);
				makeRoom();
				assert.equal((await pair()).code, 0);
			});

	for (const [args, made] of [
		[['map', '--svg', 'made'], 'made'],
		[['check', '--write-baseline', 'made', '.'], 'made'],
		[['form', 'site.xclarity.json', '--out', 'made'], 'made'],
		[['preview', 'ks.cfg', '--values', 'v.json', '--all-servers', '--out', '.'], 'one/ks.cfg'],
	] as const)
		test(`${args.join(' ')} leaves an older file as it is, and makes none that is cut`, async context => {
			const values = { 'v.json': JSON.stringify({ config: 'site.xclarity.json', servers: [{ name: 'one' }] }) };
			const mistakes = '%packages\n'.repeat(20);
			const { cwd, texts } = fullDisk(context, { ...siteFiles, ...values, 'bad.cfg': mistakes });
			const run = () => xclarity(args, { cwd, input: '\n'.repeat(40) });
			const before = texts();
			const { code, stderr } = await run();
			assert.match(stderr, /ENOSPC/);
			assert.deepEqual([code, texts()], [2, before]);
			const older = path.join(cwd, made);
			mkdirSync(path.dirname(older), { recursive: true });
			truncateSync(path.join(cwd, 'rest'), 4096);
			const good = made === 'made' && args[0] === 'form' ? JSON.stringify({ config: 'x', common: {} }) : 'older';
			writeFileSync(older, good);
			writeFileSync(path.join(cwd, 'rest'), Buffer.alloc(statfsSync(cwd).bavail * 4096 + 4096, 'x'));
			assert.equal((await run()).code, 2);
			assert.deepEqual(texts(), { ...before, [made]: good });
		});

	test('a file of two names gets back what it held', async context => {
		const { cwd, texts } = fullDisk(context, { 'a.ks': 'a'.repeat(9000) });
		const before = texts();
		linkSync(path.join(cwd, 'a.ks'), path.join(cwd, 'b.ks'));
		await assert.rejects(writeWhole(path.join(cwd, 'a.ks'), 'b'.repeat(20_000)), /ENOSPC/);
		assert.deepEqual(texts(), { ...before, 'b.ks': before['a.ks'] });
		await writeWhole(path.join(cwd, 'a.ks'), 'c');
		assert.deepEqual(texts(), { 'a.ks': 'c', 'b.ks': 'c' });
	});
});
