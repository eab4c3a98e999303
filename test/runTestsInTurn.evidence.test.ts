import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { folder } from './support/product';

const runner = pathToFileURL(path.resolve('build/runTests.mjs')).href;
const library = pathToFileURL(path.resolve('build/testLibrary.mjs')).href;

suite('a run of tests, one after the other', () => {
	test('what a file waits for in vain is thrown when the others have run, each with what it is told', context => {
		const root = folder(context, {
			'first.mjs': `import 'never-loaded';`,
			'second.mjs': `import { test } from '${library}';
				test('is told', () => { if (process.env.TOLD !== 'yes') throw new Error('not told') });`,
		});
		const [first, second] = ['first.mjs', 'second.mjs'].map(name => JSON.stringify(path.join(root, name)));
		const script = `
			import { runTests } from ${JSON.stringify(runner)};
			const tests = [
				{ file: ${first}, after: Promise.reject(new Error('not built')) },
				{ file: ${second}, after: Promise.resolve(), environment: { TOLD: 'yes' } },
			];
			console.log(await runTests(tests, 1).catch(String));`;
		const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
		assert.equal(stdout, '✔ second: 1 passed\nError: not built\n');
	});
});
