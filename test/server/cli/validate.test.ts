import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { startSimulator } from '../../../server/simulator/simulator';
import { folder, xclarity } from '../../support/product';
import { siteConfig } from '../../support/sampleFiles';

suite('xclarity validate', () => {
	test("the appliance's report stands at the lines it names", async context => {
		const simulator = await startSimulator({ jobMilliseconds: 5 });
		context.after(() => simulator.stop());
		const cwd = folder(context, {
			'good.xclarity.json': siteConfig,
			'bad.xclarity.json': siteConfig.replace('"category": "static"', '"category": "fixed"'),
		});
		const args = ['--server', simulator.url, '--user', simulator.user, '--fingerprint', simulator.fingerprint];
		const environment = { XCLARITY_PASSWORD: simulator.password };
		const good = await xclarity(['validate', 'good.xclarity.json', ...args], { cwd, environment });
		assert.equal(good.code, 0, good.stderr);
		assert.match(good.stdout, /accepts it: #server-settings\.server0\.locale#/);
		const bad = await xclarity(['validate', 'bad.xclarity.json', ...args], { cwd, environment });
		assert.equal(bad.code, 1, bad.stderr);
		assert.match(bad.stdout, /^bad\.xclarity\.json:30:\d+ error The appliance says: .*\[appliance-refused\]$/m);
	});
});
