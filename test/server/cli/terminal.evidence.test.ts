import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suite, test } from 'node:test';
import { dist, folder } from '../../support/product';
import { assertProgress, cleanFiles } from './progressOfCheck';

/** `script` of util-linux runs a program on a terminal of its own; that of other systems takes other options. */
const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

suite('progress of a check in a process', () => {
	test('one line on a terminal, gone before the result', { skip: !hasScript && 'no script of util-linux' }, context => {
		const command = `'${process.execPath}' '${path.join(dist, 'cli.js')}' check .`;
		const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
			cwd: folder(context, cleanFiles),
			encoding: 'utf8',
			env: { ...process.env, TERM: 'xterm', NO_COLOR: '', FORCE_COLOR: '' },
		});
		assert.equal(status, 0);
		assertProgress(stdout);
	});
});
