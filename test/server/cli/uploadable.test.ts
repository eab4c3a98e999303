import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folder } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';
import { applianceForCli } from './applianceForCli';

suite('what cannot go up as it is', { concurrency: 4 }, () => {
	for (const [name, files, args, said] of [
		['an empty unattend file', { 'ks.cfg': '' }, ['--force'], /ks\.cfg is empty\./],
		[
			'a description that looks like our mark',
			{},
			['--description', '[xclarity-upload 0123456789abcdef] site'],
			/looks like the mark that a file has while it is being uploaded/,
		],
		[
			'a file of more characters than are checked',
			{ 'ks.cfg': `${siteKickstart}#${' '.repeat(10_000_000)}` },
			[],
			/ks\.cfg has more than 10000000 characters, and is not checked\. Use --force to send it unchecked/,
		],
	] as const)
		test(`${name} is refused with the reason, and nothing goes up`, async context => {
			const { simulator, run } = await applianceForCli(context);
			const { code, stderr } = await run(['upload', 'ks.cfg', ...args], {
				cwd: folder(context, { ...siteFiles, ...files }),
			});
			assert.notEqual(code, 0);
			assert.match(stderr, said);
			assert.deepEqual(simulator.truth().files, []);
		});

	test('a name with a comma is refused: part of it may be the id of another file', async context => {
		const { simulator, run } = await applianceForCli(context);
		const cwd = folder(context, { 'a,b.ks': 'text\nlang en_US.UTF-8\n' });
		const { code, stderr } = await run(['upload', 'a,b.ks', '--os', 'rhels', '--osrelease', '9.4', '--force'], { cwd });
		assert.notEqual(code, 0);
		assert.match(stderr, /a,b\.ks has a comma in its name/);
		assert.deepEqual(simulator.truth().files, []);
	});

	test('no file is removed by an id that may be read as two', async context => {
		const { simulator, run } = await applianceForCli(context);
		simulator.actNow({ do: 'import', file: { kind: 'UNATTEND', name: 'a,b.ks', content: 'x', description: '' } });
		const id = simulator.truth().files[0]?.id ?? '';
		const { code, stderr } = await run(['delete', id]);
		assert.equal(code, 2);
		assert.match(stderr, /has a comma in it/);
		assert.equal(simulator.truth().files.length, 1);
	});

	test('a file of more characters than are checked goes up with --force', async context => {
		const { simulator, run } = await applianceForCli(context);
		const long = `${siteKickstart}#${' '.repeat(10_000_000)}`;
		const cwd = folder(context, { ...siteFiles, 'ks.cfg': long });
		const { code, stderr } = await run(['upload', 'ks.cfg', '--force'], { cwd });
		assert.equal(code, 0, stderr);
		assert.equal(simulator.truth().files.find(({ name }) => name === 'ks.cfg')?.bytes?.length, long.length);
	});

	test('a description that has such letters without the mark goes up', async context => {
		const { run } = await applianceForCli(context);
		const cwd = folder(context, siteFiles);
		const { code, stderr } = await run(['upload', 'ks.cfg', '--description', 'build 0123456789abcdef'], { cwd });
		assert.equal(code, 0, stderr);
	});
});
