import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, start } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';
import { isThorough, sampled } from '../../support/thorough';

/** Options of Node with which a process runs this script before anything else. */
const runsFirst = (script: string) => ({
	files: { 'first.cjs': script },
	environment: { NODE_OPTIONS: '--require ./first.cjs' },
});

/** A piece of work under a time limit, counted from one, says so and stays at it: nothing else of its thread runs meanwhile. */
const staysAt = (piece: number) => `
	const { Script } = require('node:vm');
	const run = Script.prototype.runInThisContext;
	let pieces = 0;
	Script.prototype.runInThisContext = function (options) {
		if (options?.timeout === undefined || ++pieces < ${piece}) return run.call(this, options);
		require('node:fs').writeSync(2, 'at work\\n');
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30_000);
	};`;

suite('a command that is stopped', { skip: process.platform === 'win32' && 'no signals' }, () => {
	test('in the middle of a long file ends at once', async context => {
		const cases = [
			{ args: ['check', '--fix'], signal: 'SIGINT' },
			{ args: ['preview', 'ks.cfg'], signal: 'SIGINT' },
			{ args: ['check', 'ks.cfg'], signal: 'SIGTERM' },
		] as const;
		for (const { args, signal } of sampled(cases, 2)) {
			// The files are found by then, and are worked on.
			for (const piece of isThorough ? [1, 2, 3, 4] : [4]) {
				const { files, environment } = runsFirst(staysAt(piece));
				const cwd = folder(context, { ...siteFiles, ...files });
				const { child, finished } = start(args, { cwd, environment });
				child.stderr?.once('data', () => child.kill(signal));
				const { stderr } = await finished;
				assert.deepEqual([child.signalCode, stderr], [signal, 'at work\n'], `${args.join(' ')}, piece ${piece}`);
			}
		}
	});

	test('while it writes a file ends when that is whole, and before the next', async context => {
		const { files, environment } = runsFirst(`
			const { promises } = require('node:fs');
			const { rename } = promises;
			promises.rename = async (...paths) => {
				process.kill(process.pid, 'SIGINT');
				await new Promise(setImmediate);
				return rename(...paths);
			};`);
		const misspelt = siteKickstart.replace('server0.locale', 'server0.locle');
		const cwd = folder(context, { ...siteFiles, ...files, 'ks.cfg': misspelt, 'z.cfg': misspelt });
		const before = readdirSync(cwd);
		const { child, finished } = start(['check', '--fix'], { cwd, environment });
		await finished;
		assert.equal(child.signalCode, 'SIGINT');
		assert.deepEqual(readdirSync(cwd), before);
		assert.equal(readFileSync(path.join(cwd, 'ks.cfg'), 'utf8'), siteKickstart);
		assert.equal(readFileSync(path.join(cwd, 'z.cfg'), 'utf8'), misspelt);
	});

	test('while another program judges its file ends that one first', async context => {
		const bin = folder(context, {
			ksvalidator: `#!/bin/sh\necho $$ > "\${0%/*}/pid"\nkill $PPID\nexec /bin/sleep 600\n`,
		});
		chmodSync(path.join(bin, 'ksvalidator'), 0o755);
		const temporary = folder(context, {});
		const { child, finished } = start(['preview', 'ks.cfg', '--second-opinion'], {
			cwd: folder(context, siteFiles),
			environment: { PATH: bin, TMPDIR: temporary },
		});
		await finished;
		assert.equal(child.signalCode, 'SIGTERM');
		const pid = Number(readFileSync(path.join(bin, 'pid'), 'utf8'));
		assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
		assert.deepEqual(readdirSync(temporary), []);
	});
});
