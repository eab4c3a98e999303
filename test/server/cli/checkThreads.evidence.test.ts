import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, start } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { inEveryThread, mixedFiles } from './filesForThreads';

suite('threads of xclarity check, as processes', () => {
	test('a thread that ends without a word is a fault of the program', async context => {
		for (const ending of ['process.exit(0)', 'process.exit(3)']) {
			const script = `if (!isMainThread) parentPort.postMessage = () => ${ending};`;
			const { files, environment } = inEveryThread(script);
			const cwd = folder(context, { ...mixedFiles(), ...files });
			const { code, stderr } = await start(['check', '--threads', '2'], { cwd, environment }).finished;
			assert.equal(code, 70, ending);
			assert.match(stderr, /was not checked, and no thread says why|ended with 3/);
		}
	});

	test('a thread gets the compiled code that an earlier run has kept', async context => {
		const tells = `
			const vm = require('node:vm');
			const { Script } = vm;
			vm.Script = class extends Script {
				constructor(code, options) {
					super(code, options);
					const isTaken = options?.cachedData !== undefined && !this.cachedDataRejected;
					if (!isMainThread && isTaken) require('node:fs').writeSync(2, 'taken\\n');
				}
			};`;
		const { files, environment } = inEveryThread(tells);
		const cwd = folder(context, { ...siteFiles, ...files });
		const XCLARITY_CACHE = path.join(folder(context, {}), 'cache');
		const check = async (): Promise<string> =>
			(await start(['check', '--threads', '2', '.'], { cwd, environment: { ...environment, XCLARITY_CACHE } }).finished)
				.stderr;
		assert.equal(await check(), '', 'there was none');
		assert.match(await check(), /^(?:taken\n)+$/);
	});

	test('Ctrl-C ends threads that would never end', {
		skip: process.platform === 'win32' && 'no signals',
	}, async context => {
		const script = `if (!isMainThread) { require('node:fs').writeSync(2, 'stuck\\n'); for (;;); }`;
		const { files, environment } = inEveryThread(script);
		const cwd = folder(context, { ...mixedFiles(), ...files });
		const { child, finished } = start(['check', '--threads', '2'], { cwd, environment });
		child.stderr?.once('data', () => child.kill('SIGINT'));
		const { stdout, stderr } = await finished;
		assert.deepEqual([child.signalCode, stdout], ['SIGINT', '']);
		assert.match(stderr, /^(?:stuck\n){1,2}$/);
	});
});
