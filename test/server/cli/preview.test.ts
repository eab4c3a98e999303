import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { paths } from '../../../server/rest/wire';
import { withSession } from '../../../server/rest/withSession';
import { simulatedHost } from '../../../server/simulator/handlers/hostHandlers';
import { folder, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { applianceForCli } from './applianceForCli';

const values = {
	config: 'site.xclarity.json',
	common: { 'common-ntpservers': { ntpserver: ['ntp.example.com'] } },
	servers: [
		{ name: 'one', values: { 'server-settings': { server: [{ locale: 'de_DE' }] } } },
		{ name: 'two', values: { 'server-settings': { server: [{ locale: 'en_GB' }] } } },
	],
};

const kickstart =
	'text\nlang #server-settings.server0.locale#.UTF-8\ntimesource --ntp-server=#common-ntpservers.ntpserver0#\n';

/** The sample site with a small kickstart file and a values file. */
const site = (context: TestContext, given: object = values): string => {
	const cwd = folder(context, siteFiles);
	writeFileSync(path.join(cwd, 'ks.cfg'), kickstart);
	writeFileSync(path.join(cwd, 'site.values.json'), JSON.stringify(given));
	return cwd;
};

suite('xclarity preview', () => {
	test('prints the file of one server', async context => {
		const cwd = site(context);
		const first = await xclarity(['preview', 'ks.cfg', '--values', 'site.values.json'], { cwd });
		assert.match(first.stdout, /^lang de_DE\.UTF-8$/m);
		assert.match(first.stdout, /^timesource --ntp-server=ntp\.example\.com$/m);
		const second = await xclarity(['preview', 'ks.cfg', '--values', 'site.values.json', '--server', '2'], { cwd });
		assert.match(second.stdout, /^lang en_GB\.UTF-8$/m);
	});

	test('--json has the text, what became of each macro, and the diagnostics at their place in the source', async context => {
		const cwd = site(context);
		const source = `${readFileSync(path.join(cwd, 'ks.cfg'), 'utf8')}lang #server-settings.server0.locael#\n`;
		writeFileSync(path.join(cwd, 'ks.cfg'), source);
		const preview = (...args: readonly string[]) =>
			xclarity(['preview', 'ks.cfg', '--values', 'site.values.json', '--json', ...args], { cwd });
		const one = await preview('--server', '2');
		const { file, servers } = JSON.parse(one.stdout);
		assert.deepEqual([one.code, file, servers.length], [1, 'ks.cfg', 1]);
		assert.match(servers[0].text, /^lang en_GB\.UTF-8$/m);
		const [locale] = servers[0].macros.filter(({ name }: { name: string }) => name.endsWith('.locale'));
		assert.deepEqual([locale.text, locale.origin], ['en_GB', 'entered']);
		const last = servers[0].macros.at(-1);
		const line = source.split('\n').length - 2;
		assert.deepEqual([last.unresolved, last.range.start], ['unknown', { line, character: 5 }]);
		const codes = servers[0].diagnostics.map(
			({ code, range }: { code: string; range: { start: { line: number } } }) => [code, range.start.line],
		);
		assert.deepEqual(
			codes.find(([code]: [string]) => code === 'preview-unresolved'),
			['preview-unresolved', line],
		);
		const all = JSON.parse((await preview('--all-servers', '--out', 'made')).stdout);
		const written: string[] = all.servers.map(({ written }: { written: string }) => written);
		assert.equal(written.length, 2);
		for (const [index, name] of written.entries())
			assert.equal(readFileSync(path.join(cwd, name), 'utf8'), all.servers[index].text);
		assert.equal((await preview('--diff')).code, 2);
	});

	test('what stays without a value is an error at its place in the source', async context => {
		const cwd = site(context, { ...values, common: {} });
		writeFileSync(path.join(cwd, 'ks.cfg'), 'text\nlang #server-settings.server0.locael#\n');
		const { code, stdout, stderr } = await xclarity(['preview', 'ks.cfg', '--values', 'site.values.json'], { cwd });
		assert.equal(code, 1);
		assert.match(stdout, /^lang #server-settings\.server0\.locael#$/m);
		assert.match(stderr, /ks\.cfg:2:6 error .*\[preview-unresolved\]/);
	});

	test('an answer that the dialog refuses is told, and ends with 1', async context => {
		const cwd = site(context, {
			...values,
			servers: [{ values: { 'server-settings': { server: [{ locale: 'xx' }] } } }],
		});
		const { code, stderr } = await xclarity(['preview', 'ks.cfg', '--values', 'site.values.json'], { cwd });
		assert.equal(code, 1);
		assert.match(stderr, /site\.values\.json:1:\d+ error .*\[values-refused\]/);
		assert.match(stderr, /ks\.cfg:2:6 error .*\[preview-unresolved\]/);
	});

	test('--from-server takes what an appliance knows, of the server with that host name', async context => {
		const { simulator, environment } = await applianceForCli(context);
		const { url, user, password, fingerprint: sha256 } = simulator;
		const settings = { uuid: simulatedHost, networkSettings: { hostname: 'two', gateway: '198.51.100.1' } };
		await withSession({ url, trust: { kind: 'fingerprint', sha256 } }, { user, password }, {}, client =>
			client.send({ method: 'PUT', path: paths.hostSettings, json: settings }),
		);
		const cwd = site(context);
		const gateway = '#predefined.hostPlatforms.networkSettings.gateway#';
		writeFileSync(path.join(cwd, 'ks.cfg'), `text\n# ${gateway}\n`);
		const login = ['--from-server', url, '--user', user, '--fingerprint', sha256];
		const preview = ['preview', 'ks.cfg', '--values', 'site.values.json', ...login];
		const second = await xclarity([...preview, '--server', '2'], { cwd, environment });
		assert.match(second.stdout, /^# 198\.51\.100\.1$/m);
		assert.ok(second.stderr.includes(`From ${url}: ${gateway}.`), second.stderr);
		const first = await xclarity(preview, { cwd, environment });
		assert.match(first.stdout, /^# 192\.0\.2\.1$/m);
		assert.ok(first.stderr.includes(`Samples stand for ${gateway}.`));
		const all = await xclarity([...preview, '--all-servers', '--out', 'made'], { cwd, environment });
		assert.match(all.stdout, /two/);
		assert.match(readFileSync(path.join(cwd, 'made', 'two', 'ks.cfg'), 'utf8'), /198\.51\.100\.1/);
	});

	test('--diff shows the lines that differ', async context => {
		const { stdout } = await xclarity(['preview', 'ks.cfg', '--values', 'site.values.json', '--diff'], {
			cwd: site(context),
		});
		assert.match(
			stdout,
			/2 - lang #server-settings\.server0\.locale#\.UTF-8\n\s+2 \+ lang de_DE\.UTF-8|2 - lang.*\n.*- timesource.*\n\s+2 \+ lang de_DE\.UTF-8/,
		);
	});

	test('a byte order mark comes out as it is, and none where there is none', async context => {
		const cwd = site(context);
		const made = async (text: string): Promise<string[]> => {
			writeFileSync(path.join(cwd, 'ks.cfg'), text);
			const args = ['preview', 'ks.cfg', '--values', 'site.values.json'];
			const { stdout } = await xclarity(args, { cwd });
			await xclarity([...args, '--all-servers', '--out', 'made'], { cwd });
			return [stdout, readFileSync(path.join(cwd, 'made/one/ks.cfg'), 'utf8')].map(each => each.slice(0, 5));
		};
		assert.deepEqual(await made(`\uFEFF${kickstart}`), ['\uFEFFtext', '\uFEFFtext']);
		assert.deepEqual(await made(kickstart), ['text\n', 'text\n']);
	});

	test('line ends of Windows come out as they are', async context => {
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': siteFiles['ks.cfg'].replaceAll('\n', '\r\n') });
		const { stdout } = await xclarity(['preview', 'ks.cfg'], { cwd });
		assert.match(stdout, /^#version=RHEL9\r\n/);
		assert.doesNotMatch(stdout, /\\u000d|[^\r]\n/);
	});

	test('nothing is written over a file that is read', async context => {
		const folderOfAll = site(context, { ...values, servers: [{ name: 'web1', values: {} }] });
		const cwd = path.join(folderOfAll, 'web1');
		mkdirSync(cwd);
		for (const name of ['ks.cfg', 'site.xclarity.json', 'xclarity.json', 'site.values.json'])
			renameSync(path.join(folderOfAll, name), path.join(cwd, name));
		const args = ['preview', 'ks.cfg', '--values', 'site.values.json', '--all-servers', '--out', '..'];
		const { code, stderr } = await xclarity(args, { cwd });
		assert.equal(code, 2);
		assert.match(stderr, /ks\.cfg would take the place of ks\.cfg, which is read\. Give another --out\./);
		assert.equal(readFileSync(path.join(cwd, 'ks.cfg'), 'utf8'), kickstart);
	});

	test('servers whose names differ in capitals only are one folder on many systems', async context => {
		const servers = ['Web1', 'web1'].map(name => ({ name, values: {} }));
		const args = ['preview', 'ks.cfg', '--values', 'site.values.json', '--all-servers', '--out', 'made'];
		const { code, stderr } = await xclarity(args, { cwd: site(context, { ...values, servers }) });
		assert.equal(code, 2);
		assert.match(stderr, /Two servers of the values file are called web1/);
	});

	test('--all-servers writes a file for each', async context => {
		const cwd = site(context);
		const { stdout } = await xclarity(
			['preview', 'ks.cfg', '--values', 'site.values.json', '--all-servers', '--out', 'made'],
			{ cwd },
		);
		assert.deepEqual(stdout.trim().split('\n'), [
			path.join('made', 'one', 'ks.cfg'),
			path.join('made', 'two', 'ks.cfg'),
		]);
		assert.match(readFileSync(path.join(cwd, 'made', 'two', 'ks.cfg'), 'utf8'), /lang en_GB/);
	});

	test('two servers of one name would be one file', async context => {
		const cwd = site(context, { ...values, servers: [{ name: 'a' }, { name: 'a' }] });
		const { code, stderr } = await xclarity(
			['preview', 'ks.cfg', '--values', 'site.values.json', '--all-servers', '--out', 'made'],
			{ cwd },
		);
		assert.equal(code, 2);
		assert.match(stderr, /called a/);
	});

	test('how values with signs of XML are shown is told', async context => {
		const cwd = site(context);
		const profile = '<profile xmlns="http://www.suse.com/1.0/yast2ns"><a>#logpath#</a></profile>\n';
		writeFileSync(path.join(cwd, 'autoinst.xml'), profile);
		const config = readFileSync(path.join(cwd, 'site.xclarity.json'), 'utf8');
		writeFileSync(path.join(cwd, 'site.xclarity.json'), config.replace('/var/log/site-post.log', '/a&b'));
		const args = ['preview', 'autoinst.xml', '--config', 'site.xclarity.json'];
		const plain = await xclarity(args, { cwd });
		assert.match(plain.stdout, /<a>\/a&b<\/a>/);
		assert.match(plain.stderr, /are shown as they were entered: what an appliance does is not known/);
		const escaped = await xclarity([...args, '--escape-xml'], { cwd });
		assert.match(escaped.stdout, /<a>\/a&amp;b<\/a>/);
		assert.match(escaped.stderr, /are shown as entities of XML/);
	});

	test('samples are told', async context => {
		const cwd = site(context);
		writeFileSync(path.join(cwd, 'ks.cfg'), 'text\n# #predefined.hostPlatforms.uuid#\n');
		const { stderr } = await xclarity(['preview', 'ks.cfg'], { cwd });
		assert.match(stderr, /Samples stand for #predefined\.hostPlatforms\.uuid#/);
	});

	for (const [args, reason] of [
		[['preview'], /one unattend file/],
		[['preview', 'site.xclarity.json'], /is no unattend file/],
		[['preview', 'ks.cfg', '--server', '0'], /number from 1/],
		[['preview', 'ks.cfg', '--values', 'site.values.json', '--server', '3'], /2 servers/],
		[['preview', 'ks.cfg', '--values', 'gone.json'], /cannot be read/],
		[['preview', 'ks.cfg', '--all-servers'], /go together/],
		[['preview', 'ks.cfg', '--all-servers', '--out', 'x'], /values file with servers/],
	] as const) {
		test(`${args.join(' ')} is refused`, async context => {
			const { code, stderr } = await xclarity(args, { cwd: site(context) });
			assert.equal(code, 2);
			assert.match(stderr, reason);
		});
	}
});

suite('xclarity form', () => {
	test('asks, refuses, and writes a values file that the preview takes', async context => {
		const cwd = site(context);
		mkdirSync(path.join(cwd, 'values'));
		const input = [
			'2',
			'ntp one',
			'ntp.example.com',
			'ntp.example.net',
			'2',
			'',
			'',
			'xx',
			'1',
			'box',
			'',
			'',
			'',
		].join('\n');
		const { code, stderr, stdout } = await xclarity(['form', 'site.xclarity.json', '--out', 'values/a.values.json'], {
			cwd,
			input,
		});
		assert.equal(code, 0, stderr);
		assert.equal(stdout, 'values/a.values.json\n');
		const written = JSON.parse(readFileSync(path.join(cwd, 'values', 'a.values.json'), 'utf8'));
		assert.equal(written.config, '../site.xclarity.json');
		assert.deepEqual(written.common['common-ntpservers'], { ntpserver: ['ntp.example.com', 'ntp.example.net'] });
		assert.equal(written.servers.length, 2);
		assert.equal(written.servers[1].name, 'box');
		const preview = await xclarity(['preview', 'ks.cfg', '--values', 'values/a.values.json'], { cwd });
		assert.match(preview.stdout, /^lang de_DE\.UTF-8$/m);
	});

	test('writes nothing when the input ends early', async context => {
		const cwd = site(context);
		const before = readFileSync(path.join(cwd, 'site.values.json'), 'utf8');
		const { code, stderr } = await xclarity(['form', 'site.xclarity.json'], { cwd, input: '1\n' });
		assert.equal(code, 2);
		assert.match(stderr, /nothing is written/);
		assert.equal(readFileSync(path.join(cwd, 'site.values.json'), 'utf8'), before);
	});
});
