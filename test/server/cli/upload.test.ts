import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { startSimulator } from '../../../server/simulator/simulator';
import { folder, xclarity } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';
import { at } from '../simulator/applianceSession';

interface Upload {
	readonly file: string;
	readonly imageType: string;
	readonly id: string;
	readonly associatedFileId: string | null;
}

async function appliance(context: TestContext) {
	const simulator = await startSimulator({ jobMilliseconds: 5 });
	context.after(() => simulator.stop());
	const args = ['--server', simulator.url, '--user', simulator.user, '--fingerprint', simulator.fingerprint];
	const environment = { XCLARITY_PASSWORD: simulator.password };
	return { simulator, args, environment };
}

suite('xclarity upload', { concurrency: true }, () => {
	test('a linked pair: both are there, each with the id of the other', async context => {
		const { args, environment } = await appliance(context);
		const cwd = folder(context, siteFiles);
		const { code, stdout, stderr } = await xclarity(['upload', 'ks.cfg', ...args, '--json'], { cwd, environment });
		assert.equal(code, 0, stderr);
		const { uploads }: { uploads: Upload[] } = JSON.parse(stdout);
		const config = uploads.find(({ imageType }) => imageType === 'CONFIG');
		const unattend = uploads.find(({ imageType }) => imageType === 'UNATTEND');
		assert.ok(config && unattend);
		assert.deepEqual([config.file, unattend.file], ['site.xclarity.json', 'ks.cfg']);
		const list = await xclarity(['list', ...args, '--json'], { environment });
		const { unattends, configs } = JSON.parse(list.stdout);
		assert.deepEqual(
			unattends.map((file: Upload) => [file.id, file.associatedFileId]),
			[[unattend.id, config.id]],
		);
		assert.deepEqual(
			configs.map((file: Upload) => [file.id, file.associatedFileId]),
			[[config.id, unattend.id]],
		);
	});

	test('a manifest that is no JSON stops an unattend file from going up alone', async context => {
		const { simulator, args, environment } = await appliance(context);
		const cwd = folder(context, { ...siteFiles, 'xclarity.json': '{"links": [' });
		const { code, stderr } = await xclarity(['upload', 'ks.cfg', ...args], { cwd, environment });
		assert.equal(code, 2);
		assert.match(stderr, /xclarity\.json is not JSON, so nobody can tell what ks\.cfg is linked with\./);
		assert.deepEqual(simulator.truth().files, []);
	});

	test('the device type and the size go along with the content', async context => {
		const { simulator, args, environment } = await appliance(context);
		const cwd = folder(context, siteFiles);
		const upload = ['upload', 'ks.cfg', ...args];
		const { code, stderr } = await xclarity([...upload, '--device-type', 'other'], { cwd, environment });
		assert.equal(code, 0, stderr);
		const bodies = simulator.requests.filter(({ query }) => query.imageType === 'UNATTEND').map(({ body }) => body);
		assert.equal(at(bodies, 0, 'deviceType'), 'other');
		assert.equal(at(bodies, 0, 'fileSize'), String(Buffer.byteLength(siteKickstart)));
	});

	test('by file job, too', async context => {
		const { args, environment } = await appliance(context);
		const { code, stderr } = await xclarity(['upload', 'ks.cfg', ...args, '--method', 'file'], {
			cwd: folder(context, siteFiles),
			environment,
		});
		assert.equal(code, 0, stderr);
		const { stdout } = await xclarity(['list', ...args], { environment });
		assert.match(stdout, /ks\.cfg.*rhels 9\.4.*linked with \d+_site\.xclarity\.json/);
	});

	test('an error stops it before anything is sent; --force does not', async context => {
		const { args, environment, simulator } = await appliance(context);
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': siteKickstart.replace('server0.locale', 'server0.locle') });
		const refused = await xclarity(['upload', 'ks.cfg', ...args], { cwd, environment });
		assert.equal(refused.code, 1);
		assert.match(refused.stderr, /Nothing was sent/);
		const asJson = await xclarity(['upload', 'ks.cfg', ...args, '--json'], { cwd, environment });
		assert.equal(JSON.parse(asJson.stdout).diagnostics[0].code, 'macro-unknown');
		assert.equal(asJson.stderr, 'Nothing was sent: correct the errors, or use --force.\n');
		assert.equal(simulator.requests.length, 0);
		const forced = await xclarity(['upload', 'ks.cfg', ...args, '--force'], { cwd, environment });
		assert.equal(forced.code, 0, forced.stderr);
	});

	test('--dry-run looks and prints the plan; without a server it does not even look', async context => {
		const { args, environment, simulator } = await appliance(context);
		const cwd = folder(context, siteFiles);
		for (const [file, more] of [
			['*.cfg', []],
			['ks.cfg', args],
		] as const) {
			const { code, stdout } = await xclarity(['upload', file, ...more, '--dry-run'], { cwd, environment });
			assert.equal(code, 0);
			assert.match(stdout, /site\.xclarity\.json as CONFIG[\s\S]*ks\.cfg as UNATTEND/);
		}
		assert.deepEqual(
			simulator.requests.map(({ method, path }) => `${method} ${path}`),
			['POST /sessions', 'GET /osImages', 'DELETE /sessions'],
		);
	});

	test('a wrong fingerprint sends nothing: exit 3, both fingerprints, no password', async context => {
		const { simulator, environment } = await appliance(context);
		const wrong = simulator.fingerprint.replace(/^../, found => (found === '00' ? '11' : '00'));
		const args = ['--server', simulator.url, '--user', simulator.user, '--fingerprint', wrong];
		const { code, stdout, stderr } = await xclarity(['upload', 'ks.cfg', ...args], {
			cwd: folder(context, siteFiles),
			environment,
		});
		assert.equal(code, 3);
		assert.equal(stdout, '');
		assert.ok(stderr.includes(simulator.fingerprint), stderr);
		assert.ok(!stderr.includes(simulator.password));
		assert.equal(simulator.requests.length, 0);
	});

	test('a wrong password: exit 3 and the words of the appliance', async context => {
		const { args } = await appliance(context);
		const { code, stderr } = await xclarity(['upload', 'ks.cfg', ...args], {
			cwd: folder(context, siteFiles),
			environment: { XCLARITY_PASSWORD: 'not-the-one' },
		});
		assert.equal(code, 3);
		assert.match(stderr, /password/i);
		assert.ok(!stderr.includes('not-the-one'));
	});

	test('--config is what the macros are checked against, over the link', async context => {
		const { args, environment, simulator } = await appliance(context);
		const other = siteFiles['site.xclarity.json'].replaceAll('common-ntpservers', 'time');
		const cwd = folder(context, { ...siteFiles, 'other.xclarity.json': other });
		const { code, stderr } = await xclarity(['upload', 'ks.cfg', '--config', 'other.xclarity.json', ...args], {
			cwd,
			environment,
		});
		assert.equal(code, 1);
		assert.match(stderr, /common-ntpservers\.ntpserver0# is not declared by other\.xclarity\.json/);
		assert.equal(simulator.requests.length, 0);
	});

	test('a password on the command line is refused', async context => {
		const { args } = await appliance(context);
		const { code, stderr } = await xclarity(['upload', 'ks.cfg', ...args, '--password', 'secret'], {
			cwd: folder(context, siteFiles),
		});
		assert.equal(code, 2);
		assert.match(stderr, /XCLARITY_PASSWORD/);
	});

	test('an unattend file without link needs --os and --osrelease', async context => {
		const { args, environment } = await appliance(context);
		const cwd = folder(context, {
			'ks.cfg': siteKickstart.replace(/^.*#(server-settings|common-ntp|logpath).*$/gm, ''),
		});
		const refused = await xclarity(['upload', 'ks.cfg', ...args], { cwd, environment });
		assert.equal(refused.code, 2);
		assert.match(refused.stderr, /--os and --osrelease/);
		const { code, stderr } = await xclarity(['upload', 'ks.cfg', ...args, '--os', 'rhels', '--osrelease', '9.4'], {
			cwd,
			environment,
		});
		assert.equal(code, 0, stderr);
	});
});
