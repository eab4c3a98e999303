import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import type { DeploymentMap } from '../../../server/language/deployment/map/deploymentMap';
import { folder, xclarity } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';
import { applianceForCli } from './applianceForCli';

const kickstart = 'text\nlang #server-settings.server0.locale#.UTF-8\n# #server-settings.server0.locael# #logpath#\n';
const files = { ...siteFiles, 'ks.cfg': kickstart, 'old/plain.ks': 'text\nreboot\n' };

suite('xclarity map', () => {
	test('says which macros go where, what is unused and what has no value', async context => {
		const { code, stdout } = await xclarity(['map'], { cwd: folder(context, files) });
		assert.equal(code, 0);
		assert.equal(
			stdout,
			[
				'site.xclarity.json',
				'  #server-settings.server0.locale#  ks.cfg:2',
				'  #common-ntpservers.ntpserver0#  unused',
				'  #logpath#  ks.cfg:3',
				'  → ks.cfg  (rhels 9.4)',
				'      #server-settings.server0.locael#  ks.cfg:3  nothing of that name is known',
				'no configuration-settings file',
				'  → old/plain.ks',
				'1 configuration-settings file feeds 1 unattend file. 1 file without one, 1 unused setting and 1 macro without a value.',
				'',
			].join('\n'),
		);
	});

	test('says which configuration-settings file cannot be read, and which unattend file has none', async context => {
		const cwd = folder(context, { ...files, 'old/plain.ks': '# #logpath#\nreboot\n' });
		rmSync(path.join(cwd, 'site.xclarity.json'));
		const { stdout } = await xclarity(['map'], { cwd });
		assert.match(stdout, /→ ks\.cfg {2}\(rhels 9\.4\) {2}site\.xclarity\.json cannot be read\n/);
		assert.match(stdout, /→ old\/plain\.ks\n/);
	});

	test('of a manifest: what it names, and nothing else', async context => {
		const cwd = folder(context, files);
		const { stdout } = await xclarity(['map', 'xclarity.json'], { cwd });
		assert.match(stdout, /→ ks\.cfg/);
		assert.ok(!stdout.includes('plain.ks'));
	});

	test('--json gives all of it, --svg a picture', async context => {
		const cwd = folder(context, files);
		const json = await xclarity(['map', '.', '--json'], { cwd });
		const map: DeploymentMap = JSON.parse(json.stdout);
		assert.deepEqual(
			map.configs.map(({ path: shown, unattends }) => [shown, unattends.map(({ os }) => os)]),
			[['site.xclarity.json', ['rhels']]],
		);
		const svg = await xclarity(['map', '--svg', 'map.svg'], { cwd });
		assert.deepEqual([svg.code, svg.stdout], [0, 'map.svg\n']);
		assert.match(readFileSync(path.join(cwd, 'map.svg'), 'utf8'), /^<svg [\s\S]*#logpath#[\s\S]*<\/svg>\n$/);
	});

	test('says what was uploaded from here, and what has changed since', async context => {
		const { run, environment, simulator } = await applianceForCli(context);
		const cwd = folder(context, siteFiles);
		const { code, stderr } = await run(['upload', 'ks.cfg'], { cwd });
		assert.equal(code, 0, stderr);
		const before = await xclarity(['map'], { cwd, environment });
		const server = new URL(simulator.url).host;
		assert.ok(before.stdout.includes(`site.xclarity.json, uploaded to ${server}\n`), before.stdout);
		assert.ok(before.stdout.includes(`→ ks.cfg, uploaded to ${server}  (`), before.stdout);
		appendFileSync(path.join(cwd, 'ks.cfg'), '# more\n');
		const after = await xclarity(['map'], { cwd, environment });
		assert.ok(after.stdout.includes(`site.xclarity.json, uploaded to ${server}\n`));
		assert.ok(after.stdout.includes(`→ ks.cfg, uploaded to ${server} and changed since  (`));
		writeFileSync(path.join(cwd, 'ks.cfg'), siteKickstart.replace('text', 'next'));
		const sameLength = await xclarity(['map'], { cwd, environment });
		assert.ok(sameLength.stdout.includes(`→ ks.cfg, uploaded to ${server} and changed since  (`));
	});

	test('a folder without anything of ours is wrong usage', async context => {
		const cwd = folder(context, { 'a/b/notes.txt': 'x' });
		for (const [below, given, told] of [
			['.', [], 'the working folder'],
			['a', ['..'], 'the folder above'],
			['a/b', ['../..'], path.join('..', '..', path.sep)],
			['.', ['a'], 'a'],
		] as const) {
			const { code, stderr } = await xclarity(['map', ...given], { cwd: path.join(cwd, below) });
			assert.deepEqual([code, stderr], [2, `xclarity: There is nothing to map in ${told}.\n`]);
			const check = await xclarity(['check', ...given], { cwd: path.join(cwd, below) });
			assert.equal(check.stderr, `There is no file to check in ${told}.\n`);
		}
	});
});
