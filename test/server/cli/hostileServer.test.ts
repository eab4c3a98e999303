import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { safeFileName } from '../../../server/cli/safeFileName';
import { folder, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { hostileLength, sampled } from '../../support/thorough';
import { json, type Received, tlsServer } from '../../support/tlsServer';

const password = 'pa"ss wörd&9';
const token = 'a-token-of-the-session';
const cookies = { 'set-cookie': [`JSESSIONID=${token}`, `csrf=${token}`] };

const names = [
	...['../../outside.ks', '/etc/outside.ks', 'C:\\outside.ks', '..\\outside.ks', '..', '.', '', 'a/../../outside.ks'],
	...[
		'con',
		'NUL.txt',
		'com1.ks',
		'a:stream',
		'line\nfeed.ks',
		'bell\u0007.ks',
		'\u202egnp.exe',
		'end. ',
		'.bashrc',
		'-rf',
	],
	...['x'.repeat(5_000), 'é'.repeat(300)],
];

/** A server whose every answer is given by the test; and the tool with what it needs to talk to it. */
async function hostile(context: TestContext, answer: (request: Received) => unknown) {
	const server = await tlsServer((request, response) => {
		const isSession = request.target.startsWith('/sessions');
		json(response, isSession ? { result: 'success' } : answer(request), 200, isSession ? cookies : {});
	});
	context.after(() => server[Symbol.asyncDispose]());
	const cwd = folder(context, siteFiles);
	const state = folder(context, {});
	const args = ['--server', server.url, '--user', 'USERID', '--fingerprint', server.fingerprint];
	const environment = { XCLARITY_PASSWORD: password, XCLARITY_STATE: state };
	const run = (command: readonly string[], place = cwd) => xclarity([...command, ...args], { cwd: place, environment });
	return { server, cwd, state, run };
}

const below = (root: string): string[] => readdirSync(root, { recursive: true }).map(String).sort();

suite('a hostile server', { concurrency: true }, () => {
	test('names that lead elsewhere are written into the chosen folder, or not at all', async context => {
		const unattendFiles = names.map((name, at) => ({ id: `2026010112000${at}_${name}`, name, content: `text ${at}` }));
		const { run } = await hostile(context, () => ({ unattendFiles, configFiles: [] }));
		const around = folder(context, { 'inner/keep': '' });
		const { stdout, stderr, code } = await run(['pull', '--to', 'inner/pulled'], around);
		assert.ok(code === 0 || code === 1, stderr);
		assert.deepEqual(
			below(around).filter(file => !file.startsWith(path.join('inner', 'pulled'))),
			['inner', path.join('inner', 'keep')],
		);
		const pulled = readdirSync(path.join(around, 'inner/pulled'), { withFileTypes: true });
		assert.ok(pulled.length >= 10 && pulled.every(entry => entry.isFile()));
		assert.ok(!/[\u0000-\u0008\u000b-\u001f\u202e]/.test(stdout + stderr), 'the terminal is not driven');
	});

	test('a file that is there is not replaced, and a link is not followed', async context => {
		const { run } = await hostile(context, () => ({ unattendFiles: [{ id: '1', name: 'a.ks', content: 'theirs' }] }));
		const around = folder(context, { 'secret.txt': 'mine', 'pulled/b.ks': '' });
		symlinkSync(path.join(around, 'secret.txt'), path.join(around, 'pulled/a.ks'));
		assert.equal((await run(['pull', '--to', 'pulled'], around)).code, 1);
		assert.equal(readFileSync(path.join(around, 'secret.txt'), 'utf8'), 'mine');
		assert.equal((await run(['pull', '--to', 'pulled', '--overwrite'], around)).code, 0);
		assert.equal(readFileSync(path.join(around, 'secret.txt'), 'utf8'), 'mine');
		assert.equal(readFileSync(path.join(around, 'pulled/a.ks'), 'utf8'), 'theirs');
	});

	test('a redirect to another host is not followed, and that host hears nothing', async () => {
		await using elsewhere = await tlsServer();
		for (const place of ['/sessions', '/osImages']) {
			const server = await tlsServer(({ target }, response) => {
				if (target.startsWith(place)) response.writeHead(307, { location: `${elsewhere.url}${target}` }).end();
				else json(response, { result: 'success' }, 200, cookies);
			});
			const args = ['--server', server.url, '--user', 'USERID', '--fingerprint', server.fingerprint];
			const { code, stderr } = await xclarity(['list', ...args], { environment: { XCLARITY_PASSWORD: password } });
			await server[Symbol.asyncDispose]();
			assert.equal(code, 3);
			assert.ok(!stderr.includes(password));
		}
		assert.equal(elsewhere.connections(), 0);
	});

	test('cookies for other hosts are not kept and not sent', async context => {
		const foreign = ['a=1; Domain=example.com', 'b=2; Domain=.com', 'c=3; Domain=127.0.0.2'];
		const server = await tlsServer((_, response) =>
			json(response, { unattendFiles: [] }, 200, { 'set-cookie': foreign }),
		);
		context.after(() => server[Symbol.asyncDispose]());
		const args = ['--server', server.url, '--user', 'USERID', '--fingerprint', server.fingerprint];
		await xclarity(['list', ...args], { environment: { XCLARITY_PASSWORD: password } });
		assert.ok(server.received.length >= 2);
		for (const { headers } of server.received) assert.equal(headers.cookie, undefined);
	});

	test('an answer without end is given up', async context => {
		const server = await tlsServer(({ target }, response) => {
			if (target.startsWith('/sessions')) return json(response, { result: 'success' }, 200, cookies);
			response.writeHead(200, { 'content-type': 'application/json' });
			const more = (): void => {
				while (!response.destroyed && response.write('['.repeat(65_536)));
				if (!response.destroyed) response.once('drain', more);
			};
			more();
		});
		context.after(() => server[Symbol.asyncDispose]());
		const args = ['--server', server.url, '--user', 'USERID', '--fingerprint', server.fingerprint];
		const { code, stderr } = await xclarity(['list', ...args], { environment: { XCLARITY_PASSWORD: password } });
		assert.equal(code, 3);
		assert.match(stderr, /too large/);
	});

	test('answers that make no sense end in a message, and no secret is written down', async context => {
		const nested = JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`);
		const answers: readonly unknown[] = [
			{ unattendFiles: 'x', configFiles: { a: 1 } },
			{ unattendFiles: [null, 1, { id: 7 }, { id: '' }, { id: '__proto__', name: 'constructor' }], __proto__: null },
			{ unattendFiles: nested, jobId: { a: 1 } },
			{ result: 'success', jobId: '../../../sessions' },
			{ result: 'failed', messages: [{ text: `${password} ${token}`, id: token, recovery: password }] },
		];
		const meet = async (answer: unknown): Promise<void> => {
			const { run, state, server } = await hostile(context, () => answer);
			const { code, stdout, stderr } = await run(['upload', 'ks.cfg']);
			assert.equal(code, 3, `${JSON.stringify(answer).slice(0, 80)}: ${stdout} ${stderr}`);
			const written = below(state)
				.filter(file => /\.jsonl$/.test(file))
				.map(file => readFileSync(path.join(state, file), 'utf8'));
			assert.ok(written.length < 2);
			for (const text of [stdout, stderr, ...written]) {
				assert.ok(!text.includes(password) && !text.includes(token), text);
			}
			assert.ok(server.received.every(({ target }) => /^\/(sessions|osImages|tasks)/.test(target)));
		};
		await Promise.all(sampled(answers, 4).map(meet));
	});

	test('names become names of one folder, whatever they are', () => {
		for (const name of names) {
			const safe = safeFileName(name);
			assert.equal(path.basename(safe), safe);
			assert.equal(path.win32.basename(safe), safe);
			assert.ok(safe !== '' && safe !== '.' && safe !== '..' && Buffer.byteLength(safe) <= 201, safe);
			assert.doesNotMatch(safe, /^(con|nul|com1)(\.|$)/i);
		}
		assert.equal(safeFileName('site rhel-9.é.ks'), 'site rhel-9.é.ks');
	});

	test('no name from there becomes the manifest, and none writes lines of its own', async context => {
		const unattendFiles = ['xclarity.json', 'XClarity.JSON', 'a\nconfiguration-settings files: none\r\n'].map(
			(name, at) => ({
				id: `2026010112000${at}_x`,
				name,
				content: '{"links":[]}',
			}),
		);
		const { run } = await hostile(context, () => ({ unattendFiles, configFiles: [] }));
		const around = folder(context, {});
		await run(['pull'], around);
		assert.ok(!below(around).some(file => file.toLowerCase() === 'xclarity.json'), below(around).join());
		const { stdout } = await run(['list']);
		assert.equal(stdout.match(/^configuration-settings files/gm)?.length, 1);
		assert.match(stdout, /a\\nconfiguration-settings files: none\\r\\n/);
	});

	test('a message nested without end, or of many megabytes, is cut', async context => {
		const nested = `${'['.repeat(100_000)}"deep"${']'.repeat(100_000)}`;
		for (const text of [nested, JSON.stringify('long '.repeat(hostileLength(300_000, 3_000_000)))]) {
			const server = await tlsServer((request, response) => {
				if (request.target.startsWith('/sessions')) return json(response, { result: 'success' }, 200, cookies);
				response.writeHead(403, { 'content-type': 'application/json' });
				response.end(
					`{"result":"failed","messages":[{"id":"X","text":${text},"recovery":{"URL":"https://help.example"}}]}`,
				);
			});
			context.after(() => server[Symbol.asyncDispose]());
			const args = ['list', '--server', server.url, '--user', 'USERID', '--fingerprint', server.fingerprint];
			const { code, stderr } = await xclarity(args, { environment: { XCLARITY_PASSWORD: password } });
			assert.equal(code, 3, stderr.slice(0, 500));
			assert.ok(stderr.length < 5_000, String(stderr.length));
			assert.match(stderr, /^ {2}more at https:\/\/help\.example$/m);
		}
	});
});
