import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';
import { applianceForCli } from './applianceForCli';

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const latin1 = (text: string): Buffer => Buffer.from(`# \xe9\n${text}`, 'latin1');
const damaged = (text: string): Buffer => Buffer.concat([Buffer.from('# \u20ac '), latin1(text)]);

suite('files that are not UTF-8 on their way up', { concurrency: 4 }, () => {
	for (const [name, bytes] of [
		['Latin-1', latin1(siteKickstart)],
		['UTF-16', utf16(siteKickstart)],
		['damaged UTF-8', damaged(siteKickstart)],
		['UTF-8 with a byte order mark', Buffer.from(`\ufeff${siteKickstart}`)],
	] as const)
		test(`an unattend file in ${name} arrives byte for byte`, async context => {
			const { simulator, run } = await applianceForCli(context);
			const cwd = folder(context, siteFiles);
			writeFileSync(path.join(cwd, 'ks.cfg'), bytes);
			const { code, stderr } = await run(['upload', 'ks.cfg', '--force'], { cwd });
			assert.equal(code, 0, stderr);
			const stored = simulator.truth().files.find(file => file.name === 'ks.cfg');
			assert.ok(stored?.bytes?.equals(bytes), stored?.bytes?.toString('latin1'));
		});

	for (const [name, encoded] of [
		['Latin-1', Buffer.from(siteConfig.replace('Site', 'S\xeete'), 'latin1')],
		['UTF-16', utf16(siteConfig)],
	] as const)
		test(`a configuration-settings file in ${name} is refused with the reason, and nothing goes up`, async context => {
			const { simulator, run } = await applianceForCli(context);
			const cwd = folder(context, siteFiles);
			writeFileSync(path.join(cwd, 'site.xclarity.json'), encoded);
			const { code, stderr } = await run(['upload', 'ks.cfg', '--force'], { cwd });
			assert.notEqual(code, 0);
			assert.match(stderr, /must be UTF-8/);
			assert.deepEqual(simulator.truth().files, []);
		});
});
