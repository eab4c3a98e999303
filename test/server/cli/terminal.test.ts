import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { runCommandLine } from '../../../server/cli/commandLine';
import { terminalOn } from '../../../server/cli/terminal';
import { folder, xclarity } from '../../support/product';
import { assertProgress, cleanFiles, summary } from './progressOfCheck';

suite('progress of a check', () => {
	test('none in a pipe', async context => {
		const { code, stdout, stderr } = await xclarity(['check', '.'], { cwd: folder(context, cleanFiles) });
		assert.deepEqual([code, stdout, stderr], [0, `${summary}\n`, '']);
	});

	test('one line on a terminal, gone before the result', async context => {
		let shown = '';
		const output = { write: (text: string) => (shown += text), isTTY: true, columns: 80 };
		const terminal = terminalOn({
			stdin: process.stdin,
			stdout: output,
			stderr: output,
			cwd: folder(context, cleanFiles),
			environment: { TERM: 'xterm' },
			signal: new AbortController().signal,
		});
		assert.equal(await runCommandLine(['check', '.'], terminal), 0);
		assertProgress(shown);
	});
});
