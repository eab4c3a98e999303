import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { threadsFor } from '../../../server/cli/check/checkFiles';
import { Claims } from '../../../server/cli/check/claims';
import { endlessText } from '../../support/endlessText';
import { folder, start, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { isThorough, sampled } from '../../support/thorough';
import { inEveryThread, loopsUntilReplaced, mixedFiles } from './filesForThreads';
import { cleanFiles } from './progressOfCheck';

suite('xclarity check in threads', () => {
	test('says the same, byte for byte, as in one', async context => {
		const cwd = folder(context, mixedFiles());
		for (const format of sampled(['json', 'text', 'sarif'], 3)) {
			const one = await xclarity(['check', '--format', format], { cwd });
			const several = await start(['check', '--threads', isThorough ? '3' : '2', '--format', format], { cwd }).finished;
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

	test('a file from which the check does not come back is named, in whatever thread, and the others are checked', async context => {
		for (const threads of sampled(['2', '1'], 2)) {
			const { files, environment } = inEveryThread(`${endlessText}\n${loopsUntilReplaced}`);
			const endless = JSON.stringify({ name: 'endless', type: 'assoc_array' });
			const cwd = folder(context, { ...cleanFiles, 'node14.xclarity.json': endless, ...files });
			const { code, stdout, stderr } = await start(['check', '--threads', threads], { cwd, environment }).finished;
			assert.equal(code, 2);
			assert.equal(stderr, 'not checked: node14.xclarity.json: it took so long that it was given up\n');
			assert.match(stdout, /^30 files: 0 errors, 0 warnings; 1 not checked$/m);
		}
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
			if (done || !value) continue;
			taken.push(...value);
			for (const position of value) assert.deepEqual(claims.togetherWith(position), value);
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
