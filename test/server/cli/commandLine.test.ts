import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { version } from '../../../package.json';
import { folder, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

const out = async (...args: readonly string[]): Promise<string> => (await xclarity(args)).stdout;

suite('the command line', () => {
	test('help COMMAND, COMMAND --help and -V', async () => {
		assert.equal(await out('help', 'check'), await out('check', '--help'));
		assert.match(await out('help', 'upload'), /^usage: xclarity upload/);
		assert.equal(await out('-V'), `${version}\n`);
		assert.equal(await out('--version'), `${version}\n`);
		for (const same of [['help'], ['-h'], ['help', 'help']]) assert.equal(await out(...same), await out('--help'));
	});

	test('--help has examples, the proxy variables and the exit codes', async () => {
		const help = await out('--help');
		for (const words of [/^Examples:\n {2}xclarity check/m, /HTTPS_PROXY/, /NO_PROXY/, /NO_COLOR/, /^ {2}70 /m])
			assert.match(help, words);
		for (const line of help.split('\n')) assert.ok(line.length <= 120, line);
	});

	test('a wrong command, option or value gets the nearest one', async () => {
		for (const [args, words] of [
			[['chekc'], /no command 'chekc'\. Did you mean check\?/],
			[['frobnicate'], /no command 'frobnicate'\. xclarity --help lists them/],
			[['help', 'uplaod'], /Did you mean upload\?/],
			[['check', '--quite'], /no option --quite\. Did you mean --quiet\?/],
			[['check', '--frobnicate'], /no option --frobnicate\. --help lists them/],
			[['check', '-x'], /no option -x\./],
			[['--hepl'], /^xclarity: There is no option --hepl\. Did you mean --help\?/],
			[['-x'], /no option -x\. --help lists them/],
			[['helpp'], /no command 'helpp'\. Did you mean help\?/],
			[['check', '--max-warnings'], /^xclarity: --max-warnings needs a value\.$/m],
			[['check', '--max-warnings', '-1'], /needs a value; one that begins with - is written --max-warnings=-/],
			[['check', '--quiet=yes'], /^xclarity: --quiet takes no value\.$/m],
			[['check', '--format', 'sarrif'], /not 'sarrif'\. Did you mean sarif\?/],
		] as const) {
			const { code, stderr } = await xclarity(args);
			assert.equal(code, 2, args.join(' '));
			assert.match(stderr, words);
		}
	});

	test('a path that cannot be written to is the mistake of who gave it, and no fault of this program', async context => {
		const cwd = folder(context, siteFiles);
		for (const [place, words] of [
			['.', 'A folder has the place of a file: EISDIR'],
			['none/map.svg', 'There is no such folder: ENOENT'],
			['ks.cfg/map.svg', 'A file has the place of a folder: ENOTDIR'],
			['a'.repeat(300), 'The name is too long: ENAMETOOLONG'],
		] as const) {
			const { code, stderr } = await xclarity(['map', '--svg', place], { cwd });
			assert.equal(code, 2);
			assert.ok(stderr.startsWith(`xclarity: ${words}`), stderr);
		}
	});

	test('what a script may read comes as JSON, too', async () => {
		const names = [...(await out('--help')).matchAll(/^ {2}([a-z-]+) {2,}[a-z]/gm)].map(([, name = '']) => name);
		const without: string[] = [];
		for (const name of names) if (!(await out('help', name)).includes('--json')) without.push(name);
		assert.deepEqual(without, ['form', 'completion', 'language-server']);
	});

	test('the page for man has every command, and no line of a usage is taken for a request', async () => {
		const page = await out('help', '--man');
		assert.match(page, /^\.TH XCLARITY 1 /);
		assert.match(page, /^[\n -~]*$/);
		assert.match(page, /^\.SS file\\-servers$/m);
		assert.match(page, /^\.SH EXAMPLES\n\.TP\n\.B xclarity check$/m);
		for (const line of page.split('\n')) if (/^[.']/.test(line)) assert.match(line, /^\.(?:TH|SH|SS|TP|B|I|nf|fi)\b/);
	});
});

const hasBash = process.platform !== 'win32' && spawnSync('bash', ['--norc', '-c', 'type mapfile']).status === 0;

const hasFish = spawnSync('fish', ['--version']).status === 0;

suite('completion of shells', () => {
	test('bash completes commands, options and files', { skip: !hasBash && 'there is no bash' }, async context => {
		const cwd = folder(context, { 'ks.cfg': '', 'site.json': '' });
		writeFileSync(path.join(cwd, 'complete'), await out('completion', 'bash'));
		const completed = (...words: readonly string[]): string[] => {
			// macOS has a bash that is older than mapfile.
			const script = `enable -n mapfile readarray; source ./complete; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _xclarity; printf '%s\\n' "\${COMPREPLY[@]}"`;
			// Behind a socket, which Node gives it, bash takes itself for a login from afar and reads what a person has set up.
			return execFileSync('bash', ['--norc', '-c', script, 'bash', 'xclarity', ...words], { cwd, encoding: 'utf8' })
				.trim()
				.split('\n');
		};
		assert.deepEqual(completed('che'), ['check']);
		assert.deepEqual(completed('check', '--changed'), ['--changed-since']);
		assert.deepEqual(completed('check', 'k'), ['ks.cfg']);
		assert.deepEqual(completed('help', 'pai'), ['pair']);
		assert.deepEqual(completed('completion', ''), ['bash', 'zsh', 'fish', 'powershell']);
		assert.ok(!completed('macros', '--').includes('--fix'));
	});

	test('fish completes commands, options and files', { skip: !hasFish && 'there is no fish' }, async context => {
		const cwd = folder(context, { 'ks.cfg': '', complete: await out('completion', 'fish') });
		const completed = (line: string): string[] =>
			execFileSync('fish', ['--no-config', '-c', `source complete; complete -C '${line}'`], { cwd, encoding: 'utf8' })
				.trim()
				.split('\n')
				.map(each => each.split('\t')[0] ?? '');
		assert.deepEqual(completed('xclarity che'), ['check']);
		assert.deepEqual(completed('xclarity check --changed'), ['--changed-since']);
		assert.deepEqual(completed('xclarity check k'), ['ks.cfg']);
		assert.deepEqual(completed('xclarity help pai'), ['pair']);
		assert.deepEqual(completed('xclarity completion ').sort(), ['bash', 'fish', 'powershell', 'zsh']);
	});

	for (const [shell, words] of [
		['zsh', [/^#compdef xclarity$/m, /'check:check files, as/, /^\t\tcheck\) options=\(.*--fix .*\) ;;$/m]],
		['fish', [/-a check -d 'check files, as/, /'__fish_seen_subcommand_from check' -l fix$/m]],
		['powershell', [/-Native -CommandName xclarity/, /'check' = @\(.*'--fix'/]],
	] as const) {
		test(`${shell} is told commands and options`, async () => {
			const script = await out('completion', shell);
			for (const word of words) assert.match(script, word);
		});
	}

	test('another shell is refused', async () => {
		const { code, stderr } = await xclarity(['completion', 'tcsh']);
		assert.deepEqual([code, /takes one of bash, zsh, fish, powershell/.test(stderr)], [2, true]);
		assert.equal((await xclarity(['completion'])).code, 2);
	});
});
