import assert from 'node:assert/strict';
import {
	chmodSync,
	existsSync,
	lstatSync,
	promises,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, xclarity } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';

const textOf = (cwd: string, file: string): string => readFileSync(path.join(cwd, file), 'utf8');

suite('xclarity check --fix', () => {
	test('a broken configuration file and a misspelled macro: both written, nothing remains', async context => {
		const cwd = folder(context, {
			...siteFiles,
			'site.xclarity.json': siteConfig.replace('"siteDeploy",', '"siteDeploy"').replace('true', 'True'),
			'ks.cfg': siteKickstart.replace('server0.locale', 'server0.locle'),
		});
		const { code, stdout, stderr } = await xclarity(['check', '--fix'], { cwd });
		assert.match(stdout, /^fixed 2 problems in site\.xclarity\.json: Insert a comma; Change to true$/m);
		assert.match(stdout, /^fixed 1 problem in ks\.cfg: Change to #server-settings\.server0\.locale#$/m);
		assert.match(stdout, /^3 files: 0 errors, 0 warnings$/m);
		assert.deepEqual([code, stderr], [0, '']);
		assert.deepEqual([textOf(cwd, 'site.xclarity.json'), textOf(cwd, 'ks.cfg')], [siteConfig, siteKickstart]);
		assert.deepEqual(readdirSync(cwd).sort(), Object.keys(siteFiles).sort());
	});

	test('what no preferred fix helps against is reported, and the exit code says so', async context => {
		const broken = siteConfig
			.replace('"category": "dynamic",', '"category": "dinamic",')
			.replace('"content"', '"x": 1, "content"');
		const cwd = folder(context, { ...siteFiles, 'site.xclarity.json': broken.replace('"siteDeploy"', '""') });
		const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.match(stdout, /^fixed 1 problem in site\.xclarity\.json: Change to "dynamic"$/m);
		assert.match(stdout, /error .*\[config-missing-name\]$/m);
		assert.equal(code, 1);
	});

	test('a comment in which the rest of a file ended up is no end of it; one behind a lost bracket is', async context => {
		const start = '{ "category": "dynamic", // c "name": "r", "type": "assoc_array", "optional": false,';
		for (const oneLine of [`${start} "content": [] }`, `${start} "content": [] }\n\n`]) {
			const cwd = folder(context, { 'site.xclarity.json': oneLine });
			const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
			assert.match(stdout, /^left .* json-truncated: "Insert }" makes a choice that is yours$/m);
			assert.deepEqual([code, textOf(cwd, 'site.xclarity.json')], [1, oneLine]);
		}
		const cut = `${siteConfig.slice(0, siteConfig.lastIndexOf(']'))}// "x": 1,\n`;
		const cwd = folder(context, { 'site.xclarity.json': cut });
		assert.match((await xclarity(['check', '--fix'], { cwd })).stdout, /^fixed 1 problem .*: Insert \]\}$/m);
	});

	test('--dry-run shows the lines and writes nothing', async context => {
		const broken = siteConfig.replace('"siteDeploy",', '"siteDeploy"');
		const cwd = folder(context, { ...siteFiles, 'site.xclarity.json': broken });
		const { code, stdout } = await xclarity(['check', '--fix', '--dry-run'], { cwd });
		assert.match(
			stdout,
			/^would fix 1 problem in site\.xclarity\.json: Insert a comma\n +3 - {3}"name": "siteDeploy"\n +3 \+ {3}"name": "siteDeploy",\n/m,
		);
		assert.match(stdout, /^3 files: 0 errors/m);
		assert.deepEqual([code, textOf(cwd, 'site.xclarity.json')], [0, broken]);
	});

	test('as JSON, the account goes to standard error', async context => {
		const cwd = folder(context, {
			...siteFiles,
			'site.xclarity.json': siteConfig.replace('"siteDeploy",', '"siteDeploy"'),
		});
		const { stdout, stderr } = await xclarity(['check', '--fix', '--format', 'json'], { cwd });
		assert.match(stderr, /^fixed 1 problem in site\.xclarity\.json/);
		assert.deepEqual(
			JSON.parse(stdout).diagnostics.filter(({ severity }: { severity: string }) => severity === 'error'),
			[],
		);
	});

	test('a clean folder is left as it is', async context => {
		const cwd = folder(context, siteFiles);
		const before = statSync(path.join(cwd, 'ks.cfg')).mtimeMs;
		const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.deepEqual([code, stdout.includes('fixed')], [0, false]);
		assert.equal(statSync(path.join(cwd, 'ks.cfg')).mtimeMs, before);
	});

	test('--dry-run alone is wrong usage', async context => {
		const { code, stderr } = await xclarity(['check', '--dry-run'], { cwd: folder(context, {}) });
		assert.equal(code, 2);
		assert.match(stderr, /--dry-run goes with --fix/);
	});
});

