import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { runTool } from '../../../server/cli/secondOpinion/runTool';

const run = (script: string, limit = 60_000) =>
	runTool(
		{ program: process.execPath, args: ['-e', script], cwd: process.cwd(), limit },
		{ environment: process.env, signal: new AbortController().signal },
	);

suite('a program of others', () => {
	test('gives what it says on both streams, and how it ended', async () => {
		assert.deepEqual(await run('console.log(1); console.error(2); process.exitCode = 3'), { text: '1\n2\n', code: 3 });
	});

	test('that does not end is ended', async () => {
		assert.equal(await run('setInterval(() => {}, 1000)', 1), 'late');
	});

	test('that does not stop talking is ended', async () => {
		const outcome = await run('for (;;) require("fs").writeSync(1, "x".repeat(65536))');
		assert.ok(typeof outcome === 'object' && outcome.code === null && outcome.text.length > 1_000_000);
	});
});
