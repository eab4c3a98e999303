import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { xclarity } from '../../support/product';
import { applianceForCli } from './applianceForCli';

suite('a certificate that nothing vouches for', () => {
	test('the terminal shows its fingerprint and how to trust it, and has sent nothing', async context => {
		const { simulator, environment } = await applianceForCli(context, { isPlain: false });
		const args = ['list', '--server', simulator.url, '--user', simulator.user];
		const { code, stdout, stderr } = await xclarity(args, { environment });
		assert.deepEqual([code, stdout], [3, '']);
		assert.ok(
			stderr.includes(` It shows ${simulator.fingerprint}; once that is compared, --fingerprint trusts it.`),
			stderr,
		);
		assert.deepEqual(simulator.requests, []);
	});

	test('one that differs from the pinned one is not offered', async context => {
		const { simulator, environment } = await applianceForCli(context, { isPlain: false });
		const other = ['--fingerprint', simulator.fingerprint.replaceAll(/[0-9A-F]/g, 'A')];
		const args = ['list', '--server', simulator.url, '--user', simulator.user, ...other];
		const { code, stderr } = await xclarity(args, { environment });
		assert.equal(code, 3);
		assert.doesNotMatch(stderr, /It shows/);
	});
});
