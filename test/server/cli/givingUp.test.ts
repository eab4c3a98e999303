import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { checkFile } from '../../../server/cli/check/checkFile';
import { diskWorkspace } from '../../../server/cli/diskWorkspace';
import { GivenUp, givingUp } from '../../../server/cli/givingUp';
import { setAroundWork } from '../../../server/language/atWorkOn';
import type { TimeLimit } from '../../../server/workspace/timeLimit';
import { folder, start } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

/** What reads a file with this name in it never comes back; each try is called off after a moment. */
const poison = `
	const { Script } = require('node:vm');
	const run = Script.prototype.runInThisContext;
	Script.prototype.runInThisContext = function (options) { return run.call(this, { ...options, timeout: 300 }); };
	const parse = JSON.parse;
	JSON.parse = text => { while (String(text).includes('endless')); return parse(text); };`;

const endless = JSON.stringify({ name: 'endless', type: 'assoc_array', content: [] });

suite('files that a command gives up', () => {
	for (const [command, ...args] of [
		['preview', 'ks.cfg'],
		['pair', 'ks.cfg'],
		['map'],
		['form', 'site.xclarity.json'],
	] as const) {
		test(`${command} ends and names the file that it does not come back from`, async context => {
			const files = { ...siteFiles, 'site.xclarity.json': endless, 'first.cjs': poison };
			const cwd = folder(context, files);
			const environment = { NODE_OPTIONS: '--require ./first.cjs' };
			const { code, stderr } = await start([command, ...args], { cwd, environment }).finished;
			assert.match(stderr, /^xclarity: Reading .*site\.xclarity\.json took so long that it was given up\.$/m);
			assert.equal(code, 2);
		});
	}

	test('the file that was read at last is the one, and what is asked later is done again', () => {
		let works = 0;
		const limit: TimeLimit = work => {
			const value = work();
			return ++works === 1 ? undefined : { value };
		};
		const around = givingUp(limit);
		assert.throws(() => around('file:///a.ks', () => 1), new GivenUp('file:///a.ks'));
		assert.equal(
			around('file:///a.ks', () => around('file:///b.json', () => 2)),
			2,
		);
	});

	test('of a check it is named as the reason why another file is not checked', async context => {
		const cwd = folder(context, siteFiles);
		const root = pathToFileURL(cwd).href;
		setAroundWork((uri, work) => {
			if (uri.endsWith('site.xclarity.json')) throw new GivenUp(uri);
			return work();
		});
		context.after(() => setAroundWork(undefined));
		const found = { file: 'ks.cfg', uri: `${root}/ks.cfg`, origin: 'named' } as const;
		const outcome = await checkFile(diskWorkspace(cwd), found, { preferences: { severities: {} } });
		assert.ok(outcome && 'reason' in outcome);
		assert.match(outcome.reason, /^reading .*site\.xclarity\.json took so long that it was given up$/);
	});
});
