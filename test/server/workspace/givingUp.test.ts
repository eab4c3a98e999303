import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { checkFile } from '../../../server/cli/check/checkFile';
import { diskWorkspace } from '../../../server/cli/diskWorkspace';
import type { AroundWork } from '../../../server/language/atWorkOn';
import { GivenUp, givingUp } from '../../../server/workspace/givingUp';
import { type TimeLimit, timeLimit } from '../../../server/workspace/timeLimit';
import { folder } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

suite('files that a command gives up', () => {
	test('the file that does not come back is named, not the one that has asked for it', () => {
		const around = givingUp({ limit: timeLimit(20) });
		const endless = (): never => {
			for (;;);
		};
		assert.throws(() => around('file:///a.ks', () => around('file:///b.json', endless)), new GivenUp('file:///b.json'));
	});

	test('the file that was read at last is the one, and what is asked later is done again', () => {
		let works = 0;
		const limit: TimeLimit = work => {
			const value = work();
			return ++works === 1 ? undefined : { value };
		};
		const around = givingUp({ limit });
		assert.throws(() => around('file:///a.ks', () => 1), new GivenUp('file:///a.ks'));
		assert.equal(
			around('file:///a.ks', () => around('file:///b.json', () => 2)),
			2,
		);
	});

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
});
