import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import { threadsFor } from '../../../server/cli/check/checkFiles';
import { Claims } from '../../../server/cli/check/claims';
import { folder, start, xclarity } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';
import { isThorough, sampled } from '../../support/thorough';

/** A folder with a bit of everything, more than one thread takes at once. */
function mixedFiles(): Record<string, string> {
	const files: Record<string, string> = {
		...siteFiles,
		'other/notes.json': '{ "a": 1 }',
		'other/xclarity.json': '{ "links": [',
	};
	for (let number = 0; number < 40; number++) {
		const macro = number % 3 === 0 ? `server0.locle${number}` : 'server0.locale';
		files[`nodes/${number % 4}/node${number}.ks`] = siteKickstart.replace('server0.locale', macro);
		if (number % 5 === 0) files[`nodes/${number % 4}/long${number}.json`] = 'x'.repeat(number);
	}
	return files;
}

/** Is run by every thread of a process before anything else. */
const inEveryThread = (script: string) => ({
	files: { 'first.cjs': `const { isMainThread, parentPort } = require('node:worker_threads');\n${script}` },
	environment: { NODE_OPTIONS: '--require ./first.cjs' },
});

/** The first thread is told that every file is taken, so that others have to check. */
const leavesAllToOthers = 'if (isMainThread) Atomics.add = () => 1e9';

suite('xclarity check in threads', () => {
	test('says the same, byte for byte, as in one', async context => {
		const { files, environment } = inEveryThread(leavesAllToOthers);
		const cwd = folder(context, { ...mixedFiles(), ...files });
		for (const format of sampled(['json', 'text', 'sarif'], 3)) {
			const one = await xclarity(['check', '--format', format], { cwd });
			const all = format === 'json' ? {} : { environment };
			const several = await start(['check', '--threads', isThorough ? '3' : '2', '--format', format], { cwd, ...all })
				.finished;
			assert.deepEqual(several, one, format);
			assert.equal(one.code, 1);
			assert.match(one.stdout, /locle39/);
		}
	});

	test('a fault in a thread is a fault of the program', async context => {
		const { files, environment } = inEveryThread(`if (!isMainThread) throw new RangeError('broken in a thread');`);
		const cwd = folder(context, { ...mixedFiles(), ...files });
		const { code, stdout, stderr } = await start(['check', '--threads', '2'], { cwd, environment }).finished;
		assert.deepEqual([code, stdout], [70, '']);
		assert.match(stderr, /a fault of this program: RangeError: broken in a thread/);
	});

	test('a thread that ends without a word is one, too', async context => {
		for (const ending of sampled(['process.exit(0)', 'process.exit(3)'], 2)) {
			const script = `${leavesAllToOthers}; if (!isMainThread) parentPort.postMessage = () => ${ending};`;
			const { files, environment } = inEveryThread(script);
			const cwd = folder(context, { ...mixedFiles(), ...files });
			const { code, stderr } = await start(['check', '--threads', '2'], { cwd, environment }).finished;
			assert.equal(code, 70, ending);
			assert.match(stderr, /was not checked, and no thread says why|ended with 3/);
		}
	});

	test('a file from which the check does not come back is named, in whatever thread, and the others are checked', async context => {
		const poison = `
			const { Script } = require('node:vm');
			const run = Script.prototype.runInThisContext;
			Script.prototype.runInThisContext = function (options) { return run.call(this, { ...options, timeout: 1500 }); };
			const parse = JSON.parse;
			JSON.parse = text => { while (String(text).includes('endless')); return parse(text); };`;
		const ways = [
			['2', leavesAllToOthers],
			['1', ''],
		] as const;
		for (const [threads, more] of sampled(ways, 2)) {
			const { files, environment } = inEveryThread(`${poison}\n${more}`);
			const endless = JSON.stringify({ name: 'endless', type: 'assoc_array' });
			const cwd = folder(context, { ...siteFiles, 'endless.xclarity.json': endless, ...files });
			const { code, stdout, stderr } = await start(['check', '--threads', threads], { cwd, environment }).finished;
			assert.equal(code, 2);
			assert.equal(stderr, 'not checked: endless.xclarity.json: it took so long that it was given up\n');
			assert.match(stdout, /^\d files: 0 errors, 0 warnings; 1 not checked$/m);
		}
	});

	test('a thread gets the compiled code that an earlier run has kept', async context => {
		const tells = `${leavesAllToOthers};
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
		const { code, stdout, stderr } = await finished;
		assert.deepEqual([code, stdout, stderr], [2, '', 'stuck\nxclarity: stopped before the end.\n']);
	});

	test('a few files stay in one thread, and many take no more than there are processors', () => {
		assert.deepEqual(
			[0, 1, 99, 100, 5000].map(files => threadsFor(files, 2)),
			[1, 1, 1, 2, 2],
		);
		assert.equal(threadsFor(5000, 1), 1);
		assert.equal(threadsFor(5000, 128), 8);
	});

	test('each file is given to one thread', () => {
		const claims = new Claims(100);
		const given = [claims, new Claims(claims.shared)].map(one => one[Symbol.iterator]());
		const taken: number[] = [];
		for (let turn = 0; taken.length < 100; turn++) {
			const { value, done } = given[turn % 3 === 0 ? 0 : 1]?.next() ?? {};
			if (!done && value !== undefined) taken.push(value);
		}
		assert.deepEqual(
			taken.sort((a, b) => a - b),
			[...Array(100).keys()],
		);
		claims.end();
		assert.deepEqual([...claims], []);
	});

	test('how many is a number from 1', async context => {
		const cwd = folder(context, siteFiles);
		for (const given of ['0', '65', 'two']) {
			const { code, stderr } = await xclarity(['check', '--threads', given], { cwd });
			assert.equal(code, 2);
			assert.match(stderr, /--threads takes a number/);
		}
	});
});
