import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { SimulatorOptions } from '../../../server/simulator/simulator';
import { folder } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { sampled } from '../../support/thorough';
import { applianceForCli } from './applianceForCli';

const upload = ['upload', 'ks.cfg', '--os', 'rhels', '--osrelease', '9.4'];
const importScript = ['import', '--type', 'SCRIPT', 'after.sh', '--os', 'rhels'];
const theirKickstart = { kind: 'UNATTEND', name: 'ks.cfg', content: 'theirs\n', description: '' };
const theirScript = { kind: 'SCRIPT', name: 'after.sh', content: 'theirs\n', description: '' };
const script = { 'after.sh': 'echo done\n' };

/** An appliance that somebody has put a file on. */
async function withTheirs(context: Parameters<typeof folder>[0], file: object, options: SimulatorOptions = {}) {
	const appliance = await applianceForCli(context, options);
	appliance.simulator.actNow({ do: 'import', file });
	const [their] = appliance.simulator.truth().files;
	assert.ok(their);
	const { name } = their;
	const texts = (): (string | undefined)[] =>
		appliance.simulator
			.truth()
			.files.filter(stored => stored.name === name)
			.map(({ bytes }) => bytes?.toString());
	return { ...appliance, their, texts };
}

suite('a file of the same name that was not uploaded from here', { concurrency: 4 }, () => {
	for (const sameName of sampled(['replaced', 'allowed'] as const, 2)) {
		const options = { switches: { 'same-name': sameName, 'file-id': 'random' } } as const;

		test(`stops an upload before anything is sent, where a name is ${sameName}`, async context => {
			const { run, their, texts, simulator } = await withTheirs(context, theirKickstart, options);
			const { code, stdout, stderr } = await run(upload, { cwd: folder(context, siteFiles) });
			assert.equal(code, 1, stderr);
			assert.match(stdout, new RegExp(`conflict: ks\\.cfg \\(${their.id}\\) is on the appliance, but was not`));
			assert.match(stderr, /Nothing was sent.*--overwrite.*--keep.*--beside/);
			assert.deepEqual(texts(), ['theirs\n']);
			assert.equal(simulator.truth().files.length, 1);
		});

		test(`is told to carry the mark of an upload, where a name is ${sameName}`, async context => {
			const marked = { ...theirKickstart, description: '[xclarity-upload d2820cfbebcd4ffc]' };
			const { run } = await withTheirs(context, marked, options);
			const { code, stdout } = await run(upload, { cwd: folder(context, siteFiles) });
			assert.equal(code, 1, stdout);
			assert.match(stdout, /conflict: ks\.cfg .* carries the mark of an upload that did not come to its end/);
			assert.doesNotMatch(stdout, /was not uploaded from here/);
		});

		test(`stops an import before anything is sent, where a name is ${sameName}`, async context => {
			const { run, their, texts } = await withTheirs(context, theirScript, options);
			const cwd = folder(context, script);
			const { code, stdout, stderr } = await run(importScript, { cwd });
			assert.equal(code, 1, stdout);
			assert.match(
				stderr,
				new RegExp(`^conflict: ${their.id} has the name after\\.sh .*Nothing was sent.*--overwrite`),
			);
			assert.deepEqual(texts(), ['theirs\n']);
			const kept = await run([...importScript, '--keep'], { cwd });
			assert.deepEqual([kept.code, kept.stderr], [0, '']);
			assert.deepEqual(texts(), ['theirs\n']);
			const overwritten = await run([...importScript, '--overwrite'], { cwd });
			assert.deepEqual([overwritten.code, overwritten.stderr], [0, '']);
			assert.deepEqual(texts(), ['echo done\n']);
			assert.match((await run(importScript, { cwd })).stdout, /is there already/);
		});

		test(`is replaced by an upload with --overwrite, where a name is ${sameName}`, async context => {
			const { run, texts } = await withTheirs(context, theirKickstart, options);
			const cwd = folder(context, siteFiles);
			const { code, stderr } = await run([...upload, '--overwrite'], { cwd });
			assert.deepEqual([code, stderr], [0, '']);
			assert.deepEqual(texts(), [siteFiles['ks.cfg']]);
			assert.match((await run(upload, { cwd })).stdout, /Nothing to do/);
		});
	}

	test('stays with --keep, and gets ours beside it with --beside; the next upload names it until it is gone', async context => {
		const { run, their, texts } = await withTheirs(context, theirKickstart);
		const cwd = folder(context, siteFiles);
		assert.equal((await run([...upload, '--keep'], { cwd })).code, 0);
		assert.deepEqual(texts(), ['theirs\n']);
		const beside = await run([...upload, '--beside'], { cwd });
		assert.deepEqual([beside.code, beside.stderr], [0, '']);
		assert.deepEqual(texts().toSorted(), [siteFiles['ks.cfg'], 'theirs\n'].toSorted());
		const again = await run(upload, { cwd });
		assert.equal(again.code, 1, again.stdout);
		assert.match(again.stderr, new RegExp(`others have its name: ${their.id}`));
		assert.equal((await run([...upload, '--beside'], { cwd })).code, 0);
		assert.equal((await run([...upload, '--keep'], { cwd })).code, 0);
		assert.equal((await run(['delete', their.id])).code, 0);
		assert.equal((await run(upload, { cwd })).code, 0);
		assert.equal((await run([...upload, '--keep', '--beside'], { cwd })).code, 2);
	});

	test('stays beside an import with --beside; the next import names it', async context => {
		const { run, their, texts } = await withTheirs(context, theirScript);
		const cwd = folder(context, script);
		const beside = await run([...importScript, '--beside'], { cwd });
		assert.deepEqual([beside.code, beside.stderr], [0, '']);
		assert.deepEqual(texts().toSorted(), ['echo done\n', 'theirs\n']);
		const again = await run(importScript, { cwd });
		assert.equal(again.code, 1, again.stdout);
		assert.match(again.stderr, new RegExp(`${their.id} has the name after\\.sh .*xclarity delete`));
		assert.equal((await run([...importScript, '--overwrite'], { cwd })).code, 0);
		assert.deepEqual(texts(), ['echo done\n']);
	});

	test('that came while an upload ran is named again by the next one', async context => {
		const { run, simulator } = await applianceForCli(context);
		const cwd = folder(context, siteFiles);
		simulator.setSecondPerson([{ after: 'PUT /osImages#1', do: 'import', file: theirKickstart }]);
		for (const what of ['first', 'second']) {
			const { code, stderr } = await run(upload, { cwd });
			const their = simulator.truth().files.find(({ bytes }) => bytes?.toString() === 'theirs\n');
			assert.equal(code, 1, what);
			assert.match(stderr, new RegExp(`conflict: .*${their?.id}`), what);
		}
	});

	test('another name that only ends so is no namesake', async context => {
		const { run } = await withTheirs(context, { ...theirScript, name: 'my_after.sh' });
		assert.equal((await run(importScript, { cwd: folder(context, script) })).code, 0);
	});
});

