import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { IgnoredFiles } from '../../../server/cli/check/ignoredFiles';
import { diskWorkspace } from '../../../server/cli/diskWorkspace';
import { uriIn } from '../../../server/cli/findFiles';
import { folder, xclarity } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';

const broken = siteKickstart.replace('server0.locale', 'server0.locle');
const files = async (cwd: string, ...args: readonly string[]): Promise<string[]> => {
	const { stdout } = await xclarity(['check', '--json', '--allow-unchecked', ...args], { cwd });
	const found: { file: string }[] = JSON.parse(stdout).diagnostics;
	return [...new Set(found.map(({ file }) => file.replaceAll('\\', '/')))].sort();
};

suite('what xclarity check looks at', () => {
	test('patterns that no shell has expanded', async context => {
		const cwd = folder(context, { 'a/ks.cfg': broken, 'a/b/c.ks': broken, 'd.ks': broken });
		assert.deepEqual(await files(cwd, 'a/**/*.ks'), ['a/b/c.ks']);
		assert.deepEqual(await files(cwd, '*.{ks,cfg}', 'a/*'), ['a/ks.cfg', 'd.ks']);
		assert.deepEqual(await files(path.join(cwd, 'a'), '../*.ks'), ['../d.ks']);
		const { code, stderr } = await xclarity(['check', '*.xml'], { cwd });
		assert.deepEqual([code, stderr], [2, 'xclarity: *.xml matches no file.\n']);
	});

	test('not what .gitignore and xclarity.json leave out, unless it is named or asked for', async context => {
		const cwd = folder(context, {
			'.gitignore': 'build/\n*.ks\n!keep.ks\n',
			'build/a.cfg': broken,
			'b.ks': broken,
			'keep.ks': broken,
			'sub/.gitignore': '!c.ks\n/d.cfg\n',
			'sub/c.ks': broken,
			'sub/d.cfg': broken,
			'sub/e/d.cfg': broken,
			'sub/xclarity.json': '{ "links": [], "ignore": ["old"] }',
			'sub/old/f.cfg': broken,
			'old/g.cfg': broken,
		});
		const left = ['keep.ks', 'old/g.cfg', 'sub/c.ks', 'sub/e/d.cfg'];
		assert.deepEqual(await files(cwd), left);
		assert.deepEqual(await files(cwd, 'sub'), ['sub/c.ks', 'sub/e/d.cfg']);
		assert.deepEqual(await files(path.join(cwd, 'sub')), ['c.ks', 'e/d.cfg']);
		assert.deepEqual(await files(cwd, 'b.ks'), ['b.ks']);
		assert.deepEqual(await files(cwd, 'build'), []);
		assert.equal((await files(cwd, '--no-ignore')).length, 8);
	});

	test('.gitignore minds the case of letters where git does', async context => {
		const cwd = folder(context, { '.gitignore': 'KS.cfg\nBUILD/\n', 'ks.cfg': broken, 'build/a.ks': broken });
		const isCaseless = process.platform === 'win32' || process.platform === 'darwin';
		assert.deepEqual(await files(cwd), isCaseless ? [] : ['build/a.ks', 'ks.cfg']);
		const caseless = new IgnoredFiles(diskWorkspace(cwd), { ignoresCase: true });
		assert.equal(await caseless.has(uriIn(cwd, 'ks.cfg')), true);
	});

	test('of named files only ours, for a hook that names every file', async context => {
		const cwd = folder(context, {
			...siteFiles,
			'.gitignore': 'build/\n',
			'build/a.cfg': broken,
			'package.json': '{ "name": "a" }',
			'pom.xml': '<project/>',
		});
		const check = (...args: readonly string[]) => xclarity(['check', '--ignore-unknown', ...args], { cwd });
		const { code, stdout } = await check('package.json', 'pom.xml', 'build/a.cfg', 'site.xclarity.json');
		assert.deepEqual([code, stdout], [0, '2 files: 0 errors, 0 warnings\n']);
		assert.equal((await check('package.json', 'build/a.cfg')).code, 0);
		assert.equal((await xclarity(['check', 'package.json'], { cwd })).code, 1);
		writeFileSync(path.join(cwd, 'ks.cfg'), broken);
		assert.equal((await check('pom.xml', 'site.xclarity.json')).code, 1);
	});

	test('what lies above a repository says nothing about it', async context => {
		const cwd = folder(context, {
			'.gitignore': '*\n',
			'repository/.git/HEAD': 'ref: x\n',
			'repository/ks.cfg': broken,
		});
		assert.deepEqual(await files(path.join(cwd, 'repository')), ['ks.cfg']);
	});

	test('the text on standard input, as the file whose name it has', async context => {
		const cwd = folder(context, siteFiles);
		const check = (input: string, ...args: readonly string[]) => xclarity(['check', ...args], { cwd, input });
		const { code, stdout } = await check(broken, '--stdin-filename', 'ks.cfg', '-');
		assert.match(stdout, /^ks\.cfg:5:6 error .*site\.xclarity\.json.*\[macro-unknown\]$/m);
		assert.equal(code, 1);
		assert.equal((await check(siteKickstart, '--stdin-filename', 'new/name.ks')).code, 0);
		for (const [args, words] of [
			[['-'], /- needs --stdin-filename/],
			[['-', 'ks.cfg', '--stdin-filename', 'a.ks'], /- stands alone/],
			[['ks.cfg', '--stdin-filename', 'a.ks'], /--stdin-filename goes with -/],
			[['-', '--stdin-filename', 'a.ks', '--fix'], /does not go with standard input/],
		] as const) {
			const { code: refused, stderr } = await check('', ...args);
			assert.equal(refused, 2);
			assert.match(stderr, words);
		}
	});

	test('what has changed since a commit, and what is linked with it', async context => {
		const cwd = folder(context, { ...siteFiles, 'other.ks': broken, 'sub/more.ks': broken });
		const git = (...args: readonly string[]) =>
			execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.net', ...args], { cwd, stdio: 'pipe' });
		git('init', '--quiet');
		git('add', '.');
		git('commit', '--quiet', '--message', 'all');
		const nothing = await xclarity(['check', '--changed-since', 'HEAD'], { cwd });
		assert.deepEqual([nothing.code, nothing.stderr], [0, 'Of what is checked here, nothing has changed since HEAD.\n']);
		writeFileSync(path.join(cwd, 'site.xclarity.json'), siteConfig.replace('"locale"', '"language"'));
		assert.deepEqual(await files(cwd, '--changed-since', 'HEAD'), ['ks.cfg', 'site.xclarity.json']);
		git('commit', '--quiet', '--all', '--message', 'rename');
		mkdirSync(path.join(cwd, 'new'));
		writeFileSync(path.join(cwd, 'new/a.ks'), broken);
		assert.deepEqual(await files(cwd, '--changed-since', 'HEAD'), ['new/a.ks']);
		assert.deepEqual(await files(cwd, '--changed-since', 'HEAD~1'), ['ks.cfg', 'new/a.ks', 'site.xclarity.json']);
		assert.deepEqual(await files(path.join(cwd, 'new'), '..', '--changed-since', 'HEAD'), ['../new/a.ks']);
		const shallow = path.join(cwd, 'shallow');
		git('clone', '--quiet', '--depth', '1', `file://${cwd.replaceAll('\\', '/')}`, shallow);
		const cut = await xclarity(['check', '--changed-since', 'HEAD~1'], { cwd: shallow });
		assert.equal(cut.code, 2);
		assert.match(cut.stderr, /This clone is shallow: .*fetch-depth: 0/);
		for (const ref of ['nowhere', '--output=x']) {
			const { code, stderr } = await xclarity(['check', `--changed-since=${ref}`], { cwd });
			assert.equal(code, 2);
			assert.match(stderr, /^xclarity: --changed-since /);
		}
	});
});

