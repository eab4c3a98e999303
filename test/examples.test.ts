import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { xclarity } from './support/product';

interface Report {
	readonly counts: { readonly files: number };
	readonly diagnostics: readonly { readonly file: string; readonly code: string; readonly severity: string }[];
}

async function check(folder: string): Promise<Report> {
	const { stdout, stderr } = await xclarity(['check', '--format', 'json', folder]);
	assert.equal(stderr, '');
	return JSON.parse(stdout);
}

suite('examples', () => {
	for (const name of readdirSync('examples').filter(folder => !folder.endsWith('-with-a-mistake'))) {
		test(`${name} is three files without a complaint`, async () => {
			const { counts, diagnostics } = await check(`examples/${name}`);
			assert.deepEqual(diagnostics, []);
			assert.equal(counts.files, 3);
		});
	}

	test('the example with a mistake has this one', async () => {
		const { diagnostics } = await check('examples/rhel9-with-a-mistake');
		assert.deepEqual(
			diagnostics.map(({ file, code, severity }) => ({ file: file.replaceAll('\\', '/'), code, severity })),
			[{ file: 'examples/rhel9-with-a-mistake/ks.cfg', code: 'macro-unknown', severity: 'error' }],
		);
	});
});
