#!/usr/bin/env node
/**
 * A stand-in for the program `code` that takes the part of its command line that @vscode/test-electron and we use:
 * a folder, file or workspace, --extensionDevelopmentPath, --extensionTestsPath, --user-data-dir, --extensions-dir,
 * --install-extension, --list-extensions, --remote-debugging-port, --version. Everything else is accepted and ignored.
 *
 * Environment: CHROMIUM_PATH, VSCODE_WEB_TIMEOUT (ms, for a test run), VSCODE_WEB_HEADED=1, VSCODE_WEB_DEBUG=1.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './installation.mjs';
import { runServerCommand, startServer } from './server.mjs';
import { openWindow } from './window.mjs';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	strict: false,
	options: {
		extensionDevelopmentPath: { type: 'string', multiple: true },
		extensionTestsPath: { type: 'string' },
		'user-data-dir': { type: 'string' },
		'extensions-dir': { type: 'string' },
		'install-extension': { type: 'string', multiple: true },
		'list-extensions': { type: 'boolean' },
		'show-versions': { type: 'boolean' },
		'remote-debugging-port': { type: 'string' },
		version: { type: 'boolean' },
	},
});

const temporary = values['user-data-dir'] ? undefined : await mkdtemp(path.join(os.tmpdir(), 'vscode-web-'));
const userData = path.resolve(values['user-data-dir'] ?? temporary);
const extensions = path.resolve(values['extensions-dir'] ?? path.join(userData, 'extensions'));

try {
	process.exitCode = await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	if (temporary) await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
}

async function main() {
	if (values.version) {
		const { root } = await install();
		const { version } = JSON.parse(await readFile(path.join(root, 'node_modules/code-server/lib/vscode/package.json')));
		console.log(version);
		return 0;
	}
	if (values['install-extension'] || values['list-extensions']) {
		const wanted = (values['install-extension'] ?? []).flatMap(file => ['--install-extension', path.resolve(file)]);
		const listed = ['list-extensions', 'show-versions'].filter(name => values[name]).map(name => `--${name}`);
		return runServerCommand([...wanted, ...listed], { userData, extensions });
	}
	return show();
}

/** Opens the window and waits for the tests, a signal, the server's end or the time limit, whichever is first. */
async function show() {
	const stopped = settled();
	const onSignal = signal => stopped.resolve({ code: signal === 'SIGINT' ? 130 : 143 });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);

	const server = await startServer({ userData, extensions });
	let window;
	let timer;
	try {
		void server.exited.then(() => stopped.resolve({ code: 1, reason: 'The server of VS Code ended by itself.' }));
		window = await openWindow({
			port: server.port,
			token: server.token,
			target: positionals[0],
			extensions: values.extensionDevelopmentPath,
			tests: values.extensionTestsPath,
			debuggingPort: values['remote-debugging-port'] ? Number(values['remote-debugging-port']) : undefined,
			onExit: code => stopped.resolve({ code }),
			log: console.error,
		});
		const closed = values.extensionTestsPath ? { code: 1, reason: 'The window was closed.' } : { code: 0 };
		window.page.on('close', () => stopped.resolve(closed));
		if (values.extensionTestsPath) timer = setTimeout(giveUp, Number(process.env.VSCODE_WEB_TIMEOUT ?? 900_000));
		const { code, reason } = await stopped.promise;
		if (reason !== undefined) console.error(reason);
		return code;
	} finally {
		clearTimeout(timer);
		await window?.close();
		await server.stop();
	}

	async function giveUp() {
		const picture = path.join(os.tmpdir(), `vscode-web-timeout-${process.pid}.png`);
		await window.page.screenshot({ path: picture });
		stopped.resolve({ code: 1, reason: `The tests did not end in time; the window then: ${picture}` });
	}
}

/** Promise.withResolvers, which Node 20 has not. */
function settled() {
	const parts = {};
	parts.promise = new Promise(resolve => {
		parts.resolve = resolve;
	});
	return parts;
}