suite('what xclarity check reports', () => {
	const doubtful = siteKickstart.replace('reboot\n', 'reboot\nlang de_DE.UTF-8\n');

	test('--quiet reports errors only, and --max-warnings counts the others all the same', async context => {
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': doubtful });
		const plain = await xclarity(['check', 'ks.cfg'], { cwd });
		assert.match(plain.stdout, /^ks\.cfg:\d+:\d+ warning /m);
		assert.equal(plain.code, 0);
		const quiet = await xclarity(['check', 'ks.cfg', '--quiet'], { cwd });
		assert.equal(quiet.stdout, '1 file: 0 errors, 0 warnings\n');
		assert.equal((await xclarity(['check', 'ks.cfg', '--quiet', '--max-warnings', '0'], { cwd })).code, 1);
		assert.equal((await xclarity(['check', 'ks.cfg', '--max-warnings=9'], { cwd })).code, 0);
		assert.match((await xclarity(['check', '--max-warnings', 'many'], { cwd })).stderr, /takes a number, not 'many'/);
	});

	test('a baseline knows what was there, and nothing that comes', async context => {
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': broken });
		const written = await xclarity(['check', '--write-baseline', 'known.json'], { cwd });
		assert.deepEqual([written.code, written.stdout], [0, '']);
		assert.match(written.stderr, /^known\.json knows 1 report now\.$/m);
		const again = await xclarity(['check', '--baseline', 'known.json'], { cwd });
		assert.equal(again.code, 0);
		assert.match(again.stderr, /^\d+ known to known\.json and left out\.$/m);
		writeFileSync(path.join(cwd, 'ks.cfg'), `# above\n${broken}echo\n`);
		const worse = await xclarity(['check', '--baseline', 'known.json'], { cwd });
		assert.doesNotMatch(worse.stdout, /macro-unknown/);
		assert.equal(worse.code, 1);
		writeFileSync(path.join(cwd, 'ks.cfg'), siteKickstart);
		assert.match(
			(await xclarity(['check', '--baseline', 'known.json'], { cwd })).stderr,
			/in known\.json no longer found/,
		);
		writeFileSync(path.join(cwd, 'odd.json'), '[]');
		for (const name of ['odd.json', 'none.json'])
			assert.equal((await xclarity(['check', '--baseline', name], { cwd })).code, 2);
		assert.doesNotMatch(readFileSync(path.join(cwd, 'known.json'), 'utf8'), /locle/);
	});

	test('a baseline knows the same files from any folder, and no other of the same name', async context => {
		const below = Object.fromEntries(Object.entries(siteFiles).map(([name, text]) => [`in/${name}`, text]));
		const cwd = folder(context, { ...siteFiles, ...below, 'in/ks.cfg': broken, 'ks.cfg': broken, 'ci/here': '' });
		const check = (where: string, ...args: string[]) => xclarity(['check', ...args], { cwd: path.join(cwd, where) });
		await check('', '--write-baseline', 'ci/known.json', 'ks.cfg');
		const names = Object.keys(JSON.parse(readFileSync(path.join(cwd, 'ci/known.json'), 'utf8')).known);
		assert.deepEqual(names, ['../ks.cfg']);
		for (const [where, baseline, file] of [
			['', 'ci/known.json', './ks.cfg'],
			['ci', 'known.json', '../ks.cfg'],
			['in', path.join(cwd, 'ci/known.json'), path.join(cwd, 'ks.cfg')],
		] as const)
			assert.equal((await check(where, '--baseline', baseline, file)).code, 0, where);
		const other = await check('in', '--baseline', '../ci/known.json', 'ks.cfg');
		assert.equal(other.code, 1);
		assert.match(other.stdout, /^ks\.cfg:.*\[macro-unknown\]/m);
	});

	test('colours where they are asked for, and never out of a file', async context => {
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': broken.replace('locle', 'locle\u001b[31m') });
		const coloured = await xclarity(['check', 'ks.cfg'], { cwd, environment: { FORCE_COLOR: '1' } });
		assert.ok(coloured.stdout.includes('\u001b[31merror\u001b[39m'));
		assert.ok(coloured.stdout.includes('\\u001b[31m'));
		for (const environment of [{ FORCE_COLOR: '' }, { FORCE_COLOR: '0' }, { FORCE_COLOR: '', NO_COLOR: '1' }])
			assert.ok(!(await xclarity(['check', 'ks.cfg'], { cwd, environment })).stdout.includes('\u001b'));
	});
});
