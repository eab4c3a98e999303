import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, xclarity } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart, siteManifest } from '../../support/sampleFiles';
import { applianceForCli, linksIn } from './applianceForCli';

const twoUnattends = { ...siteFiles, 'second.cfg': `${siteKickstart}# second\n` };
const changing = (requests: readonly { readonly method: string; readonly path: string }[]) =>
	requests.filter(({ method, path: target }) => method !== 'GET' && target !== '/sessions');

suite('xclarity apply', { concurrency: 4 }, () => {
	test('brings everything that the manifest names; a second run changes nothing and says so', async context => {
		const { simulator, run } = await applianceForCli(context);
		const cwd = folder(context, twoUnattends);
		const first = await run(['apply'], { cwd });
		assert.equal(first.code, 0, first.stderr);
		const files = linksIn((await run(['list', '--json'])).stdout);
		assert.equal(files.length, 3);
		assert.ok(files.includes('ks.cfg -> site.xclarity.json') && files.includes('second.cfg -> site.xclarity.json'));
		// A configuration file has room for one partner.
		assert.match(files.at(-1) ?? '', /^site\.xclarity\.json -> (ks|second)\.cfg$/);
		const before = changing(simulator.requests).length;
		const second = await run(['apply'], { cwd });
		assert.equal(second.code, 0, second.stderr);
		assert.match(second.stdout, /Nothing to do/);
		assert.equal(changing(simulator.requests).length, before);
		assert.equal((await run(['status'], { cwd })).code, 0);
		const ofFile = await run(['status', '*.cfg'], { cwd });
		assert.equal(ofFile.code, 0, ofFile.stderr);
	});

	test('a changed file takes the place of the one before, and its partners follow', async context => {
		const { run } = await applianceForCli(context);
		const cwd = folder(context, twoUnattends);
		await run(['apply'], { cwd });
		const before = linksIn((await run(['list', '--json'])).stdout);
		writeFileSync(
			path.join(cwd, 'site.xclarity.json'),
			siteConfig.replace('System language.', 'Language of the system.'),
		);
		const status = await run(['status', '--json'], { cwd });
		assert.equal(status.code, 1);
		const { files } = JSON.parse(status.stdout);
		assert.deepEqual(
			files.map(({ file, status: what }: { file: string; status: string }) => `${file} ${what}`),
			['site.xclarity.json replaces', 'ks.cfg re-link', 'second.cfg re-link'],
		);
		const { code, stdout, stderr } = await run(['apply'], { cwd });
		assert.equal(code, 0, stderr);
		assert.match(stdout, /replaced site\.xclarity\.json as CONFIG/);
		assert.deepEqual(linksIn((await run(['list', '--json'])).stdout).slice(0, 2), before.slice(0, 2));
		assert.equal(before.length, 3);
		assert.match((await run(['apply'], { cwd })).stdout, /Nothing to do/);
	});

	test('what somebody else has changed is a conflict: stop, keep or overwrite', async context => {
		const { run } = await applianceForCli(context);
		const cwd = folder(context, siteFiles);
		const other = await applianceForCli(context);
		await run(['apply'], { cwd });
		// Somebody with a memory of their own puts another file of that name there.
		const theirs = folder(context, siteFiles);
		rmSync(path.join(theirs, 'xclarity.json'));
		const stranger = { environment: { XCLARITY_STATE: other.state } };
		await run(['upload', 'site.xclarity.json', '--beside'], { cwd: theirs, ...stranger });
		const listed: { configs: { id: string; associatedFileId?: string }[] } = JSON.parse(
			(await run(['list', '--json'])).stdout,
		);
		const ours = listed.configs.find(({ associatedFileId }) => associatedFileId !== undefined);
		assert.ok(ours);
		await run(['delete', ours.id, '--force']);
		const stopped = await run(['apply'], { cwd });
		assert.equal(stopped.code, 1);
		assert.match(stopped.stdout, /conflict: site\.xclarity\.json .* another file of that name/);
		assert.match(stopped.stderr, /Nothing was sent.*--overwrite.*--keep/);
		const overwritten = await run(['apply', '--overwrite'], { cwd });
		assert.equal(overwritten.code, 0, overwritten.stderr);
		assert.deepEqual(linksIn((await run(['list', '--json'])).stdout), [
			'ks.cfg -> site.xclarity.json',
			'site.xclarity.json -> ks.cfg',
		]);
	});

	test('a file of that name that nobody knows here is a conflict, not a duplicate', async context => {
		const { run } = await applianceForCli(context);
		const cwd = folder(context, siteFiles);
		await run(['apply'], { cwd });
		const elsewhere = await applianceForCli(context);
		const { code, stdout } = await run(['apply'], { cwd, environment: { XCLARITY_STATE: elsewhere.state } });
		assert.equal(code, 1);
		assert.match(stdout, /not uploaded from here/);
		assert.equal(linksIn((await run(['list', '--json'])).stdout).length, 2);
	});

	test('another file of the name of one of ours is named by status and apply until it is gone', async context => {
		const { simulator, run } = await applianceForCli(context);
		const cwd = folder(context, siteFiles);
		assert.equal((await run(['apply'], { cwd })).code, 0);
		simulator.actNow({
			do: 'import',
			file: { kind: 'UNATTEND', name: 'ks.cfg', content: 'theirs\n', description: '' },
		});
		const their = simulator.truth().files.at(-1)?.id ?? '';
		const status = await run(['status'], { cwd });
		assert.equal(status.code, 1);
		assert.match(status.stdout, new RegExp(`beside others of that name: ${their}`));
		const applied = await run(['apply'], { cwd });
		assert.equal(applied.code, 1);
		assert.match(applied.stdout + applied.stderr, new RegExp(`${their}`));
		assert.equal((await run(['delete', their])).code, 0);
		assert.equal((await run(['status'], { cwd })).code, 0);
		assert.equal((await run(['apply'], { cwd })).code, 0);
	});

	test('--dry-run prints the plan and changes nothing', async context => {
		const { simulator, run } = await applianceForCli(context);
		const { code, stdout } = await run(['apply', '--dry-run'], { cwd: folder(context, siteFiles) });
		assert.equal(code, 0);
		assert.match(stdout, /would upload site\.xclarity\.json as CONFIG\nwould upload ks\.cfg as UNATTEND\n/);
		assert.deepEqual(changing(simulator.requests), []);
	});

	test('the manifest names a server by its id, which only the file of the person explains', async context => {
		const { simulator, environment, run } = await applianceForCli(context);
		const cwd = folder(context, { ...siteFiles, 'xclarity.json': siteManifest.replace('{', '{ "server": "lab",') });
		const servers = folder(context, {});
		const file = path.join(servers, 'servers.json');
		const { url, user, fingerprint } = simulator;
		const write = (more: object): void =>
			writeFileSync(file, JSON.stringify({ servers: [{ id: 'lab', url, user, trust: { fingerprint }, ...more }] }));
		const apply = (...more: string[]) =>
			xclarity(['apply', ...more], { cwd, environment: { ...environment, XCLARITY_SERVERS: file } });
		assert.match((await apply()).stderr, /no server 'lab'/);
		write({ password: 'x' });
		const secret = await apply();
		assert.equal(secret.code, 2);
		assert.match(secret.stderr, /Secrets do not belong there/);
		write({ protected: true });
		assert.match((await apply()).stderr, /protected.*--confirm lab/);
		assert.equal(simulator.requests.length, 0);
		const confirmed = await apply('--confirm', 'lab');
		assert.equal(confirmed.code, 0, confirmed.stderr);
		assert.equal(linksIn((await run(['list', '--json'])).stdout).length, 2);
	});

	test('where there is no manifest, and where an address is no URL, it says what to do', async context => {
		const cwd = folder(context, { 'ks.cfg': siteFiles['ks.cfg'] });
		const { environment } = await applianceForCli(context);
		const apply = async (...options: string[]) => (await xclarity(['apply', ...options], { cwd, environment })).stderr;
		assert.match(await apply(), /There is no xclarity\.json in the working folder\. Name one/);
		assert.match(await apply('..'), /There is no xclarity\.json in the folder above\. Name one/);
		assert.match(await apply('ks.cfg'), /There is no xclarity\.json at ks\.cfg\. xclarity upload takes files\./);
		const list = async (server: string) =>
			(
				await xclarity(['list', '--server', server], {
					cwd,
					environment: { ...environment, XCLARITY_SERVERS: path.join(cwd, 'servers.json') },
				})
			).stderr;
		assert.match(await list('192.0.2.7'), /begins with https:\/\//);
		assert.doesNotMatch(await list('lab'), /https/);
	});

	const full = existsSync('/dev/full') ? false : 'there is no device that is always full';
	test('a full disk ends it before anything is sent', { skip: full }, async context => {
		const { simulator, environment, run } = await applianceForCli(context);
		const texts = path.join(
			environment.XCLARITY_STATE,
			'uploads',
			new URL(simulator.url).host.replace(':', '_'),
			'texts',
		);
		mkdirSync(texts, { recursive: true });
		symlinkSync('/dev/full', path.join(texts, createHash('sha256').update(siteConfig).digest('hex')));
		const { code, stderr } = await run(['apply'], { cwd: folder(context, siteFiles) });
		assert.equal(code, 2, stderr);
		assert.match(stderr, /^xclarity: There is no room on the disk: ENOSPC/m);
		assert.deepEqual(changing(simulator.requests), []);
	});
});
