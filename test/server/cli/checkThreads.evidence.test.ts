import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folder, start } from '../../support/product';
import { inEveryThread, leavesAllToOthers, mixedFiles } from './filesForThreads';

suite('the end of threads of xclarity check', () => {
	test('a thread that ends without a word is a fault of the program', async context => {
		for (const ending of ['process.exit(0)', 'process.exit(3)']) {
			const script = `${leavesAllToOthers}; if (!isMainThread) parentPort.postMessage = () => ${ending};`;
			const { files, environment } = inEveryThread(script);
			const cwd = folder(context, { ...mixedFiles(), ...files });
			const { code, stderr } = await start(['check', '--threads', '2'], { cwd, environment }).finished;
			assert.equal(code, 70, ending);
			assert.match(stderr, /was not checked, and no thread says why|ended with 3/);
		}
	});

	test('Ctrl-C ends threads that would never end', {
		skip: process.platform === 'win32' && 'no signals',
	}, async context => {
		const script = `if (!isMainThread) { require('node:fs').writeSync(2, 'stuck\\n'); for (;;); }`;
		const { files, environment } = inEveryThread(script);
		const cwd = folder(context, { ...mixedFiles(), ...files });
		const { child, finished } = start(['check', '--threads', '2'], { cwd, environment });
		child.stderr?.once('data', () => child.kill('SIGINT'));
		const { code, stdout, stderr } = await finished;
		assert.deepEqual([code, stdout, stderr], [2, '', 'stuck\nxclarity: stopped before the end.\n']);
	});
});
