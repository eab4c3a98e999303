import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';

suite('agreement with the reference parsers', () => {
	test('every mark is reached', { skip: !existsSync('../shared/corpus') && 'no corpus' }, context => {
		const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/corpus.mjs', '--quiet'], {
			encoding: 'utf8',
		});
		for (const line of stdout.trimEnd().split('\n')) context.diagnostic(line);
		assert.deepEqual([status, stderr], [0, '']);
		for (const dialect of ['kickstart', 'esxi', 'autoyast', 'windows'])
			assert.match(stdout, new RegExp(`^\\| ${dialect} \\|`, 'm'));
	});
});