suite('files that --fix writes', () => {
	const broken = siteConfig.replace('"siteDeploy",', '"siteDeploy"');
	const posix = { skip: process.platform === 'win32' ? 'needs POSIX permissions' : false };

	test('permissions and symbolic links stay; a byte order mark does not, for JSON has none', posix, async context => {
		const cwd = folder(context, { 'real.json': `\ufeff${broken}` });
		// More than the mask of a new file leaves.
		chmodSync(path.join(cwd, 'real.json'), 0o666);
		symlinkSync('real.json', path.join(cwd, 'site.xclarity.json'));
		await xclarity(['check', '--fix', 'site.xclarity.json'], { cwd });
		assert.equal(textOf(cwd, 'real.json'), siteConfig);
		assert.equal(statSync(path.join(cwd, 'real.json')).mode & 0o777, 0o666);
		assert.ok(lstatSync(path.join(cwd, 'site.xclarity.json')).isSymbolicLink());
	});

	for (const [encoding, bytesOf] of [
		['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
		['UTF-16 (little endian)', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
		['UTF-16 (big endian)', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
		['UTF-16 (little endian)', (text: string) => Buffer.from(text, 'utf16le')],
		[
			'UTF-32 (big endian)',
			(text: string) =>
				Buffer.from([...`\ufeff${text}`].flatMap(sign => [0, 0, sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255])),
		],
		['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
	] as const) {
		test(`a file in ${encoding} has one report that says so, and is saved as UTF-8`, async context => {
			const cwd = folder(context, {});
			const text = siteConfig.replace('Site deployment', 'Stra\u00dfe');
			const file = path.join(cwd, 'site.xclarity.json');
			writeFileSync(file, bytesOf(text));
			const { stdout } = await xclarity(['check', '--format', 'json'], { cwd });
			const found = JSON.parse(stdout).diagnostics.filter(({ severity }: { severity: string }) =>
				/error|warning/.test(severity),
			);
			assert.match(String(found.map(({ code }: { code: string }) => code)), /^(?:file-encoding|json-byte-order-mark)$/);
			const fixed = await xclarity(['check', '--fix'], { cwd });
			assert.match(fixed.stdout, /^saved site\.xclarity\.json as UTF-8; it was read as /m);
			assert.ok(fixed.stdout.includes(encoding), fixed.stdout);
			assert.doesNotMatch(fixed.stdout, /^left /m);
			assert.equal(textOf(cwd, 'site.xclarity.json'), text);
			assert.equal(fixed.code, 0);
		});

		test(`in a kickstart file in ${encoding} everything is fixed at once, and JSON tells that it was saved as UTF-8`, async context => {
			const wrong = siteFiles['ks.cfg']
				.replace('#logpath#', '#log path#')
				.replace('keyboard uk', 'keybord uk # Stra\u00dfe');
			const cwd = folder(context, siteFiles);
			writeFileSync(path.join(cwd, 'ks.cfg'), bytesOf(wrong));
			const { stdout } = await xclarity(['check', '--fix', '--format', 'json', 'ks.cfg'], { cwd });
			const { fixed, left } = JSON.parse(stdout);
			assert.deepEqual(
				[fixed.length, fixed[0]?.file, fixed[0]?.titles[0], left],
				[1, 'ks.cfg', 'Save it as UTF-8', []],
			);
			const once = readFileSync(path.join(cwd, 'ks.cfg'));
			assert.doesNotMatch(once.toString(), /^\ufeff|keybord/);
			const again = await xclarity(['check', '--fix', 'ks.cfg'], { cwd });
			assert.doesNotMatch(again.stdout, /^(?:fixed|saved|left) /m);
			assert.deepEqual(readFileSync(path.join(cwd, 'ks.cfg')), once);
		});
	}

	for (const [what, bytes] of [
		['a program', Buffer.from('7f454c46020101000000000000000000030003e0010c04001f8b0800aabb01020304050607', 'hex')],
		['a file full of zeros', Buffer.alloc(512)],
	] as const)
		test(`${what} is no text: one report, and nothing is written`, async context => {
			const cwd = folder(context, {});
			for (const name of ['site.xclarity.json', 'site.ks']) writeFileSync(path.join(cwd, name), bytes);
			const { stdout } = await xclarity(['check', '--format', 'json'], { cwd });
			assert.deepEqual(
				JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code),
				['file-binary', 'file-binary'],
			);
			const { code } = await xclarity(['check', '--fix', '--repair'], { cwd });
			assert.equal(code, 1);
			for (const name of ['site.xclarity.json', 'site.ks'])
				assert.ok(readFileSync(path.join(cwd, name)).equals(bytes), name);
		});

	test('an empty unattend file is not called clean', async context => {
		const cwd = folder(context, { 'empty.ks': '\n \n', 'post.sh': '' });
		const { stdout, code } = await xclarity(['check', '--format', 'json'], { cwd });
		assert.deepEqual(
			JSON.parse(stdout).diagnostics.map(({ code, severity }: Record<string, string>) => [code, severity]),
			[['unattend-empty', 'warning']],
		);
		assert.equal(code, 0);
	});

	test('words beside the JSON stay, and the account names them', async context => {
		const page = `Put this into a file, as it stands here:\n\n${siteConfig}`;
		const cwd = folder(context, { 'page.xclarity.json': page });
		const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.match(stdout, /^left page\.xclarity\.json:1:1 json-text-before-start: .* takes away what somebody wrote$/m);
		assert.deepEqual([code, textOf(cwd, 'page.xclarity.json')], [1, page]);
	});

	test('with --repair they are left out, word for word on the terminal, and the file is valid', async context => {
		const page = `Put this into a file, as it stands here:\n\n${siteConfig}\nResponse codes\n`;
		const cwd = folder(context, { 'page.xclarity.json': page });
		const { code, stdout } = await xclarity(['check', '--fix', '--repair'], { cwd });
		assert.match(stdout, /^left out of page\.xclarity\.json:\n {2}\| Put this into a file, as it stands here:$/m);
		assert.match(stdout, /^ {2}\| Response codes$/m);
		assert.deepEqual(JSON.parse(textOf(cwd, 'page.xclarity.json')), JSON.parse(siteConfig));
		assert.equal(code, 0);
	});

	test('what no repair can decide is refused, and the file stays', async context => {
		const conflict = siteConfig.replace(
			'  "name": "siteDeploy",\n',
			'<<<<<<< HEAD\n  "name": "siteDeploy",\n=======\n  "name": "other",\n>>>>>>> mine\n',
		);
		const cwd = folder(context, { 'site.xclarity.json': conflict });
		const { code, stdout } = await xclarity(['check', '--fix', '--repair'], { cwd });
		assert.match(stdout, /^site\.xclarity\.json was not repaired: a person must say which of the two versions /m);
		assert.deepEqual([code, textOf(cwd, 'site.xclarity.json')], [1, conflict]);
	});

	test('a merge conflict is left to a person, and the account says so', async context => {
		const conflict = siteConfig.replace(
			'  "name": "siteDeploy",\n',
			'<<<<<<< HEAD\n  "name": "siteDeploy",\n=======\n  "name": "other",\n>>>>>>> mine\n',
		);
		const cwd = folder(context, { 'site.xclarity.json': conflict });
		const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.match(stdout, /^left site\.xclarity\.json:\d+:\d+ json-merge-conflict: .* takes away what somebody wrote$/m);
		assert.deepEqual([code, textOf(cwd, 'site.xclarity.json')], [1, conflict]);
	});

	const vendor = '../shared/reference/post-osimages.txt';
	const needsPage = { skip: existsSync(vendor) ? false : 'needs ../shared/reference' };
	test("the vendor's request body becomes JSON; what the request says is not thrown away", needsPage, async context => {
		const page = readFileSync(vendor, 'utf8');
		const from = page.indexOf('{\n"content"');
		const cwd = folder(context, { 'site.xclarity.json': page.slice(from, page.indexOf('\nResponse codes', from)) });
		const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.match(
			stdout,
			/^left site\.xclarity\.json:2:1 config-request-body: "Keep .*" takes away what somebody wrote$/m,
		);
		assert.match(stdout, /^1 file: 1 error/m);
		assert.equal(JSON.parse(textOf(cwd, 'site.xclarity.json')).os, 'win');
		assert.equal(code, 1);
	});

	test('a file that stops in the middle is closed; a key without its value gets an empty one', async context => {
		const whole = '{\n  "category": "dynamic",\n  "name": "site",\n  "content": [\n    { "name": "a"';
		const cwd = folder(context, { 'a.xclarity.json': whole, 'b.xclarity.json': `${whole}, "regex":` });
		const { stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.deepEqual(JSON.parse(textOf(cwd, 'a.xclarity.json')).content, [{ name: 'a' }]);
		assert.deepEqual(JSON.parse(textOf(cwd, 'b.xclarity.json')).content, [{ name: 'a', regex: '' }]);
		assert.match(stdout, /^fixed 1 problem in a\.xclarity\.json: Insert \}\]\}$/m);
	});
});

suite('what --fix leaves to a person', () => {
	test('the Windows licence terms', async context => {
		const text = readFileSync('test/fixtures/windows/mutants/eula-refused.xml', 'utf8');
		const cwd = folder(context, { 'autounattend.xml': text });
		const { stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.match(textOf(cwd, 'autounattend.xml'), /<AcceptEula>false<\/AcceptEula>/);
		assert.match(
			stdout,
			/^left autounattend\.xml:\d+:\d+ windows-eula: "Set AcceptEula to true" makes a choice that is yours$/m,
		);
	});

	test('an AutoYaST section with its content', async context => {
		const text = readFileSync('test/fixtures/autoyast/whole.xml', 'utf8').replace(
			'</profile>',
			'  <autofs>\n    <map>/home  nas.example.com</map>\n  </autofs>\n</profile>',
		);
		const cwd = folder(context, { 'autoinst.xml': text });
		const { stdout } = await xclarity(['check', '--fix', '--os', 'sles', '--osrelease', '15.5'], { cwd });
		assert.equal(textOf(cwd, 'autoinst.xml'), text);
		assert.match(
			stdout,
			/^left autoinst\.xml:\d+:\d+ autoyast-section-obsolete: "Remove <autofs>" takes away what somebody wrote$/m,
		);
	});

	test('as JSON: what was fixed, what was left, where and why', async context => {
		const cwd = folder(context, {
			'ks.cfg': 'lang en_US.UTF-8\ntimezon UTC\nkeyboard us\nfirstboot --enable\nlogging --port=514\n',
		});
		const { stdout } = await xclarity(['check', '--fix', '--format', 'json', '--rhel', '9'], { cwd });
		const { fixed, left } = JSON.parse(stdout);
		assert.deepEqual(fixed, [{ file: 'ks.cfg', count: 1, titles: ['Change to timezone'] }]);
		assert.deepEqual(
			left
				.filter(({ range }: { range: { start: { line: number } } }) => range.start.line > 2)
				.map(({ code, reason, fix }: { code: string; reason: string; fix?: string }) => [code, reason, fix]),
			[
				['kickstart-first-boot', 'decides', 'Change to --disable'],
				['kickstart-options-require', 'none', undefined],
			],
		);
	});

	test('a file that was checked is read once more to be written, not twice', async context => {
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': siteKickstart.replace('server0.locale', 'server0.locle') });
		const { readFile } = promises;
		let reads = 0;
		promises.readFile = ((file: unknown, ...rest: []) => {
			if (String(file).startsWith(cwd) && String(file).endsWith('ks.cfg')) reads += 1;
			return Reflect.apply(readFile, promises, [file, ...rest]);
		}) as typeof readFile;
		try {
			await xclarity(['check', '--fix'], { cwd });
		} finally {
			promises.readFile = readFile;
		}
		assert.equal(textOf(cwd, 'ks.cfg'), siteKickstart);
		assert.equal(reads, 1);
	});

	test('a file with a very long name is written', async context => {
		const name = `${'k'.repeat(235)}.ks.cfg`;
		const cwd = folder(context, { [name]: 'timezon UTC\n' });
		const { code, stderr } = await xclarity(['check', '--fix', '--rhel', '9'], { cwd });
		assert.deepEqual([code, stderr, textOf(cwd, name)], [0, '', 'timezone UTC\n']);
	});

	test('a disk that refuses is told, and is no fault of the program', async context => {
		const cwd = folder(context, { 'a.ks': 'timezon UTC\n' });
		const { rename } = promises;
		promises.rename = () => Promise.reject(Object.assign(new Error('EIO: i/o error, rename'), { code: 'EIO' }));
		try {
			const { code, stdout } = await xclarity(['check', '--fix', '--rhel', '9'], { cwd });
			assert.equal(code, 2);
			assert.match(stdout, /^a\.ks was not fixed: EIO: i\/o error, rename\.\n[\s\S]*a\.ks:1:1 error/);
		} finally {
			promises.rename = rename;
		}
		assert.deepEqual([readdirSync(cwd), textOf(cwd, 'a.ks')], [['a.ks'], 'timezon UTC\n']);
	});

	test('a file that somebody writes meanwhile is left as it is and named, and the others are fixed', async context => {
		const cwd = folder(context, { 'a.ks': 'timezon UTC\n', 'b.ks': 'timezon UTC\n', 'c.ks': 'timezon UTC\n' });
		const { readFile } = promises;
		promises.readFile = ((file: unknown, ...rest: []) => {
			if (String(file).endsWith('b.ks')) writeFileSync(path.join(cwd, 'b.ks'), 'timezon UTC\n# theirs\n');
			return Reflect.apply(readFile, promises, [file, ...rest]);
		}) as typeof readFile;
		try {
			const { code, stdout } = await xclarity(['check', '--fix', '--json', '--rhel', '9'], { cwd });
			const { fixed, refused, diagnostics } = JSON.parse(stdout);
			assert.equal(code, 2);
			assert.deepEqual(
				fixed.map(({ file }: { file: string }) => file),
				['a.ks', 'c.ks'],
			);
			assert.deepEqual(refused, [{ file: 'b.ks', reason: 'it has just changed' }]);
			const wrong = diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
			assert.deepEqual(
				wrong.map(({ file }: { file: string }) => file),
				['b.ks'],
			);
		} finally {
			promises.readFile = readFile;
		}
		assert.deepEqual(
			['a.ks', 'b.ks', 'c.ks'].map(name => textOf(cwd, name)),
			['timezone UTC\n', 'timezon UTC\n# theirs\n', 'timezone UTC\n'],
		);
	});
});
