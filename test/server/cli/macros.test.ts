import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folder, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

suite('xclarity macros', () => {
	test('lists each macro with its type, reach and place', async context => {
		const { code, stdout } = await xclarity(['macros', 'site.xclarity.json', '--json'], {
			cwd: folder(context, siteFiles),
		});
		assert.equal(code, 0);
		const macros: { name: string; type: string; common: boolean; setting: { line: number; character: number } }[] =
			JSON.parse(stdout);
		assert.deepEqual(
			macros.map(({ name, type, common, setting }) => [name, type, common, setting.line]),
			[
				['server-settings.server0.locale', 'string', false, 14],
				['common-ntpservers.ntpserver0', 'string', true, 25],
				['common-ntpservers.ntpserver1', 'string', true, 25],
				['common-ntpservers.ntpserver2', 'string', true, 25],
				['logpath', 'string', true, 29],
			],
		);
	});

	test('a file that declares nothing is refused', async context => {
		const { code, stderr } = await xclarity(['macros', 'ks.cfg'], { cwd: folder(context, siteFiles) });
		assert.equal(code, 2);
		assert.match(stderr, /ks\.cfg is not a configuration-settings file/);
	});

	test('every instance of a list is listed; where there are too many, that is said', async context => {
		const listed = async (most: number) => {
			const long = siteFiles['site.xclarity.json'].replace('"maxElements": 3', `"maxElements": ${most}`);
			return await xclarity(['macros', 'site.xclarity.json'], {
				cwd: folder(context, { ...siteFiles, 'site.xclarity.json': long }),
			});
		};
		const all = await listed(11_000);
		assert.deepEqual([all.code, all.stderr, all.stdout.split('\n').length - 1], [0, '', 11_002]);
		const most = await listed(99_998);
		assert.deepEqual([most.code, most.stderr, most.stdout.split('\n').length - 1], [0, '', 100_000]);
		const cut = await listed(1_000_000_000);
		assert.deepEqual([cut.code, cut.stdout.split('\n').length - 1], [2, 100_000]);
		assert.equal(cut.stderr, 'site.xclarity.json declares more macros: only the first 100000 are listed.\n');
	});
});
