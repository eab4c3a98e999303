import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suite, test } from 'node:test';
import { message, mistakenPair, translatedPrograms, unknown } from '../../support/translatedPrograms';

suite('the display language of the editor', () => {
	test('the terminal tool speaks English beside the same texts, whatever the system speaks', async context => {
		const programs = await translatedPrograms(context, { de: { [message]: 'de' } });
		const { stdout } = spawnSync(process.execPath, [path.join(programs, 'cli.js'), 'check', 'ks.cfg'], {
			cwd: mistakenPair(context),
			env: { ...process.env, LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' },
			encoding: 'utf8',
		});
		assert.match(stdout, new RegExp(`#${unknown}# is not declared by site.xclarity.json`));
	});
});
