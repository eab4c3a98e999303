/** Opens a VS Code for a person to try the extension in, and waits until it is closed or Ctrl-C is pressed. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { install, obstacle } from '../test/vscodeWeb/installation.mjs';
import { runServerCommand, startServer } from '../test/vscodeWeb/server.mjs';
import { downloads } from './chooseEditor.mjs';
import { root } from './steps.mjs';
import { packageExtension } from './vsix.mjs';

const macProgram = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/** @param {{ folder: string, simulator: { user: string, password: string }, signal: AbortSignal }} options */
export async function openEditor({ folder, simulator, signal }) {
	console.log('\n── VS Code ───────────────────────────────────────────────────────────────────');
	const code = installedCode();
	if (code) await openDesktop(code, { folder, simulator, signal });
	else if (obstacle() === undefined) await serveWeb({ folder, simulator, signal });
	else await openDesktop(await downloadedCode(), { folder, simulator, signal });
}

const runs = program =>
	spawnSync(program, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32', timeout: 20_000 })
		.status === 0;

const installedCode = () => (existsSync(macProgram) ? macProgram : ['code', 'codium', 'code-oss'].find(runs));

const downloadedCode = async () =>
	resolveCliArgsFromVSCodeExecutablePath(await downloadAndUnzipVSCode({ cachePath: await downloads() }))[0];

/** With a profile of its own: the person's settings and extensions stay as they are. */
async function openDesktop(code, { folder, simulator, signal }) {
	console.log(`Opening ${code}; close its window or press Ctrl-C here to end.`);
	tell(simulator);
	const isRoot = process.getuid?.() === 0;
	const args = [
		...['--new-window', '--wait', '--disable-workspace-trust'],
		...(isRoot ? ['--no-sandbox'] : []),
		`--extensionDevelopmentPath=${root}`,
		`--user-data-dir=${path.join(folder, 'user')}`,
		`--extensions-dir=${path.join(folder, 'extensions')}`,
		path.join(folder, 'examples'),
	];
	const shell = process.platform === 'win32';
	const child = spawn(shell ? `"${code}"` : code, shell ? args.map(arg => `"${arg}"`) : args, {
		stdio: 'inherit',
		shell,
	});
	await new Promise(resolve => {
		child.on('close', resolve);
		onAbort(signal, () => child.kill());
	});
}

async function serveWeb({ folder, simulator, signal }) {
	console.log('No `code` is installed here, so VS Code runs in your browser.');
	await install({ log: console.log });
	console.log('Packaging the extension and installing it there …');
	const vsix = path.join(folder, 'xclarity-authoring.vsix');
	packageExtension(vsix);
	const profile = { userData: path.join(folder, 'user'), extensions: path.join(folder, 'extensions') };
	if ((await runServerCommand(['--install-extension', vsix], profile)) !== 0) throw new Error(`${vsix} is refused.`);
	const server = await startServer({ ...profile, lives: 'until stopped', log: console.log });
	try {
		const workspace = encodeURIComponent(path.join(folder, 'examples'));
		console.log(`\n  http://127.0.0.1:${server.port}/?tkn=${server.token}&folder=${workspace}\n`);
		tell(simulator);
		console.log('Ctrl-C ends it.');
		await Promise.race([server.exited, new Promise(resolve => onAbort(signal, resolve))]);
	} finally {
		await server.stop();
	}
}

const tell = ({ user, password }) =>
	console.log(`The appliance in it is the simulator: right-click rhel9/ks.cfg; user ${user}, password ${password}`);

function onAbort(signal, act) {
	if (signal.aborted) act();
	else signal.addEventListener('abort', act, { once: true });
}
