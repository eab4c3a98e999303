import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suite, test } from 'node:test';
import { dist, folder, xclarity } from '../../support/product';

/** `script` of util-linux runs a program on a terminal of its own; that of other systems takes other options. */
const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

const clean =
	'lang en_US.UTF-8\nkeyboard us\ntimezone Etc/UTC\nrootpw --lock\nuser --name=a --groups=wheel\nzerombr\nclearpart --all\nautopart\nreboot\n';
const files = Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`node${number}.ks`, clean]));
const summary = '30 files: 0 errors, 0 warnings';

suite('progress of a check', () => {
	test('none in a pipe', async context => {
		const { code, stdout, stderr } = await xclarity(['check', '.'], { cwd: folder(context, files) });
		assert.deepEqual([code, stdout, stderr], [0, `${summary}\n`, '']);
	});

	test('one line on a terminal, gone before the result', { skip: !hasScript && 'no script of util-linux' }, context => {
		const command = `'${process.execPath}' '${path.join(dist, 'cli.js')}' check .`;
		const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
			cwd: folder(context, files),
			encoding: 'utf8',
			env: { ...process.env, TERM: 'xterm', NO_COLOR: '', FORCE_COLOR: '' },
		});
		assert.equal(status, 0);
		assert.match(stdout, /checking 1 of 30: /);
		assert.match(stdout, /checking 30 of 30: /);
		const [progress = '', result = ''] = stdout.split(/\r\u001b\[2K(?!checking)/);
		assert.ok(!progress.includes('\n'), 'progress stays on its line');
		assert.equal(result.trim(), `\u001b[1m${summary}\u001b[22m`);
	});
});
