import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { folder, xclarity } from '../../support/product';

const plain = `text
lang en_US.UTF-8
keyboard de
timezone Europe/Berlin --utc
network --bootproto=static --ip=192.0.2.7 --netmask=255.255.255.0 --gateway=192.0.2.1 --hostname=web01
rootpw secret1
reboot
`;

const site = (context: TestContext, files: Readonly<Record<string, string>> = {}): string =>
	folder(context, { 'ks.cfg': plain, ...files });

const read = (cwd: string, name: string): string => readFileSync(path.join(cwd, name), 'utf8');

suite('xclarity pair', () => {
	test('shows the settings, and writes nothing', async context => {
		const cwd = site(context);
		const { code, stdout, stderr } = await xclarity(['pair', 'ks.cfg'], { cwd });
		assert.equal(code, 0);
		assert.match(stdout, /^Asked for each server\n {2}ip-address {2,}IP address {2,}line 5 {2,}192\.0\.2\.7 /m);
		assert.match(stdout, /^ {2}root-password .*line 6 .*\(no default\) {2,}#common-settings\.root-password#$/m);
		assert.match(stderr, /Nothing is written/);
		assert.deepEqual(readdirSync(cwd), ['ks.cfg']);
		assert.doesNotMatch(stdout, /secret1/);
	});

	test('a text that stands in very many lines is one row, which names the first of them', async context => {
		const network = (at: number): string =>
			`network --device=e${at} --bootproto=static --ip=192.0.2.${at} --netmask=255.255.255.0 --gateway=192.0.2.1\n`;
		const many = `text\n${Array.from({ length: 200 }, (_, at) => network(at)).join('')}`;
		const { code, stdout } = await xclarity(['pair', 'ks.cfg'], { cwd: site(context, { 'ks.cfg': many }) });
		assert.equal(code, 0);
		assert.match(stdout, /line 2, 3, 4, 5, 6, 7, 8, 9 and 192 more {2}192\.0\.2\.1 /);
		assert.deepEqual(
			stdout.split('\n').filter(row => row.length > 200),
			[],
		);
	});

	test('--json has labels, expressions and defaults, but no password', async context => {
		const { stdout } = await xclarity(['pair', 'ks.cfg', '--json', '--only', 'language,root-password'], {
			cwd: site(context),
		});
		const { config, written, settings } = JSON.parse(stdout);
		assert.deepEqual([config, written], ['ks.xclarity.json', false]);
		const [{ regex, ...language }, password] = settings;
		assert.match('de_DE', new RegExp(regex));
		assert.deepEqual(language, {
			name: 'language',
			macro: 'common-settings.language',
			label: 'Language',
			perServer: false,
			secret: false,
			default: 'en_US.UTF-8',
			lines: [2],
		});
		assert.deepEqual(password, {
			name: 'root-password',
			macro: 'common-settings.root-password',
			label: 'Password of root',
			perServer: false,
			secret: true,
			lines: [6],
		});
	});

	test('--write makes a pair that is linked, checks clean and previews as before', async context => {
		const cwd = site(context);
		const names = 'language,time-zone,ip-address,host-name';
		const { code, stderr } = await xclarity(['pair', 'ks.cfg', '--only', names, '--write'], { cwd });
		assert.equal(code, 0, stderr);
		assert.match(read(cwd, 'ks.cfg'), /^network .*--ip=#server-settings\.server0\.ip-address# --netmask=255/m);
		assert.deepEqual(JSON.parse(read(cwd, 'xclarity.json')).links, [
			{ unattend: 'ks.cfg', config: 'ks.xclarity.json' },
		]);
		const checked = await xclarity(['check', '.'], { cwd });
		assert.equal(checked.code, 0, checked.stdout);
		const preview = await xclarity(['preview', 'ks.cfg'], { cwd });
		assert.equal(preview.stdout, plain);
	});

	test('a password that has left the file is told, and asked for at deployment', async context => {
		const cwd = site(context);
		const { stderr } = await xclarity(['pair', 'ks.cfg', '--write'], { cwd });
		assert.match(stderr, /Neither holds the text of root-password any more: keep it elsewhere\./);
		assert.doesNotMatch(read(cwd, 'ks.xclarity.json') + read(cwd, 'ks.cfg'), /secret1/);
		const preview = await xclarity(['preview', 'ks.cfg'], { cwd });
		assert.equal(preview.code, 1);
		assert.match(preview.stderr, /ks\.cfg:6:8 error .*\[preview-unresolved\]/);
	});

	test('a link is added to the manifest that there is', async context => {
		const manifest = '{\n  // ours\n  "links": [\n    { "unattend": "other.cfg", "config": "other.json" }\n  ]\n}\n';
		const cwd = site(context, { 'xclarity.json': manifest });
		await xclarity(['pair', 'ks.cfg', '--write'], { cwd });
		const text = read(cwd, 'xclarity.json');
		assert.match(text, /\/\/ ours/);
		assert.match(text, /"other\.cfg"/);
		assert.match(text, /"unattend": "ks\.cfg", "config": "ks\.xclarity\.json"/);
	});

	for (const [what, files, reason] of [
		[
			'a configuration-settings file of the name',
			{ 'ks.xclarity.json': '{}' },
			/There is a ks\.xclarity\.json already/,
		],
		['macros of its own', { 'ks.cfg': 'text\nlang #a.b#\nreboot\n' }, /uses macros already/],
		[
			'a link',
			{ 'xclarity.json': '{"links":[{"unattend":"*.cfg","config":"gone.json"}]}' },
			/is linked with gone\.json already/,
		],
	] as const) {
		test(`a file with ${what} stays as it is`, async context => {
			const cwd = site(context, files);
			const before = readdirSync(cwd).map(name => [name, read(cwd, name)]);
			const { code, stderr } = await xclarity(['pair', 'ks.cfg', '--write'], { cwd });
			assert.equal(code, 1);
			assert.match(stderr, reason);
			assert.deepEqual(
				readdirSync(cwd).map(name => [name, read(cwd, name)]),
				before,
			);
		});
	}

	test('a password that stands in other places, too, is not called gone: its lines are named', async context => {
		const script = '%post\necho root:secret1 | chpasswd\n%end\n# secret1\n';
		const cwd = site(context, { 'ks.cfg': plain + script });
		const { stderr } = await xclarity(['pair', 'ks.cfg', '--write'], { cwd });
		assert.match(stderr, /ks\.cfg still has the text of root-password in line 9, 11: take it out\./);
		assert.doesNotMatch(stderr, /any more/);
		assert.match(read(cwd, 'ks.cfg'), /^rootpw #common-settings\.root-password#$/m);
	});

	test('a key of a product is kept secret like a password', async context => {
		const made = async (name: string, text: string, setting: string) => {
			const cwd = site(context, { [name]: text });
			const { stdout, stderr } = await xclarity(['pair', name, '--write', '--json'], { cwd });
			const { settings } = JSON.parse(stdout || stderr);
			assert.equal(settings.find((each: { name: string }) => each.name === setting)?.secret, true, stdout);
			return readdirSync(cwd)
				.filter(each => each !== 'ks.cfg')
				.map(each => read(cwd, each))
				.join();
		};
		const key = 'VDYBN-27WPP-V4HQT-9VMD4-VMK7H';
		assert.doesNotMatch(await made('esxi.cfg', `serialnum --esx=${key}\nrootpw secret1\n`, 'license-key'), /VDYBN/);
	});

	test('a program reads where a password still stands, and an empty list where it does not', async context => {
		const held = async (text: string): Promise<unknown> => {
			const args = ['pair', 'ks.cfg', '--write', '--json', '--only', 'root-password'];
			const { stdout } = await xclarity(args, { cwd: site(context, { 'ks.cfg': text }) });
			assert.doesNotMatch(stdout, /secret1/);
			return JSON.parse(stdout).stillHeld;
		};
		assert.deepEqual(await held(`${plain}%post\necho root:secret1 | chpasswd\n%end\n`), [
			{ setting: 'root-password', lines: [9] },
		]);
		assert.deepEqual(await held(`${plain}%post\necho root:secret | chpasswd\n%end\n`), []);
	});

	test('a byte order mark stays where it is', async context => {
		const cwd = site(context, { 'ks.cfg': `\uFEFF${plain}` });
		const { code, stderr } = await xclarity(['pair', 'ks.cfg', '--write', '--only', 'language'], { cwd });
		assert.equal(code, 0, stderr);
		assert.match(read(cwd, 'ks.cfg'), /^\uFEFFtext\nlang #common-settings\.language#\n/);
	});

	test('a file in UTF-16 is to be saved as UTF-8 first', async context => {
		const cwd = site(context);
		writeFileSync(path.join(cwd, 'ks.cfg'), Buffer.from(`\uFEFF${plain}`, 'utf16le'));
		const { code, stderr } = await xclarity(['pair', 'ks.cfg', '--write'], { cwd });
		assert.deepEqual([code, existsSync(path.join(cwd, 'ks.xclarity.json'))], [1, false]);
		assert.match(stderr, /not written in UTF-8/);
	});

	for (const [args, reason] of [
		[['pair'], /one unattend file/],
		[['pair', 'gone.cfg'], /cannot be read/],
		[['pair', 'ks.cfg', '--only', 'nothing'], /there is no nothing among language,/],
		[['pair', 'ks.cfg', '--write', '--dry-run'], /do not go together/],
	] as const) {
		test(`${args.join(' ')} is refused`, async context => {
			const { code, stderr } = await xclarity(args, { cwd: site(context) });
			assert.equal(code, 2);
			assert.match(stderr, reason);
		});
	}

	test('a manifest that cannot be edited is told before anything is written', async context => {
		const cwd = site(context, { 'xclarity.json': '{ "links": [' });
		const { code, stderr } = await xclarity(['pair', 'ks.cfg', '--write'], { cwd });
		assert.equal(code, 2);
		assert.match(stderr, /correct it first/);
		assert.deepEqual(readdirSync(cwd).sort(), ['ks.cfg', 'xclarity.json']);
	});
});
