import assert from 'node:assert/strict';
import {
	chmodSync,
	existsSync,
	lstatSync,
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
		assert.match(stdout, /^fixed 2 problems in site\.xclarity\.json: Insert a comma; Write true$/m);
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
		assert.match(stdout, /^fixed 1 problem in site\.xclarity\.json: Write "dynamic"$/m);
		assert.match(stdout, /error .*\[config-missing-name\]$/m);
		assert.equal(code, 1);
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
		chmodSync(path.join(cwd, 'real.json'), 0o640);
		symlinkSync('real.json', path.join(cwd, 'site.xclarity.json'));
		await xclarity(['check', '--fix', 'site.xclarity.json'], { cwd });
		assert.equal(textOf(cwd, 'real.json'), siteConfig);
		assert.equal(statSync(path.join(cwd, 'real.json')).mode & 0o777, 0o640);
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
			assert.equal(textOf(cwd, 'site.xclarity.json'), text);
			assert.equal(fixed.code, 0);
		});
	}

	test('a file that was cut off is closed, and what a repair leaves out is printed in full', async context => {
		const cwd = folder(context, {
			'cut.xclarity.json': siteConfig.slice(0, siteConfig.indexOf('"description": "System')),
			'page.xclarity.json': `Put this into a file, as it stands here:\n\n${siteConfig}`,
		});
		const { stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.ok(JSON.parse(textOf(cwd, 'cut.xclarity.json')));
		assert.equal(textOf(cwd, 'page.xclarity.json').trim(), siteConfig.trim());
		assert.match(stdout, /^ {2}left out:\n {4}Put this into a file, as it stands here:$/m);
	});

	test('a merge conflict is left to a person, and the account says so', async context => {
		const conflict = siteConfig.replace(
			'  "name": "siteDeploy",\n',
			'<<<<<<< HEAD\n  "name": "siteDeploy",\n=======\n  "name": "other",\n>>>>>>> mine\n',
		);
		const cwd = folder(context, { 'site.xclarity.json': conflict });
		const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.match(stdout, /^not repaired: site\.xclarity\.json: a person must say which of the two versions/m);
		assert.deepEqual([code, textOf(cwd, 'site.xclarity.json')], [1, conflict]);
	});

	const vendor = '../shared/reference/post-osimages.txt';
	const needsPage = { skip: existsSync(vendor) ? false : 'needs ../shared/reference' };
	test("the vendor's request body becomes a file without an error", needsPage, async context => {
		const page = readFileSync(vendor, 'utf8');
		const from = page.indexOf('{\n"content"');
		const cwd = folder(context, {
			'site.xclarity.json': page.slice(from, page.indexOf('\nResponse codes', from)),
			'page.xclarity.json': page,
		});
		const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.match(
			stdout,
			/Keep the configuration-settings file alone; name, os, description and deviceType of the request are left out/,
		);
		assert.match(stdout, /^2 files: 0 errors/m);
		assert.equal(textOf(cwd, 'page.xclarity.json').trim(), textOf(cwd, 'site.xclarity.json').trim());
		assert.equal(code, 0);
	});
});
