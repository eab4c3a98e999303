import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, xclarity } from '../../support/product';
import { runProgram } from '../../support/runProgram';
import { siteFiles } from '../../support/sampleFiles';
import { hostileLength } from '../../support/thorough';

const clean = '0 errors, 0 warnings\n';
const isWindows = process.platform === 'win32';
const noPipes = { skip: isWindows && 'Windows has neither pipes nor devices in folders' };
const noLinks = { skip: isWindows && 'links need a right of their own' };

/** Checks; with the evidence, with less memory than the files would need that are not to be read. */
const inLittleMemory = (args: readonly string[], cwd: string) =>
	runProgram(['check', ...args], { cwd, environment: { NODE_OPTIONS: '--max-old-space-size=150' } });

suite('files and folders that are none of ours', () => {
	test('a program has one report of one line', async context => {
		const cwd = folder(context, {});
		const bytes = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array(200).fill(0), ...Array(200).keys()]);
		for (const name of ['program', 'named.ks', 'named.xclarity.json', 'named.xml']) {
			writeFileSync(path.join(cwd, name), bytes);
			const { code, stdout } = await xclarity(['check', name], { cwd });
			const message = 'This file is no text: it holds control characters, as programs, archives and damaged files do.';
			assert.equal(stdout, `${name}:1:1 error ${message} [file-binary]\n1 file: 1 error, 0 warnings\n`);
			assert.equal(code, 1);
		}
	});

	test('a line break in a name writes no line of its own', noPipes, async context => {
		const cwd = folder(context, { ...siteFiles, 'a\n0 files: 0 errors.ks': '%end\n' });
		const { stdout } = await xclarity(['check', '.'], { cwd });
		assert.match(stdout, /^a\\n0 files: 0 errors\.ks:1:1 error/m);
		assert.match((await xclarity(['map', '.'], { cwd })).stdout, /^ {2}→ a\\n0 files: 0 errors\.ks/m);
	});

	test('a name that is not UTF-8 is told as that', {
		skip: process.platform !== 'linux' && 'other systems have no such names',
	}, async context => {
		const cwd = folder(context, { ...siteFiles });
		const odd = (name: string): Buffer => Buffer.concat([Buffer.from(path.join(cwd, name)), Buffer.from([0xff])]);
		writeFileSync(Buffer.concat([odd('c'), Buffer.from('.ks')]), 'x');
		mkdirSync(odd('folder'));
		const reason = 'its name is not valid UTF-8';
		const { code, stderr } = await xclarity(['check'], { cwd });
		assert.equal(code, 2);
		assert.deepEqual(stderr.split('\n').sort(), [
			'',
			`not checked: c\ufffd.ks: ${reason}`,
			`not checked: folder\ufffd: ${reason}`,
		]);
		const named = await xclarity(['check', 'c\ufffd.ks'], { cwd });
		assert.deepEqual([named.code, named.stderr], [2, `xclarity: c\ufffd.ks cannot be read: ${reason}.\n`]);
	});

	test('a pipe, a socket and a device are not waited for', noPipes, async context => {
		const cwd = folder(context, siteFiles);
		execFileSync('mkfifo', [path.join(cwd, 'pipe.ks')]);
		symlinkSync('/dev/zero', path.join(cwd, 'zero.ks'));
		const server = createServer().listen(path.join(cwd, 'socket.ks'));
		context.after(() => server.close());
		for (const args of [['pipe.ks', 'socket.ks', 'zero.ks', '/dev/null'], ['.']]) {
			const { code, stderr } = await xclarity(['check', ...args], { cwd });
			assert.equal(code, 2);
			for (const name of ['pipe', 'socket', 'zero'])
				assert.match(stderr, new RegExp(`not checked: ${name}.ks: it is no regular file\n`));
		}
		const { stderr } = await xclarity(['check', '--baseline', 'pipe.ks'], { cwd });
		assert.match(stderr, /The baseline pipe\.ks is no regular file\. --write-baseline makes one\.$/m);
	});

	test('links that lead in a circle, or to a folder above, are not followed for ever', noLinks, async context => {
		const cwd = folder(context, siteFiles);
		const link = (target: string, name: string) => symlinkSync(target, path.join(cwd, name));
		for (let number = 0; number < 64; number++) link(`ring${(number + 1) % 64}.ks`, `ring${number}.ks`);
		for (let number = 0; number < 20; number++)
			link(number === 0 ? 'ks.cfg' : `chain${number - 1}.ks`, `chain${number}.ks`);
		mkdirSync(path.join(cwd, 'below'));
		link('..', 'below/up');
		link('../below', 'below/again.ks');
		const named = await xclarity(['check', 'ring0.ks'], { cwd });
		assert.deepEqual(named, {
			code: 2,
			stdout: '',
			stderr: 'xclarity: ring0.ks cannot be read: its links lead in a circle.\n',
		});
		const far = 'it is a link to another machine, or through more than 8 others';
		const long = await xclarity(['check', 'chain19.ks'], { cwd });
		assert.deepEqual([long.code, long.stderr], [2, `not checked: chain19.ks: ${far}\n`]);
		const all = await xclarity(['check'], { cwd });
		assert.equal(all.code, 2);
		assert.equal(all.stderr.match(/ring\d+\.ks: its links lead in a circle/g)?.length, 64);
		assert.doesNotMatch(all.stderr + all.stdout, /up|again/);
		const below = await xclarity(['check', 'below/up/below/up/ks.cfg'], { cwd });
		assert.deepEqual([below.code, below.stderr], [0, '']);
	});

	test('a file of 50 MB in one line is left unread', async context => {
		const cwd = folder(context, { ...siteFiles, 'long.ks': 'x', 'long.json': '[' });
		for (const name of ['long.ks', 'long.json']) truncateSync(path.join(cwd, name), 50_000_000);
		const reason = 'it is larger than 16 MiB';
		const { code, stdout, stderr } = await inLittleMemory(['.'], cwd);
		assert.deepEqual([code, stderr], [2, `not checked: long.json: ${reason}\nnot checked: long.ks: ${reason}\n`]);
		assert.equal(stdout, '3 files: 0 errors, 0 warnings; 2 not checked\n');
	});

	const others = hostileLength(200, 100_000);
	test(`a folder of ${others} files of others, and of many folders`, async context => {
		const cwd = folder(context, siteFiles);
		mkdirSync(path.join(cwd, 'many'));
		for (let number = 0; number < others; number++) writeFileSync(path.join(cwd, `many/file${number}`), '');
		for (let number = 0; number < others / 50; number++)
			mkdirSync(path.join(cwd, `wide/${number}/a/b/c`), { recursive: true });
		const { code, stdout, stderr } = await inLittleMemory(['.'], cwd);
		assert.deepEqual([code, stdout, stderr], [0, `3 files: ${clean}`, '']);
	});
});
