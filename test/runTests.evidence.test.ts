import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const address = (file: string) => pathToFileURL(path.resolve(file)).href;
const runner = address('build/runTests.mjs');
const testLibrary = address('build/testLibrary.mjs');
const synchronousTests = address('build/synchronousTests.mjs');

/** What a run of these files prints, the last line being what it counts. */
function run(context: TestContext, files: Readonly<Record<string, string>>, library = testLibrary): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'run-'));
	context.after(() => rmSync(folder, { recursive: true }));
	for (const [name, text] of Object.entries(files))
		writeFileSync(
			path.join(folder, name),
			`import { after, afterEach, before, suite, test } from '${library}';\n${text}`,
		);
	const tests = Object.keys(files).map(name => ({ file: path.join(folder, name) }));
	const script = `
		import { runTests } from ${JSON.stringify(runner)};
		console.log(JSON.stringify(await runTests(${JSON.stringify(tests)}, 1)));`;
	const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
	return stdout;
}

suite('a run of tests', () => {
	test('what fails is named with its suites and its error, what passes is counted', context => {
		const printed = run(context, {
			'one.mjs': `suite('outer', () => {
				suite('inner', () => test('falls', () => { throw new Error('why it fell') }));
				test('waits and falls', async () => { await undefined; throw 'no error' });
				test('stands', () => {});
				test('waits', { skip: 'no time' }, context => context.diagnostic('never said'));
				test('tells', context => context.diagnostic('said'));
			});`,
			'two.mjs': `suite('broken', () => { throw new Error('before any test') });`,
		});
		assert.match(printed, /^✖ outer › inner › falls\n {2}Error: why it fell\n {6}at .*one\.mjs/m);
		assert.match(printed, /^✖ outer › waits and falls\n {2}'no error'\n/m);
		assert.match(printed, /^﹣ outer › waits # no time\nℹ said\n/m);
		assert.match(printed, /^✖ broken\n {2}Error: before any test\n/m);
		assert.doesNotMatch(printed, /stands|never said/);
		assert.match(printed, /\n\{"passed":2,"failed":3,"skipped":1\}\n$/);
	});

	test('synchronous tests are told and counted the same', context => {
		const files = {
			'one.mjs': `suite('outer', () => {
				suite('inner', () => test('falls', () => { throw new Error('why it fell') }));
				test('waits', { skip: 'no time' }, () => { throw new Error('never met') });
				test('finds out', context => context.skip('no use'));
				test('tells', { skip: false }, context => context.diagnostic('said'));
			});
			suite('left out', { skip: true }, () => { throw new Error('never met') });`,
			'two.mjs': `suite('broken', () => { throw new Error('before any test') });`,
		};
		const printed = run(context, files, synchronousTests);
		assert.match(printed, /^✖ outer › inner › falls\n {2}Error: why it fell\n {6}at .*one\.mjs/m);
		assert.match(printed, /^﹣ outer › waits # no time\n﹣ outer › finds out # no use\nℹ said\n/m);
		assert.match(printed, /^✖ broken\n {2}Error: before any test\n/m);
		const withoutPlaces = (text: string) =>
			text
				.replace(/^ {6}at .*\n/gm, '')
				.split('\n')
				.sort();
		assert.deepEqual(withoutPlaces(printed), withoutPlaces(run(context, files)));
	});

	test('synchronous tests run when all are declared, between what is around their suite', context => {
		const printed = run(
			context,
			{
				'one.mjs': `const said = [];
					suite('whole', () => {
						after(() => said.push('after'));
						before(() => said.push('before'));
						test('one', () => said.push('one'));
						said.push('declared');
					});
					test('last', context => context.diagnostic(said.join(', ')));`,
			},
			synchronousTests,
		);
		assert.match(printed, /^ℹ declared, before, one, after\n/m);
	});

	test('a synchronous test that waits has failed', context => {
		const waits = `test('waits', async () => {});`;
		assert.match(run(context, { 'one.mjs': waits }, synchronousTests), /"passed":0,"failed":1,/);
	});

	test('what a test asks for at its end runs however it ends, also when it has waited before it asks', context => {
		const printed = run(context, {
			'one.mjs': `const said = [];
				suite('whole', () => {
					afterEach(() => said.push('after each'));
					suite('inner', () => {
						test('one', async context => {
							await undefined;
							context.after(async () => { await undefined; said.push('waited') });
							context.after(() => { throw new Error('at its end') });
							context.after(() => said.push('last'));
						});
						test('two', context => { context.after(() => said.push('two')); throw new Error('why it fell') });
					});
				});
				test('what is said', context => context.diagnostic(said.join(', ')));`,
		});
		assert.match(printed, /^ℹ after each, waited, last, after each, two\n/m);
		assert.match(printed, /^✖ whole › inner › one\n {2}Error: at its end\n/m);
		assert.match(printed, /^✖ whole › inner › two\n {2}Error: why it fell\n/m);
		assert.match(printed, /"passed":1,"failed":2,/);
	});

	test('tests of a suite run beside each other where it says so, and after what prepares them', context => {
		const printed = run(context, {
			'one.mjs': `for (const concurrency of [2, true])
					suite('together', { concurrency }, () => {
						let meet;
						const met = new Promise(resolve => { meet = resolve });
						test('waits', () => met);
						test('is waited for', () => meet());
					});
				suite('unprepared', () => {
					before(async () => { throw new Error('nothing to test') });
					test('is not run', context => context.diagnostic('never said'));
				});`,
		});
		assert.match(printed, /^✖ unprepared\n {2}Error: nothing to test\n/m);
		assert.doesNotMatch(printed, /never said/);
		assert.match(printed, /"passed":4,"failed":1,/);
	});

	test('what waits in vain, or for what throws beside it, is named, and the others run', context => {
		const printed = run(context, {
			'one.mjs': `test('in vain', () => new Promise(() => {}));
				test('beside', () => new Promise(() => setImmediate(() => { throw new Error('aside') })));
				test('refused', () => new Promise(() => { Promise.reject(new Error('nobody met')) }));
				test('stands', () => {});`,
		});
		assert.match(printed, /^✖ in vain\n {2}Error: It waits for what nothing/m);
		assert.match(printed, /^✖ beside\n {2}Error: aside\n/m);
		assert.match(printed, /^✖ refused\n {2}Error: nobody met\n/m);
		assert.match(printed, /"passed":1,"failed":3,/);
	});

	test('a process that does not come to the end of its tests has failed, whatever it says', context => {
		const printed = run(context, {
			'fallen.mjs': `throw new Error('while it is loaded');`,
			'gone.mjs': `test('leaves', () => process.exit(0));`,
			'late.mjs': `test('stands', () => { setImmediate(() => { throw new Error('too late') }) });`,
		});
		assert.match(printed, /^✖ fallen has ended with 1 before/m);
		assert.match(printed, /^✖ gone has ended with 0 before/m);
		assert.match(printed, /^✖ between the tests\n {2}Error: too late\n/m);
		assert.match(printed, /^✖ late has ended with 1 before/m);
		assert.match(printed, /\n\{"passed":1,"failed":3,"skipped":0\}\n$/);
	});
});
