import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { largestChecked } from '../../../server/rest/localFile';
import { folder } from '../../support/product';
import { siteKickstart } from '../../support/sampleFiles';
import { applianceForCli } from './applianceForCli';

suite('an unattend file that is too large to be checked', () => {
	test('goes up unchecked on request', async context => {
		const { run, simulator } = await applianceForCli(context);
		const cwd = folder(context, { 'large.ks': siteKickstart });
		truncateSync(path.join(cwd, 'large.ks'), largestChecked + 1);
		const sent = await run(['upload', 'large.ks', '--os', 'rhels', '--osrelease', '9.4', '--force'], { cwd });
		assert.equal(sent.code, 0, sent.stderr);
		assert.equal(simulator.truth().files[0]?.bytes?.length, largestChecked + 1);
	});
});
