/** The ways in which others get the terminal tool, each walked to its end with the npm and the git of this machine. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import { version } from '../package.json';

const root = mkdtempSync(path.join(os.tmpdir(), 'xclarity-install-'));
const isWindows = process.platform === 'win32';
const noBash = isWindows && 'bash is that of another system here; the workflow runs it';

/** As on a machine that has Node and npm, and nothing of the run that this test is in. */
const environment: NodeJS.ProcessEnv = {
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_OPTIONS$/i.test(name))),
	npm_config_logs_max: '0',
	npm_config_update_notifier: 'false',
};

function run(program: string, args: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}) {
	const { status, stdout, stderr } = spawnSync(program, [...args], {
		cwd,
		encoding: 'utf8',
		env: { ...environment, ...more },
		shell: isWindows,
	});
	return { status, stdout, stderr };
}

function npm(args: readonly string[], cwd: string): string {
	const { status, stdout, stderr } = run('npm', args, cwd);
	assert.equal(status, 0, stderr);
	return stdout;
}

/** The files of this project as a clone has them, without what neither the build nor npm needs. */
function clone(name: string): string {
	const to = path.join(root, name);
	const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
		encoding: 'utf8',
	});
	for (const file of files.split('\0').filter(each => each !== '' && !/^(?:test|bench|docs(?!\/rules))\//.test(each)))
		cpSync(file, path.join(root, name, file));
	return to;
}

function cloneWithPackages(name: string): string {
	const to = clone(name);
	symlinkSync(path.resolve('node_modules'), path.join(to, 'node_modules'), 'junction');
	return to;
}

/** A folder of somebody who has a pair with one mistake. */
function site(name: string): string {
	const to = path.join(root, name);
	cpSync('examples/rhel9-with-a-mistake', to, { recursive: true });
	return to;
}

const mistake = /macro-unknown/;

/** The shell lines of a YAML file below a key: a block, or a list with a command in each entry. */
function linesBelow(text: string, key: string, nth = 0): string {
	const [, indent = '', rest = ''] =
		[...text.matchAll(new RegExp(`^( *)${key}:(?: \\|)?\\n(?=([^]*))`, 'gm'))][nth] ?? [];
	const end = rest.split('\n').findIndex(line => line.trim() !== '' && line.search(/\S/) <= indent.length);
	const lines = rest.split('\n').slice(0, end < 0 ? undefined : end);
	return lines.map(line => line.trim().replace(/^- /, '')).join('\n');
}

suite('xclarity is installed', () => {
	let tarball = '';
	let packed = '';
	const app = path.join(root, 'app');
	before(() => {
		mkdirSync(app);
		packed = cloneWithPackages('packed');
		npm(['pack', '--pack-destination', root], packed);
		tarball = path.join(root, readdirSync(root).find(name => name.endsWith('.tgz')) ?? 'no package');
		npm(['install', '--offline', '--prefix', app, tarball], app);
	});
	after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

	function assertWorks(xclarity: string): void {
		assert.equal(run(xclarity, ['--version'], root).stdout, `${version}\n`);
		const { status, stdout } = run(xclarity, ['check'], site('checked'));
		assert.equal(status, 1);
		assert.match(stdout, mistake);
	}

	test('from what npm packs, on a machine without a network', () => {
		assertWorks(path.join(app, 'node_modules/.bin/xclarity'));
		const dist = path.join(app, 'node_modules/xclarity-authoring/dist');
		const { components } = JSON.parse(readFileSync(path.join(dist, 'sbom.cdx.json'), 'utf8'));
		const notices = readFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
		assert.ok(components.length > 10);
		for (const { group, name, version: its, hashes } of components) {
			assert.ok(notices.includes(`\n${group === undefined ? '' : `${group}/`}${name} ${its} (`), name);
			assert.equal(hashes[0].alg, 'SHA-512', name);
		}
	});

	test('from git, where npm builds it', context => {
		if (run('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=10000'], root).status !== 0)
			return context.skip('no registry of packages can be reached');
		const repository = clone('repository');
		for (const args of [
			['init', '--quiet'],
			['add', '.'],
			['-c', 'user.name=a', '-c', 'user.email=a@example.net', 'commit', '-qm', 'all'],
		])
			assert.equal(run('git', args, repository).status, 0);
		const prefix = path.join(root, 'global');
		const source = `git+${pathToFileURL(repository).href}`;
		npm(['install', '--global', '--install-links', '--prefer-offline', '--prefix', prefix, source], root);
		assertWorks(path.join(prefix, isWindows ? 'xclarity' : 'bin/xclarity'));
	});

	test('by the job of GitLab, which writes its report and ends as the check does', { skip: noBash }, () => {
		const cwd = site('gitlab');
		const prefix = path.join(root, 'gitlab-prefix');
		const job = readFileSync('gitlab/check.yml', 'utf8');
		const script = `set -eo pipefail\n${linesBelow(job, 'before_script')}\n${linesBelow(job, 'script')}`;
		const { status, stdout } = run('bash', ['--norc', '-c', script], cwd, {
			XCLARITY_PACKAGE: tarball,
			XCLARITY_OPTIONS: '--max-warnings 0 .',
			npm_config_prefix: prefix,
			npm_config_offline: 'true',
			PATH: `${path.join(prefix, 'bin')}${path.delimiter}${process.env.PATH}`,
		});
		assert.equal(status, 1);
		assert.match(stdout, mistake);
		const issues: { check_name: string }[] = JSON.parse(
			readFileSync(path.join(cwd, 'gl-code-quality-report.json'), 'utf8'),
		);
		const schema = JSON.parse(readFileSync('test/fixtures/reports/gitlab.schema.json', 'utf8'));
		assert.ok(new Ajv().validate(schema, issues));
		assert.deepEqual(
			issues.map(issue => issue.check_name),
			['macro-unknown'],
		);
	});

	test('by the action of GitHub, which annotates and writes a report', { skip: noBash }, () => {
		const action = readFileSync('action.yml', 'utf8');
		rmSync(path.join(packed, 'dist'), { recursive: true });
		const inputs = {
			GITHUB_ACTION_PATH: packed,
			PATHS: 'ks.cfg\n\n*.json\n',
			OPTIONS: '--max-warnings=0\n',
			REPORT_FORMAT: '',
			REPORT_FILE: 'report.sarif',
		};
		const cwd = site('github');
		const step = (nth: number) =>
			run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', linesBelow(action, 'run', nth)], cwd, inputs);
		assert.equal(step(0).status, 0);
		const { status, stdout } = step(1);
		assert.equal(status, 1);
		assert.match(stdout, /^::error file=ks\.cfg,line=9,.*title=macro-unknown::/m);
		const { runs } = JSON.parse(readFileSync(path.join(cwd, 'report.sarif'), 'utf8'));
		assert.equal(runs[0].results[0].ruleId, 'macro-unknown');
	});

	test('by a hook for commits, which is given every file', { skip: noBash }, () => {
		const [, entry = ''] = /^ {2}entry: (.*)$/m.exec(readFileSync('.pre-commit-hooks.yaml', 'utf8')) ?? [];
		const PATH = `${path.join(app, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`;
		const commit = (...files: readonly string[]) =>
			run('bash', ['--norc', '-c', `${entry} "$@"`, 'hook', ...files], site('committed'), { PATH });
		const { status, stdout } = commit('xclarity.json', 'site.xclarity.json');
		assert.match(stdout, mistake);
		assert.equal(status, 1);
		cpSync('package.json', path.join(root, 'committed/package.json'));
		assert.equal(commit('package.json').status, 0);
	});
});
