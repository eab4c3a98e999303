/**
 * `npm start`: the whole road once. Sets up, builds, starts a stand-in for the appliance, checks, uploads and lists the
 * example in this terminal, and opens VS Code with the extension, the examples and that appliance.
 * `npm start -- --no-editor` stops after the terminal part.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { quietSettings } from '../test/vscodeWeb/quietSettings.mjs';
import { setUp } from './setup.mjs';
import { root, runStep } from './steps.mjs';

const { values } = parseArgs({ options: { 'no-editor': { type: 'boolean', default: false } } });
const cli = path.join(root, 'dist', 'cli.js');

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interrupted.abort());

// What is uploaded here is remembered beside the build, not with the person's own uploads.
process.env.XCLARITY_STATE = path.join(root, 'out', 'state');
process.env.XCLARITY_CACHE = path.join(root, 'out', 'cache');
rmSync(process.env.XCLARITY_STATE, { recursive: true, force: true });

let simulator;
try {
	await setUp();
	if (!(await runStep('build', ['build/build.mjs'])).ok) throw new Error('The build failed.');
	simulator = await startSimulator();
	await walk(simulator);
	if (!values['no-editor']) {
		const { openEditor } = await import('./tryInEditor.mjs');
		await openEditor({ folder: prepareWorkspace(), simulator, signal: interrupted.signal });
	}
} catch (error) {
	if (!interrupted.signal.aborted) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
} finally {
	simulator?.stop();
}

/** @returns {Promise<{ url: string, fingerprint: string, caFile: string, user: string, password: string, stop(): void }>} */
async function startSimulator() {
	title('a stand-in for the appliance');
	show(['simulate', '--json']);
	const child = spawn(process.execPath, [cli, 'simulate', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [line] = await Promise.race([
		new Promise(resolve => createInterface({ input: child.stdout }).once('line', text => resolve([text]))),
		new Promise(resolve => child.once('exit', () => resolve([]))),
	]);
	if (line === undefined) throw new Error('The simulator did not start.');
	const facts = JSON.parse(line);
	console.log(`It listens at ${facts.url}, with a certificate it made for itself.`);
	return { ...facts, stop: () => child.kill() };
}

async function walk({ url, user, caFile, password }) {
	const server = ['--server', url, '--user', user, '--ca', caFile];
	title('check: a kickstart file with one mistake');
	await xclarity(['check', 'examples/rhel9-with-a-mistake'], { expected: 1 });
	title('check: the same pair without it');
	await xclarity(['check', 'examples/rhel9']);
	title('upload: the kickstart file and the configuration file it is linked with');
	await xclarity(['upload', 'examples/rhel9/ks.cfg', ...server], { password });
	title('list: both are there, each with the id of the other');
	await xclarity(['list', ...server], { password });
}

/** Runs the terminal tool where a person would, and shows the command. @throws {Error} when it ends in another way than expected */
async function xclarity(args, { expected = 0, password } = {}) {
	show(args, password === undefined ? '' : 'XCLARITY_PASSWORD=… ');
	const child = spawn(process.execPath, [cli, ...args], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...(password === undefined ? {} : { XCLARITY_PASSWORD: password }) },
	});
	const code = await new Promise(resolve => child.on('close', resolve));
	if (code !== expected) throw new Error(`xclarity ${args[0]} ended with ${code}; ${expected} was expected.`);
}

function show(args, before = '') {
	console.log(`$ ${before}xclarity ${args.map(arg => (/[\s"']/.test(arg) ? JSON.stringify(arg) : arg)).join(' ')}`);
}

function title(text) {
	console.log(`\n── ${text} ${'─'.repeat(Math.max(3, 76 - text.length))}`);
}

/** A copy of the examples with user settings that know the simulator, so that trying things leaves this clone clean. */
function prepareWorkspace() {
	const folder = path.join(root, 'out', 'try');
	rmSync(folder, { recursive: true, force: true });
	cpSync(path.join(root, 'examples'), path.join(folder, 'examples'), { recursive: true });
	// The pair names its server, as a team would: who uploads it is not asked which one.
	const manifestFile = path.join(folder, 'examples', 'rhel9', 'xclarity.json');
	const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
	writeFileSync(manifestFile, `${JSON.stringify({ server: 'simulator', ...manifest }, undefined, '\t')}\n`);
	mkdirSync(path.join(folder, 'user', 'User'), { recursive: true });
	const { url, user, fingerprint } = simulator;
	const settings = {
		'xclarity.servers': [{ id: 'simulator', name: 'Simulator', url, user, trust: { fingerprint } }],
		...quietSettings,
	};
	writeFileSync(path.join(folder, 'user', 'User', 'settings.json'), JSON.stringify(settings, undefined, '\t'));
	return folder;
}
