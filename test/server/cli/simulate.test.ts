import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { folder, type Outcome, type RunOptions, start, xclarity } from '../../support/product';
import { runProgram } from '../../support/runProgram';

/** Runs `simulate`: what it says about itself, and what stops it and gives its end. */
async function simulating(
	run: (args: readonly string[], options: RunOptions) => Promise<Outcome>,
	args: readonly string[] = [],
	cwd = process.cwd(),
) {
	const controller = new AbortController();
	let finished: Promise<Outcome> | undefined;
	const line = await new Promise<string>((resolve, reject) => {
		finished = run(['simulate', '--json', ...args], { cwd, signal: controller.signal, onOutput: resolve });
		finished.then(({ stderr }) => reject(new Error(stderr)), reject);
	});
	const stop = (): Promise<Outcome> | undefined => {
		controller.abort();
		return finished;
	};
	return { ...JSON.parse(line), stop };
}

suite('xclarity simulate', () => {
	test('says in one line of JSON how to reach it, and stops on SIGTERM', async () => {
		const asProcess = (...given: Parameters<typeof start>) => start(...given).finished;
		const { url, fingerprint, caFile, user, password, stop } = await simulating(asProcess);
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
		assert.equal((await stop())?.code, 0);
	});

	test('a fault that was asked for happens, one that does not exist is wrong usage', async () => {
		const faults = ['--fault', 'full@GET /osImages', '--fault', '500#99'];
		const { url, fingerprint, user, password, stop } = await simulating(runProgram, faults);
		const { code, stderr } = await xclarity(['list', '--server', url, '--user', user, '--fingerprint', fingerprint], {
			environment: { XCLARITY_PASSWORD: password },
		});
		assert.equal(code, 3);
		assert.match(stderr, /FQXHMFC0057M/);
		assert.equal((await stop())?.code, 0);
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
		const args = ['--dialect', 'gateway', '--second-person', 'script.json'];
		const { url, fingerprint, user, password, stop } = await simulating(runProgram, args, cwd);
		const login = ['--server', url, '--user', user, '--fingerprint', fingerprint];
		const { stdout } = await xclarity(['list', ...login, '--json'], { environment: { XCLARITY_PASSWORD: password } });
		const [theirs] = JSON.parse(stdout).configs;
		assert.match(`${theirs.id} ${theirs.name}`, /^[0-9a-f]{16} theirs\.json$/);
		assert.equal((await stop())?.code, 0);
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
