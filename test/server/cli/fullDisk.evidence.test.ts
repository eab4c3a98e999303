import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { suite, test } from 'node:test';
import { dist, folder } from '../../support/product';
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
