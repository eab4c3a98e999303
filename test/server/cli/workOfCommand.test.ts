import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { checkFile } from '../../../server/cli/check/checkFile';
import { diskWorkspace } from '../../../server/cli/diskWorkspace';
import { linkedWith } from '../../../server/cli/findFiles';
import { workOfCommand } from '../../../server/cli/workOfCommand';
import type { AroundWork } from '../../../server/language/atWorkOn';
import { GivenUp } from '../../../server/workspace/givenUp';
import type { TimeLimit } from '../../../server/workspace/timeLimit';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';

suite('files that a command gives up', () => {
	test('of a check it is named as the reason why another file is not checked', async context => {
		const cwd = folder(context, siteFiles);
		const root = pathToFileURL(cwd).href;
		const aroundWork: AroundWork = (uri, work) => {
			if (uri.endsWith('site.xclarity.json')) throw new GivenUp(uri);
			return work();
		};
		const found = { file: 'ks.cfg', uri: `${root}/ks.cfg`, origin: 'named' } as const;
		const outcome = await checkFile(diskWorkspace(cwd, { aroundWork }), found, { preferences: { severities: {} } });
		assert.ok(outcome && 'reason' in outcome);
		assert.match(outcome.reason, /^reading .*site\.xclarity\.json took so long that it was given up$/);
	});

	test('the links of a manifest are work on it, and are given up like that on any file', async context => {
		const cwd = folder(context, siteFiles);
		const limit: TimeLimit = work => {
			const value = work();
			return value instanceof Map ? undefined : { value };
		};
		const workspace = diskWorkspace(cwd, { aroundWork: workOfCommand(limit) });
		const uri = `${pathToFileURL(cwd).href}/site.xclarity.json`;
		const found = { file: 'site.xclarity.json', uri, origin: 'named' } as const;
		const outcome = await checkFile(workspace, found, { preferences: { severities: {} } });
		assert.match(JSON.stringify(outcome), /reading .*[\\/]xclarity\.json took so long that it was given up/);
	});

	test('what does not come back from a file is not begun again for the next one', async context => {
		const cwd = folder(context, { 'beside.json': siteConfig, 'a.ks': siteKickstart, 'b.ks': siteKickstart });
		let tries = 0;
		// Calls off the look at the file beside, which each of the others would take.
		const limit: TimeLimit = work => {
			const value = work();
			if (typeof value !== 'object' || value === null || !('nodes' in value)) return { value };
			tries++;
			return undefined;
		};
		const workspace = diskWorkspace(cwd, { aroundWork: workOfCommand(limit) });
		const named = ['a.ks', 'b.ks'].map(
			file => ({ file, uri: `${pathToFileURL(cwd).href}/${file}`, origin: 'named' }) as const,
		);
		assert.deepEqual(await linkedWith(named, cwd, workspace), []);
		for (const found of named) {
			const outcome = await checkFile(workspace, found, { preferences: { severities: {} } });
			assert.match(JSON.stringify(outcome), /reading .*beside\.json took so long that it was given up/);
		}
		assert.equal(tries, 1);
	});
});
