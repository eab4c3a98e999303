/** Starts and stops VS Code's server: the half that has the files, the extension host and the terminal. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { install } from './installation.mjs';

/** Lines the server writes at every start that tell a reader of a test run nothing. */
const noise = /spdlog|punycode|trace-deprecation|^\s*$/;

/**
 * @param {{ userData: string, extensions: string, lives?: 'with its windows' | 'until stopped', env?: NodeJS.ProcessEnv,
 *   log?: (line: string) => void }} options
 *   folders of the profile and of installed extensions; `env` is what the extension host sees besides this process's own
 * @returns {Promise<{ port: number, token: string, exited: Promise<unknown>, stop(): Promise<void> }>}
 * @throws {Error} when the server ends before it listens
 */
export async function startServer({ userData, extensions, lives = 'with its windows', env = {}, log = console.error }) {
	const token = randomUUID();
	const { server, node } = await install({ log });
	// It goes minutes after its last extension host. At once would be too early: when tests have ended, the window stops
	// the extension host before it says how they went.
	const shutdown = ['--enable-remote-auto-shutdown', '--reconnection-grace-time=20'];
	const args = [
		...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
		...profile({ userData, extensions }),
		...['--disable-getting-started-override', '--disable-workspace-trust'],
		...(lives === 'with its windows' ? shutdown : []),
	];
	const child = spawn(node, [server, ...args], {
		env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	const exited = once(child, 'exit');
	await mkdir(path.join(userData, 'logs'), { recursive: true });
	const file = createWriteStream(path.join(userData, 'logs', 'server.log'));
	child.stderr.pipe(file, { end: false });
	const listening = new Promise(resolve => {
		createInterface({ input: child.stdout }).on('line', line => {
			const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
			if (port) resolve(Number(port));
			if (process.env.VSCODE_WEB_DEBUG && !noise.test(line)) log(`server: ${line}`);
			file.write(`${line}\n`);
		});
	});
	const port = await Promise.race([
		listening,
		exited.then(([code]) => {
			throw new Error(`VS Code's server ended with ${code}; see ${file.path}`);
		}),
	]);
	return { port, token, exited, stop: () => stopGroup(child, exited) };
}

/** Runs the server's program for a command that ends, such as `--install-extension`. @returns {Promise<number>} its exit code */
export async function runServerCommand(args, { userData, extensions }) {
	const { server, node } = await install();
	const child = spawn(node, [server, ...args, ...profile({ userData, extensions })], {
		env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
		stdio: ['ignore', 'inherit', 'pipe'],
	});
	// On success the error stream holds nothing but the complaint about a logger that is not compiled.
	const complaints = text(child.stderr);
	const [code] = await once(child, 'close');
	if (code !== 0) process.stderr.write(await complaints);
	return code ?? 1;
}

const profile = ({ userData, extensions }) => [
	'--accept-server-license-terms',
	...['--telemetry-level', 'off'],
	...['--server-data-dir', path.join(userData, 'server'), '--user-data-dir', userData, '--extensions-dir', extensions],
];

/** The extension host and its language servers are children of the server: the whole group ends. */
async function stopGroup(child, exited) {
	for (const signal of ['SIGTERM', 'SIGKILL']) {
		try {
			process.kill(-child.pid, signal);
		} catch (error) {
			if (error.code !== 'ESRCH') throw error;
			return;
		}
		const grace = signal === 'SIGTERM' ? AbortSignal.timeout(3000) : undefined;
		await Promise.race([exited, ...(grace ? [once(grace, 'abort')] : [])]);
	}
}
