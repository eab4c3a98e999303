import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type { RequestRecord } from '../../../server/simulator/requestLog';
import { folder, start } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { basic, exchange } from '../simulator/applianceSession';
import { applianceForCli, linksIn } from './applianceForCli';

const upload = ['upload', 'ks.cfg', '--json'];
const linkedPair = ['ks.cfg -> site.xclarity.json', 'site.xclarity.json -> ks.cfg'];

/** Presses Ctrl-C when the appliance has done what the n-th request asks for; gives the exit code. */
async function interruptAt(context: TestContext, n: number, method: string): Promise<number | null> {
	let onRequest: (record: RequestRecord) => void = () => undefined;
	const { simulator, server, environment } = await applianceForCli(context, {
		jobMilliseconds: 3,
		onRequest: record => onRequest(record),
	});
	const { child, finished } = start([...upload, '--method', method, ...server], {
		cwd: folder(context, siteFiles),
		environment,
	});
	onRequest = ({ number }) => {
		if (number === n) child.kill('SIGINT');
	};
	const { code, stdout, stderr } = await finished;
	const where = `Ctrl-C at request ${n} by ${method}: ${code} ${stderr}`;
	const { body } = await exchange(simulator, ['GET', '/osImages'], {
		headers: basic(simulator.user, simulator.password),
	});
	const { unattendFiles, customConfigFiles } = Object(body);
	const links = linksIn(JSON.stringify({ unattends: unattendFiles, configs: customConfigFiles }));
	if (code === 0) assert.deepEqual(links, linkedPair, where);
	else {
		assert.ok(code === 3 || code === 130, where);
		assert.match(stderr, /cancelled/, where);
		assert.deepEqual(links, [], where);
	}
	const open = await exchange(simulator, ['GET', '/tasks'], { headers: basic(simulator.user, simulator.password) });
	assert.doesNotMatch(open.text, /"(Pending|Running)"/, where);
	assert.ok(!(stdout + stderr).includes(simulator.password));
	return code;
}

suite('Ctrl-C at every request', () => {
	for (const method of ['content', 'file']) {
		test(`by ${method}: the pair is there, linked, or nothing is and words say so`, async context => {
			const { simulator, run } = await applianceForCli(context, { jobMilliseconds: 3 });
			const { code, stderr } = await run([...upload, '--method', method], { cwd: folder(context, siteFiles) });
			assert.equal(code, 0, stderr);
			const waiting = simulator.requests.map(({ number }) => number);
			const codes: (number | null)[] = [];
			const lane = async (): Promise<void> => {
				for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
					codes.push(await interruptAt(context, n, method));
				}
			};
			await Promise.all([lane(), lane(), lane(), lane()]);
			// Towards the end the pair is complete, and what is complete is not taken back.
			assert.ok(codes.filter(ended => ended !== 0).length > codes.length / 2, codes.join(' '));
		});
	}
});