suite('an import in whose place the appliance keeps the id', { concurrency: 4 }, () => {
	const options = {
		now: () => Date.UTC(2026, 0, 1),
		switches: { 'same-second': 'same', 'job-result': 'attribute' },
	} as const;
	const silent = { ...options, switches: { 'same-second': 'same' } } as const;
	const sameFacts = { ...theirScript, os: 'rhels', content: 'echo them\n' };

	test('is found, and says what it has replaced unless that was asked for', async context => {
		for (const [choice, file, setup] of sampled(
			[
				['--beside', theirScript, silent],
				['--overwrite', theirScript, silent],
				// It is shown as before: only the job tells.
				['--overwrite', sameFacts, options],
			] as const,
			2,
		)) {
			const { run, their, texts } = await withTheirs(context, file, setup);
			const cwd = folder(context, script);
			const { code, stdout, stderr } = await run([...importScript, choice], { cwd });
			assert.match(stdout, new RegExp(`^imported after\\.sh as SCRIPT: ${their.id} `), stderr);
			if (choice === '--overwrite') assert.deepEqual([code, stderr], [0, '']);
			else assert.match(stderr, new RegExp(`${their.id} .* has replaced it, under the same id`));
			assert.equal(code, choice === '--overwrite' ? 0 : 1);
			assert.deepEqual(texts(), ['echo done\n']);
			assert.match((await run(importScript, { cwd })).stdout, /is there already/);
		}
	});

	test('is in doubt where nothing tells whether it came', async context => {
		const { run, their } = await withTheirs(context, sameFacts, silent);
		const { code, stderr } = await run([...importScript, '--overwrite'], { cwd: folder(context, script) });
		assert.equal(code, 1, stderr);
		assert.match(stderr, new RegExp(`${their.id} had that name before: look whether it is what was sent`));
	});
});

suite('a new file that the list shows under another name', { concurrency: 4 }, () => {
	const rename = (name: string) => ({ do: 'rename', file: { name }, name: `renamed-${name}` });

	test('is not called done by an upload, and stays as it is', async context => {
		const { run, simulator } = await applianceForCli(context, { switches: { 'content-import': 'at-once' } });
		const cwd = folder(context, siteFiles);
		simulator.setSecondPerson([{ after: 'POST /osImages#2', ...rename('ks.cfg') }]);
		const { code, stderr } = await run(upload, { cwd });
		assert.equal(code, 1, stderr);
		assert.match(stderr, /as renamed-ks\.cfg, but it was sent as ks\.cfg: .* or the appliance changes names itself/);
		const renamed = simulator.truth().files.find(file => file.name === 'renamed-ks.cfg');
		assert.ok(renamed, 'it stays');
		const puts = simulator.requests.filter(({ method, path }) => method === 'PUT' && path.includes(renamed.id));
		assert.deepEqual(puts, []);
		assert.match(stderr, new RegExp(`perhaps as ${renamed.id}`));
		assert.equal((await run(upload, { cwd })).code, 1);
	});

	test('nor by an import', async context => {
		const { run, simulator } = await applianceForCli(context);
		simulator.setSecondPerson([{ before: 'GET /osImages#2', ...rename('after.sh') }]);
		const { code, stderr } = await run(importScript, { cwd: folder(context, script) });
		assert.equal(code, 1, stderr);
		assert.match(stderr, /lists after\.sh as renamed-after\.sh: .*\(\d{14}_after\.sh\)/);
	});
});
