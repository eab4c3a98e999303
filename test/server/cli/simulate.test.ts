import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { start, xclarity } from '../../support/product';

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

	test('an unknown switch is wrong usage', async () => {
		const { code, stderr } = await xclarity(['simulate', '--set', 'no-such=1']);
		assert.equal(code, 2);
		assert.match(stderr, /no-such/);
	});
});
