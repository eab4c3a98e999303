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
