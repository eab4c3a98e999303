import assert from 'node:assert/strict';
import { rmSync, symlinkSync, truncateSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { folder, xclarity } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';
import { applianceForCli } from './applianceForCli';

/** An HTTP proxy that takes every tunnel to the same place; the targets that were asked for. */
async function tunnelTo(context: TestContext, port: number) {
	const asked: string[] = [];
	const proxy = http.createServer();
	proxy.on('connect', (request, socket) => {
		asked.push(request.url ?? '');
		const upstream = net.connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			upstream.pipe(socket).pipe(upstream);
		});
		upstream.on('error', () => socket.destroy());
		socket.on('error', () => upstream.destroy());
	});
	await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
	context.after(() => {
		proxy.closeAllConnections();
		proxy.close();
	});
	const address = proxy.address();
	return { asked, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}

suite('the borders of the terminal tool', { concurrency: 4 }, () => {
	test('a link that leads out of the folder of xclarity.json is not followed', async context => {
		const { run, simulator } = await applianceForCli(context);
		const outside = folder(context, { 'other.json': siteConfig, 'other.cfg': siteKickstart });
		for (const [name, target] of [
			['site.xclarity.json', 'other.json'],
			['ks.cfg', 'other.cfg'],
		] as const) {
			const cwd = folder(context, siteFiles);
			rmSync(path.join(cwd, name));
			symlinkSync(path.join(outside, target), path.join(cwd, name));
			const { code, stderr } = await run(['apply', '--force'], { cwd });
			assert.equal(code, 2, stderr);
			assert.match(stderr, new RegExp(`${name} is a link to .*${target}, outside the folder of xclarity\\.json`));
		}
		assert.equal(simulator.truth().files.length, 0);
	});

	test('a file that is too large is refused with the limit', async context => {
		const { run, simulator } = await applianceForCli(context);
		const cwd = folder(context, { 'large.ks': siteKickstart, 'large.json': siteConfig });
		for (const file of ['large.ks', 'large.json']) truncateSync(path.join(cwd, file), 16 * 1024 * 1024 + 1);
		const system = ['--os', 'rhels', '--osrelease', '9.4'];
		const refused = await run(['upload', 'large.ks', ...system], { cwd });
		assert.equal(refused.code, 2);
		assert.match(
			refused.stderr,
			/large\.ks has 16\.1 MiB, and files of more than 16\.0 MiB are not checked\. Use --force/,
		);
		const config = await run(['upload', 'large.json', '--force'], { cwd });
		assert.match(config.stderr, /large\.json has 16\.1 MiB.*cannot be so large/);
		assert.deepEqual(simulator.truth().files, []);
	});

	test('a proxy is taken from the environment or the command line, and the certificate is still the pinned one', async context => {
		const { simulator, environment } = await applianceForCli(context, { isPlain: false });
		const proxy = await tunnelTo(context, Number(new URL(simulator.url).port));
		const list = (
			more: readonly string[],
			variables: Readonly<Record<string, string>> = {},
			pin = simulator.fingerprint,
		) =>
			xclarity(
				['list', '--server', 'https://lxca.example.invalid', '--user', simulator.user, '--fingerprint', pin, ...more],
				{ environment: { ...environment, ...variables } },
			);
		for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'HTTP_PROXY']) {
			const { code, stderr } = await list([], { [name]: proxy.url });
			assert.equal(code, 0, `${name}: ${stderr}`);
		}
		assert.deepEqual(new Set(proxy.asked), new Set(['lxca.example.invalid:443']));
		const { length } = proxy.asked;
		assert.equal((await list([], { HTTPS_PROXY: proxy.url, NO_PROXY: '.invalid' })).code, 3);
		assert.equal((await list(['--no-proxy'], { HTTPS_PROXY: proxy.url })).code, 3);
		assert.equal(proxy.asked.length, length);
		assert.equal((await list(['--proxy', proxy.url])).code, 0);
		assert.ok(proxy.asked.length > length);
		const other = await list(['--proxy', proxy.url], {}, 'AB'.repeat(32));
		assert.match(other.stderr, /not the pinned one, and nothing was sent/);
		assert.equal((await list(['--proxy', proxy.url, '--no-proxy'])).code, 2);
	});
});
