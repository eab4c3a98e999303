import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import packageJson from '../../../package.json';
import type { RequestRecord } from '../../../server/simulator/requestLog';
import { folder, start } from '../../support/product';
import { runProgram } from '../../support/runProgram';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';
import { isThorough, sampled } from '../../support/thorough';
import { applianceForCli } from './applianceForCli';

suite('the process of xclarity', () => {
	test('its exit code is that of the command, standard input is read, and results and messages go to their own streams', async context => {
		const cwd = folder(context, siteFiles);
		const input = siteKickstart.replace('server0.locale', 'server0.locle');
		const problem = await start(['check', '--stdin-filename', 'bad.cfg', '-'], { cwd, input }).finished;
		assert.deepEqual([problem.code, problem.stderr], [1, '']);
		assert.match(problem.stdout, /macro-misspelled|macro-unknown/);
		const usage = await runProgram(['frobnicate']);
		assert.deepEqual([usage.code, usage.stdout], [2, '']);
		assert.match(usage.stderr, /^xclarity: There is no command 'frobnicate'/);
	});

	test('a Node that is too old is told which one is needed, before it loads anything', async context => {
		const cwd = folder(context, {
			'old.cjs': `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: process.env.PRETENDED } });`,
		});
		const on = (version: string) =>
			start(['--version'], { cwd, environment: { NODE_OPTIONS: '--require ./old.cjs', PRETENDED: version } }).finished;
		for (const version of sampled(['20.18.0', '18.20.4'], 2)) {
			const stderr = `xclarity: Node 20.18.1 or newer is needed; this is ${version}.\n`;
			assert.deepEqual(await on(version), { code: 2, stdout: '', stderr });
		}
		for (const version of isThorough ? ['20.18.1', '21.0.0'] : [])
			assert.deepEqual(await on(version), { code: 0, stdout: `${packageJson.version}\n`, stderr: '' }, version);
	});

	test('a password comes by standard input; a refusal by the appliance is exit code 3', async context => {
		const { simulator, server, environment } = await applianceForCli(context, { isPlain: false });
		const args = ['list', ...server, '--password-stdin'];
		const without = { ...environment, XCLARITY_PASSWORD: '' };
		const accepted = await runProgram(args, { environment: without, input: `${simulator.password}\n` });
		assert.deepEqual([accepted.code, accepted.stderr], [0, '']);
		assert.equal((await runProgram(args, { environment: without, input: 'not-the-one\n' })).code, 3);
	});

	test('a reader that closes the pipe early is no fault, and hides none', async context => {
		const { child, finished } = start(['check', '.'], { cwd: folder(context, { ...siteFiles, 'x.cfg': '%end\n' }) });
		child.stdout?.destroy();
		assert.deepEqual(await finished, { code: 1, stdout: '', stderr: '' });
	});

	test('a second Ctrl-C ends it at once', { skip: process.platform === 'win32' && 'no signals' }, async context => {
		let onRequest: (record: RequestRecord) => void = () => undefined;
		const { server, environment } = await applianceForCli(context, {
			faults: ['stuck-job@POST /osImages', 'slow=60000@DELETE /sessions'],
			onRequest: record => onRequest(record),
		});
		const { child, finished } = start(['upload', 'ks.cfg', '--method', 'file', ...server], {
			cwd: folder(context, siteFiles),
			environment,
		});
		const pressed = new Set<string>();
		onRequest = ({ method, path }) => {
			// At the first look at the job, and again when it has been cancelled; the log-out that follows gets no answer.
			if (!path.startsWith('/tasks') || pressed.has(method)) return;
			pressed.add(method);
			child.kill('SIGINT');
		};
		assert.equal((await finished).code, 130);
	});
});
