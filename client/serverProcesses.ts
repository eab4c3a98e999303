import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Disposable } from 'vscode';

/** The processes of the language server, one after the other. */
export interface ServerProcesses extends Disposable {
	/** Starts the first one before there is a client for it: it takes as long to start as the client takes to load. */
	startEarly(): void;
	/** The one that was started early, if it still runs and nobody has it; else a new one. */
	next(): ChildProcess;
}

export function createServerProcesses(extensionPath: string): ServerProcesses {
	let early: ChildProcess | undefined;
	let isBegun = false;
	const begin = (): ChildProcess => {
		isBegun = true;
		const server = fork(
			path.join(extensionPath, 'dist', 'languageServer.js'),
			['--node-ipc', `--clientProcessId=${process.pid}`],
			// As the language client starts them: our process may be one of Electron's.
			{ execArgv: [], silent: true, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' } },
		);
		// What fails before anybody listens is told by `connected`, and would end this process.
		server.on('error', () => undefined);
		return server;
	};
	return {
		startEarly() {
			if (!isBegun) early = begin();
		},
		next() {
			const server = early;
			early = undefined;
			return server?.connected ? server : begin();
		},
		dispose: () => early?.kill(),
	};
}
