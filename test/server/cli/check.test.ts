import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import type { Range } from 'vscode-languageserver-types';
import { findFiles, uriOf } from '../../../server/cli/findFiles';
import { rules } from '../../../server/language/rules';
import { emptyList, type FileList, noFiles } from '../../../server/workspace/fileSystem';
import { Workspace } from '../../../server/workspace/workspace';
import { folder, xclarity } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';

interface Report {
	readonly counts: Readonly<Record<string, number>>;
	readonly skipped: readonly { readonly file: string; readonly reason: string }[];
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
		assert.equal(report.counts.files, 3);
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

	test('other files of a folder are passed over, and no file at all is not called clean', async context => {
		const cwd = folder(context, {
			'pom.xml': '<project/>',
			'package.json': '{"name":"x"}',
			'a/app.cfg': '[main]\nx=1\n',
		});
		const { code, stdout, stderr } = await xclarity(['check', '--format', 'json', '.'], { cwd });
		assert.deepEqual([code, (JSON.parse(stdout) as Report).counts.files], [2, 0]);
		assert.equal(stderr, 'There is no file to check in the working folder.\n');
		assert.equal((await xclarity(['check', '--allow-unchecked'], { cwd })).code, 0);
	});

	test('wrong usage and unreadable files: exit 2 and a sentence', async context => {
		const cwd = folder(context, {});
		for (const [args, words] of [
			[['check', 'missing.cfg'], /missing\.cfg cannot be read: there is no such file/],
			[['check', '--format', 'xml'], /--format takes one of text, json/],
			[['check', '--json', '--format', 'sarif'], /--json and --format contradict/],
			[['macros', 'a.json', 'b.json'], /takes one configuration-settings file/],
			[['check', '--colour'], /--colour/],
			[['check', '--os', 'nonsense'], /--os takes one of rhels, sles, win, esxi, not 'nonsense'/],
			[['check', '--rhel', 'banana'], /--rhel takes a release such as 9\.4 or 2022, not 'banana'/],
			[['check', '--osrelease', ''], /--osrelease takes a release/],
			[['check', '--rhel', '9', '--sles', '15'], /--rhel and --sles each name the target/],
			[['check', '--rhel', '9', '--osrelease', '8'], /--rhel and --osrelease each name the target/],
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

	test('releases in all their spellings are taken', async context => {
		const cwd = folder(context, siteFiles);
		for (const target of ['9', '9.4', '15-SP3', '15 SP3', '2012r2', '8.0u2', '7.0.3'])
			assert.equal((await xclarity(['check', 'ks.cfg', '--osrelease', target], { cwd })).stderr, '', target);
	});

	test('a named configuration file brings what uses it along, a named manifest all that it names', async context => {
		const cwd = folder(context, {
			...siteFiles,
			'site.xclarity.json': siteConfig.replace('"locale"', '"language"'),
			'other.ks': siteKickstart,
		});
		const { code, stdout } = await xclarity(['check', 'site.xclarity.json'], { cwd });
		assert.equal(code, 1);
		assert.match(stdout, /^ks\.cfg:5:6 error .*\[macro-unknown\]$/m);
		assert.match(stdout, /^2 files: /m);
		assert.match((await xclarity(['check', 'xclarity.json'], { cwd })).stdout, /^3 files: 1 error, /m);
		const below = folder(context, { 'site/a': '' });
		const elsewhere = await xclarity(['check', path.join(cwd, 'site.xclarity.json')], { cwd: below });
		assert.ok(elsewhere.stdout.includes(`${path.join(cwd, 'ks.cfg')}:5:6 error`), elsewhere.stdout);
	});

	test('a mistake in xclarity.json is one report there, also when only the unattend file is named', async context => {
		const manifest = siteFiles['xclarity.json'].replace('site.xclarity.json', 'stie.xclarity.json');
		const cwd = folder(context, { ...siteFiles, 'xclarity.json': manifest });
		const { code, stdout } = await xclarity(['check', 'ks.cfg'], { cwd });
		assert.match(stdout, /^xclarity\.json:\d+:\d+ error .*\[link-config-missing\]$/m);
		assert.match(stdout, /^2 files: 1 error, 0 warnings/m);
		assert.equal(code, 1);
	});

	test('a fix is for the files that were named, not for what is linked with them', async context => {
		const broken = siteKickstart.replace('server0.locale', 'server0.locle');
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': broken });
		const { code } = await xclarity(['check', '--fix', 'site.xclarity.json'], { cwd });
		assert.equal(code, 1);
		assert.equal(readFileSync(path.join(cwd, 'ks.cfg'), 'utf8'), broken);
	});

	test('what cannot be read is named, and ends with 2', { skip: process.platform === 'win32' }, async context => {
		const cwd = folder(context, { ...siteFiles, 'large.ks': `#${' '.repeat(16 * 1024 * 1024)}` });
		symlinkSync('gone.ks', path.join(cwd, 'link.ks'));
		symlinkSync('.', path.join(cwd, 'folder.ks'));
		const { code, stdout, stderr } = await xclarity(['check', '--format', 'json'], { cwd });
		const { counts, skipped }: Report = JSON.parse(stdout);
		assert.deepEqual(skipped, [
			{ file: 'large.ks', reason: 'it is larger than 16 MiB' },
			{ file: 'link.ks', reason: 'there is no such file' },
		]);
		assert.deepEqual([code, counts.files, counts.skipped], [2, 3, 2]);
		assert.match(stderr, /^not checked: large\.ks: it is larger than 16 MiB$/m);
		const text = await xclarity(['check', '--allow-unchecked'], { cwd });
		assert.match(text.stdout, /^3 files: 0 errors, 0 warnings; 2 not checked$/m);
		assert.equal(text.code, 0);
	});

	test('what has the name of a file and is none is named, too', {
		skip: process.platform !== 'linux',
	}, async context => {
		const cwd = folder(context, { ...siteFiles, 'folder.xclarity.json/inside.txt': '' });
		execFileSync('mkfifo', [path.join(cwd, 'pipe.ks')]);
		symlinkSync('/proc/self/mem', path.join(cwd, 'memory.xclarity.json'));
		const { code, stdout } = await xclarity(['check', '--format', 'json'], { cwd });
		const { skipped }: Report = JSON.parse(stdout);
		assert.deepEqual(
			skipped.map(({ file, reason }) => `${file}: ${reason.replace(/^E\w+: /, '')}`),
			[
				'folder.xclarity.json: it is a folder',
				'memory.xclarity.json: i/o error, read',
				'pipe.ks: it is no regular file',
			],
		);
		assert.equal(code, 2);
	});

	test('a folder in the place of the manifest, or of a file that it names, is named as not checked', async context => {
		const { 'xclarity.json': manifest, 'ks.cfg': kickstart, ...config } = siteFiles;
		const site = { ...config, 'ks.cfg': kickstart, 'xclarity.json/inside.txt': '' };
		const linked = {
			...config,
			'xclarity.json': manifest.replace('*.cfg', 'ks.cfg'),
			'ks.cfg/inside.txt': '',
			'other.ks': 'lang en_US\n',
		};
		for (const [files, told] of [
			[site, 'xclarity.json'],
			[linked, 'ks.cfg'],
		] as const) {
			const cwd = folder(context, files);
			const { code, stderr } = await xclarity(['check'], { cwd });
			assert.deepEqual([code, stderr], [2, `not checked: ${told}: it is a folder\n`]);
			const map = await xclarity(['map'], { cwd });
			assert.deepEqual([map.code, map.stderr], [2, `not on the map: ${told}: it is a folder\n`]);
		}
		const named = await xclarity(['map', 'xclarity.json'], { cwd: folder(context, linked) });
		assert.deepEqual([named.code, named.stderr], [2, 'not on the map: ks.cfg: it is a folder\n']);
	});

	test('an empty name is no folder', async context => {
		const { code, stderr } = await xclarity(['check', ''], { cwd: folder(context, siteFiles) });
		assert.match(stderr, /empty name/);
		assert.equal(code, 2);
	});

	test('folders that may not be looked into, and a list that was cut, are named', async () => {
		const disk = (list: Partial<FileList>) =>
			new Workspace({
				files: { ...noFiles, list: async () => ({ ...emptyList, ...list }) },
				openDocuments: () => [],
				roots: () => [],
			});
		const cwd = process.cwd();
		const skippedIn = async (list: Partial<FileList>) =>
			(await findFiles(['test'], { cwd, workspace: disk(list) })).skipped;
		assert.deepEqual(await skippedIn({}), []);
		assert.deepEqual(await skippedIn({ closed: [uriOf(path.resolve('test/closed'))] }), [
			{ file: path.join('test', 'closed'), reason: 'the folder may not be looked into' },
		]);
		assert.deepEqual(await skippedIn({ uris: [uriOf(path.resolve('test/a.txt'))], isCut: true }), [
			{ file: 'test', reason: 'it holds more than 1 files; name smaller folders' },
		]);
	});

	test('what is nested too deep to be checked is named, and the end is 2, also where only errors are shown', async context => {
		const open =
			'{"category":"dynamic","common":true,"name":"a","label":"A","optional":true,"type":"assoc_array","content":[';
		const nested = (depth: number): string => `${open.repeat(depth)}${']}'.repeat(depth)}`;
		const ended = async (depth: number) => {
			const { code, stderr } = await xclarity(['check', '--quiet'], {
				cwd: folder(context, { 'a.xclarity.json': nested(depth) }),
			});
			return { code, stderr };
		};
		assert.deepEqual(await ended(90), { code: 0, stderr: '' });
		const told = 'not checked: a.xclarity.json: what is nested so deep, from line 1 on\n';
		assert.deepEqual(await ended(200), { code: 2, stderr: told });
	});

	test('JSON tells of each report its page, its evidence, its related places and its fixes', async context => {
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': siteKickstart.replace('server0.locale', 'server0.locle') });
		const { stdout } = await xclarity(['check', '--format', 'json', 'ks.cfg'], { cwd });
		const { counts, diagnostics } = JSON.parse(stdout);
		assert.equal(counts.errors, 1);
		const [{ page, grade, fixes }] = diagnostics;
		assert.match(page, /docs\/rules\/macro-unknown\.md$/);
		assert.equal(grade, rules['macro-unknown'].grade);
		assert.deepEqual(fixes[0], {
			title: 'Change to #server-settings.server0.locale#',
			effect: 'safe',
			isSafe: true,
			edits: [
				{
					range: { start: { line: 4, character: 5 }, end: { line: 4, character: 36 } },
					newText: '#server-settings.server0.locale#',
				},
			],
		});
		const twice = folder(context, { 'site.xclarity.json': siteConfig.replace('"logpath"', '"server-settings"') });
		const { diagnostics: found } = JSON.parse((await xclarity(['check', '--format', 'json'], { cwd: twice })).stdout);
		assert.deepEqual(
			found.find(({ code }: { code: string }) => code === 'config-duplicate-name').related.map(placeOf),
			['site.xclarity.json:9'],
		);
	});
});

const placeOf = ({ file, range }: { file: string; range: Range }): string => `${file}:${range.start.line + 1}`;
