import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

interface Report {
	readonly files: number;
	readonly diagnostics: readonly { readonly file: string; readonly code: string; readonly severity: string }[];
}

function check(folder: string): Report {
	const cli = path.join(process.env.XCLARITY_DIST ?? 'dist', 'cli.js');
	const { stdout, stderr } = spawnSync(process.execPath, [cli, 'check', '--format', 'json', folder], {
		encoding: 'utf8',
	});
	assert.equal(stderr, '');
	return JSON.parse(stdout) as Report;
}

suite('examples', () => {
	for (const name of readdirSync('examples').filter(folder => !folder.endsWith('-with-a-mistake'))) {
		test(`${name} is three files without a complaint`, () => {
			const { files, diagnostics } = check(`examples/${name}`);
			assert.deepEqual(diagnostics, []);
			assert.equal(files, 3);
		});
	}

	test('the example with a mistake has this one', () => {
		const { diagnostics } = check('examples/rhel9-with-a-mistake');
		assert.deepEqual(
			diagnostics.map(({ file, code, severity }) => ({ file: file.replaceAll('\\', '/'), code, severity })),
			[{ file: 'examples/rhel9-with-a-mistake/ks.cfg', code: 'macro-unknown', severity: 'error' }],
		);
	});
});
