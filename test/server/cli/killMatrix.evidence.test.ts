import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import type { RequestRecord } from '../../../server/simulator/requestLog';
import { folder, start } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { applianceForCli, linksIn } from './applianceForCli';

const upload = ['upload', 'ks.cfg', '--json'];
const linkedPair = ['ks.cfg -> site.xclarity.json', 'site.xclarity.json -> ks.cfg'];

/** Kills the tool when the appliance has done what the n-th request asks for, before it hears of it. */
async function killAt(context: TestContext, n: number, method: string): Promise<void> {
	let onRequest: (record: RequestRecord) => void = () => undefined;
	const { simulator, server, environment, state, run } = await applianceForCli(context, {
		jobMilliseconds: 3,
		onRequest: record => onRequest(record),
	});
	const cwd = folder(context, siteFiles);
	const { child, finished } = start([...upload, '--method', method, ...server], { cwd, environment });
	onRequest = ({ number }) => {
		if (number === n) child.kill('SIGKILL');
	};
	const killed = await finished;
	// A job may be done at the first look or at the second: a run with fewer requests ends before it is killed.
	if (simulator.requests.length < n) assert.equal(killed.code, 0, killed.stderr);
	else assert.equal(killed.code, null, `request ${n} was met, and nothing was killed`);
	const again = await run([...upload, '--method', method], { cwd });
	assert.equal(again.code, 0, `after a kill at request ${n}: ${again.stderr}`);
	const { stdout } = await run(['list', '--json']);
	assert.deepEqual(linksIn(stdout), linkedPair, `after a kill at request ${n}`);
	const texts = [killed, again].map(({ stdout: out, stderr }) => out + stderr);
	for (const file of readdirSync(state, { recursive: true, withFileTypes: true })) {
		if (file.isFile()) texts.push(readFileSync(path.join(file.parentPath, file.name), 'utf8'));
	}
	assert.ok(!texts.join('\n').includes(simulator.password));
}

suite('a kill of the terminal tool at every request', () => {
	for (const method of ['content', 'file']) {
		test(`by ${method}: the same command once more, and both are there, linked, and nothing else`, async context => {
			const { simulator, run } = await applianceForCli(context, { jobMilliseconds: 3 });
			const { code, stderr } = await run([...upload, '--method', method], { cwd: folder(context, siteFiles) });
			assert.equal(code, 0, stderr);
			const count = simulator.requests.length;
			assert.ok(count >= 8, `${count} requests`);
			const waiting = Array.from({ length: count }, (_, at) => at + 1);
			const lane = async (): Promise<void> => {
				for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) await killAt(context, n, method);
			};
			await Promise.all([lane(), lane(), lane(), lane()]);
		});
	}
});
