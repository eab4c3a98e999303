import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type { RequestRecord } from '../../../server/simulator/requestLog';
import type { SimulatorOptions } from '../../../server/simulator/simulator';
import { folder } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { sampled } from '../../support/thorough';
import { applianceForCli } from './applianceForCli';

/** An appliance with an image and a linked pair, and the ids. */
async function withImage(context: TestContext, options: SimulatorOptions = {}) {
	const appliance = await applianceForCli(context, options);
	const cwd = folder(context, { ...siteFiles, 'rhel.iso': 'iso' });
	const imported = await appliance.run(['import', '--type', 'OS', 'rhel.iso', '--os', 'rhels', '--osrelease', '9.4'], {
		cwd,
	});
	assert.equal(imported.code, 0, imported.stderr);
	assert.equal((await appliance.run(['upload', 'ks.cfg'], { cwd })).code, 0);
	const listed = await appliance.run(['list', '--json']);
	const { unattends, configs, images } = JSON.parse(listed.stdout);
	const ids = { unattend: String(unattends[0].id), config: String(configs[0].id), image: String(images[0].id) };
	return { ...appliance, ids, files: ['--unattend', ids.unattend, '--config', ids.config] };
}

const base = 'rhels9.4|rhels9.4-x86_64-install-Basic';

suite('xclarity profile', { concurrency: 4 }, () => {
	const kinds: readonly NonNullable<SimulatorOptions['switches']>[] = [
		{},
		{ 'profile-unattend': 'customUnattendOptions' },
		{ 'profile-build': 'at-once', 'profile-id': 'yes', 'job-id': 'number' },
	];
	for (const switches of sampled(kinds, 3)) {
		test(`builds a profile that list shows with its files, once: ${JSON.stringify(switches)}`, async context => {
			const { run, ids, files, simulator } = await withImage(context, { switches });
			const built = await run(['profile', base, ...files, '--name', 'Lab']);
			assert.equal(built.code, 0, built.stderr);
			assert.match(built.stdout, /^built Lab of rhel\.iso: rhels9\.4\|\S+\n$/);
			const { images } = JSON.parse((await run(['list', '--json'])).stdout);
			const [shown] = images[0].profiles.filter(({ name }: { name: string }) => name === 'Lab');
			assert.deepEqual(shown.files, { config: [ids.config], unattend: [ids.unattend], software: [] });
			const again = await run(['profile', base, ...files, '--name', 'Lab']);
			assert.deepEqual([again.code, again.stdout.split(':')[0]], [0, 'Lab is there already']);
			const sent = simulator.requests.filter(({ method, path }) => method === 'POST' && path.includes('install'));
			assert.equal(sent.length, 1);
			const other = await run(['profile', base, '--unattend', ids.unattend, '--name', 'Lab']);
			assert.equal(other.code, 3);
			assert.match(other.stderr, /does not show these files/);
		});
	}

	test('what the appliance does not show is said', async context => {
		const { run, files } = await withImage(context, { switches: { 'profile-files': 'hidden' } });
		const blind = await run(['profile', base, ...files]);
		assert.equal(blind.code, 0, blind.stderr);
		assert.match(blind.stderr, /does not show which files of these kinds it carries: config, unattend/);
	});

	test('wrong ids are refused before anything is sent, and a missing partner is named', async context => {
		const { run, ids, simulator } = await withImage(context);
		const before = simulator.requests.length;
		for (const [args, words] of [
			[['profile', 'none', '--config', ids.config], /no image or profile 'none'/],
			[['profile', ids.image, '--config', ids.config], /more than one profile; name one of 'rhels9\.4\|/],
			[['profile', base, '--config', ids.unattend], /no such file/],
			[['profile', base], /at least one file/],
		] as const) {
			const { code, stderr } = await run(args);
			assert.equal(code, 2, stderr);
			assert.match(stderr, words);
		}
		assert.ok(!simulator.requests.slice(before).some(({ method, path }) => method === 'POST' && path !== '/sessions'));
		assert.match((await run(['profile', base, '--unattend', ids.unattend])).stderr, /add --config \d{14}_site/);
	});

	test('Ctrl-C cancels the job, and nothing is left', async context => {
		let onRequest: (record: RequestRecord) => void = () => undefined;
		const { run, files, simulator } = await withImage(context, {
			onRequest: record => onRequest(record),
		});
		simulator.setFaults(['stuck-job@POST /osImages']);
		const controller = new AbortController();
		onRequest = ({ method, path }) => {
			if (method === 'GET' && path.startsWith('/tasks/')) controller.abort();
		};
		const { code, stderr } = await run(['profile', base, ...files, '--name', 'Lab'], { signal: controller.signal });
		assert.equal(code, 3, stderr);
		assert.match(stderr, /cancelled/);
		const { stdout } = await run(['list']);
		assert.match(stdout, /jobs: none/);
		assert.ok(!stdout.includes('Lab'));
	});

	test('a lost answer is looked up; a job that ends badly is a failure that leaves nothing', async context => {
		const { run, files, simulator } = await withImage(context, { switches: { 'profile-build': 'at-once' } });
		simulator.setFaults(['drop-after@POST /osImages']);
		const lost = await run(['profile', base, ...files, '--name', 'Lab']);
		assert.equal(lost.code, 0, lost.stderr);
		simulator.setFaults(['500@POST /osImages']);
		const failed = await run(['profile', base, ...files, '--name', 'Other']);
		assert.equal(failed.code, 3);
		simulator.setFaults([]);
		assert.ok(!(await run(['list'])).stdout.includes('Other'));
	});

	test('a file that a profile carries is not deleted without it; the image takes its profiles along', async context => {
		const { run, ids, files, simulator } = await withImage(context);
		assert.equal((await run(['profile', base, ...files, '--name', 'Lab'])).code, 0);
		const both = [ids.unattend, ids.config];
		const refused = await run(['delete', ...both]);
		assert.equal(refused.code, 1, refused.stderr);
		assert.match(refused.stderr, /Lab \(.*\) is linked with .*Nothing was removed/s);
		assert.equal(simulator.truth().files.length, 3);
		const removed = await run(['delete', ...both, ids.image]);
		assert.equal(removed.code, 0, removed.stderr);
		assert.deepEqual(simulator.truth().files, []);
	});
});
