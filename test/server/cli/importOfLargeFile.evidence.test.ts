import assert from 'node:assert/strict';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { folder, start } from '../../support/product';
import { applianceForCli } from './applianceForCli';

suite('xclarity import of a large file', () => {
	test('a file of many megabytes does not need its size in memory', async context => {
		const { server, environment } = await applianceForCli(context);
		const cwd = folder(context, {});
		writeFileSync(path.join(cwd, 'large.iso'), '');
		truncateSync(path.join(cwd, 'large.iso'), 256 * 1024 * 1024);
		// At its end the process tells how many kilobytes of memory it has needed at most: less than Node and the file take
		// together, with room for a busy machine, on which memory is given back late.
		const tell = 'process.on("exit", () => console.error(`\\n${process.resourceUsage().maxRSS}`))';
		const { finished } = start(['import', '--type', 'OS', 'large.iso', '--os', 'rhels', ...server], {
			cwd,
			environment: { ...environment, NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(tell)}"` },
		});
		const { code, stderr } = await finished;
		assert.equal(code, 0, stderr);
		const megabytes = Number(/^\d+$/m.exec(stderr)?.[0]) / 1024;
		assert.ok(megabytes < 220, `${megabytes} MB resident`);
	});
});
