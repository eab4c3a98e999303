import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { folder, start, xclarity } from '../../support/product';

suite('xclarity simulate', () => {
	test('says in one line of JSON how to reach it, and stops on SIGTERM', async () => {
		const { child, finished } = start(['simulate', '--json']);
		assert.ok(child.stdout);
		const [line] = await once(child.stdout, 'data');
		const { url, fingerprint, caFile, user, password } = JSON.parse(String(line));
		assert.ok(existsSync(caFile));
		const environment = { XCLARITY_PASSWORD: password };
		const byFingerprint = await xclarity(['list', '--server', url, '--user', user, '--fingerprint', fingerprint], {
			environment,
		});
		assert.deepEqual([byFingerprint.code, byFingerprint.stderr], [0, '']);
		const byCa = await xclarity(['list', '--server', url, '--user', user, '--ca', caFile], { environment });
		assert.deepEqual([byCa.code, byCa.stderr], [0, '']);
		const untrusted = await xclarity(['list', '--server', url, '--user', user], { environment });
		assert.equal(untrusted.code, 3);
		assert.match(untrusted.stderr, /certificate/i);
		child.kill('SIGTERM');
		assert.equal((await finished).code, 0);
	});

	test('a fault that was asked for happens, one that does not exist is wrong usage', async () => {
		const { child, finished } = start(['simulate', '--json', '--fault', 'full@GET /osImages', '--fault', '500#99']);
		assert.ok(child.stdout);
		const [line] = await once(child.stdout, 'data');
		const { url, fingerprint, user, password } = JSON.parse(String(line));
		const { code, stderr } = await xclarity(['list', '--server', url, '--user', user, '--fingerprint', fingerprint], {
			environment: { XCLARITY_PASSWORD: password },
		});
		assert.equal(code, 3);
		assert.match(stderr, /FQXHMFC0057M/);
		child.kill('SIGTERM');
		assert.equal((await finished).code, 0);
		const unknown = await xclarity(['simulate', '--fault', 'no-such']);
		assert.equal(unknown.code, 2);
		assert.match(unknown.stderr, /no-such/);
	});

	test('a dialect, and a second person beside', async context => {
		const cwd = folder(context, {
			'script.json':
				'[{"after":"POST /sessions#1","do":"import","file":{"kind":"CONFIG","name":"theirs.json","content":"{}"}}]',
			'wrong.json': '[{"do":"import"}]',
		});
		const args = ['simulate', '--json', '--dialect', 'gateway', '--second-person', 'script.json'];
		const { child, finished } = start(args, { cwd });
		assert.ok(child.stdout);
		const [line] = await once(child.stdout, 'data');
		const { url, fingerprint, user, password } = JSON.parse(String(line));
		const login = ['--server', url, '--user', user, '--fingerprint', fingerprint];
		const { stdout } = await xclarity(['list', ...login, '--json'], { environment: { XCLARITY_PASSWORD: password } });
		const [theirs] = JSON.parse(stdout).configs;
		assert.match(`${theirs.id} ${theirs.name}`, /^[0-9a-f]{16} theirs\.json$/);
		child.kill('SIGTERM');
		assert.equal((await finished).code, 0);
		const wrong = await xclarity(['simulate', '--second-person', 'wrong.json'], { cwd });
		assert.deepEqual([wrong.code, /needs before or after/.test(wrong.stderr)], [2, true]);
	});

	test('the dialects are listed, and an unknown one is wrong usage', async () => {
		const listed = await xclarity(['simulate', '--list-dialects']);
		assert.equal(listed.code, 0);
		assert.match(listed.stdout, /^gateway +Behind a proxy/m);
		const unknown = await xclarity(['simulate', '--dialect', 'no-such']);
		assert.equal(unknown.code, 2);
		assert.match(unknown.stderr, /no dialect ‘no-such’\. There are: vendor, /);
	});

	test('an unknown switch is wrong usage', async () => {
		const { code, stderr } = await xclarity(['simulate', '--set', 'no-such=1']);
		assert.equal(code, 2);
		assert.match(stderr, /no-such/);
	});
});
