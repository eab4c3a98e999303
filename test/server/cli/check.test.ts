import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folder, xclarity } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';

interface Report {
	readonly files: number;
	readonly diagnostics: readonly {
		readonly file: string;
		readonly severity: string;
		readonly code: string;
		readonly range: { readonly start: { readonly line: number; readonly character: number } };
	}[];
}

suite('xclarity check', () => {
	test('a clean pair: exit 0, three files, no error and no warning', async context => {
		const { code, stdout, stderr } = await xclarity(['check', '--format', 'json'], { cwd: folder(context, siteFiles) });
		const report: Report = JSON.parse(stdout);
		assert.deepEqual(
			report.diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning'),
			[],
		);
		assert.equal(report.files, 3);
		assert.deepEqual([code, stderr], [0, '']);
	});

	test('a misspelled macro: exit 1, its place, its line and a caret', async context => {
		const files = { ...siteFiles, 'ks.cfg': siteKickstart.replace('server0.locale', 'server0.locle') };
		const cwd = folder(context, files);
		const { code, stdout } = await xclarity(['check', 'ks.cfg'], { cwd });
		assert.equal(code, 1);
		assert.match(stdout, /^ks\.cfg:5:6 error .*locle.*\[macro-[a-z-]+\]$/m);
		assert.match(stdout, /^ {2}lang #server-settings\.server0\.locle#\.UTF-8\n {7}\^+$/m);
		const json: Report = JSON.parse((await xclarity(['check', '--format', 'json', 'ks.cfg'], { cwd })).stdout);
		assert.deepEqual(
			json.diagnostics.map(({ file, range }) => ({ file, line: range.start.line, character: range.start.character })),
			[{ file: 'ks.cfg', line: 4, character: 5 }],
		);
	});

	test('a named file that nothing recognises is an error', async context => {
		const { code, stdout } = await xclarity(['check', '--format', 'json', 'notes.txt'], {
			cwd: folder(context, { 'notes.txt': 'buy milk\n' }),
		});
		assert.equal(code, 1);
		assert.deepEqual(
			(JSON.parse(stdout) as Report).diagnostics.map(found => found.code),
			['file-unrecognised'],
		);
	});

	test('other files of a folder are passed over', async context => {
		const cwd = folder(context, {
			'pom.xml': '<project/>',
			'package.json': '{"name":"x"}',
			'a/app.cfg': '[main]\nx=1\n',
		});
		const { code, stdout } = await xclarity(['check', '--format', 'json', '.'], { cwd });
		assert.deepEqual([code, (JSON.parse(stdout) as Report).files], [0, 0]);
	});

	test('wrong usage and unreadable files: exit 2 and a sentence', async context => {
		const cwd = folder(context, {});
		for (const [args, words] of [
			[['check', 'missing.cfg'], /missing\.cfg cannot be read: there is no such file/],
			[['check', '--format', 'xml'], /--format takes one of text, json/],
			[['check', '--colour'], /--colour/],
			[['frobnicate'], /no command 'frobnicate'/],
		] as const) {
			const { code, stdout, stderr } = await xclarity(args, { cwd });
			assert.deepEqual([code, stdout], [2, ''], args.join(' '));
			assert.match(stderr, words);
		}
	});

	test('severities come from xclarity.json', async context => {
		const files = {
			...siteFiles,
			'ks.cfg': siteKickstart.replace('server0.locale', 'server0.locle'),
			'xclarity.json': siteFiles['xclarity.json'].replace(
				'"links"',
				'"rules": { "macro-unknown": "off", "macro-misspelled": "off" }, "links"',
			),
		};
		const { code } = await xclarity(['check', 'ks.cfg'], { cwd: folder(context, files) });
		assert.equal(code, 0);
	});
});
