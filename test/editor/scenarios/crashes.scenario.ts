import assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import process from 'node:process';
import * as vscode from 'vscode';
import { kickstart, openPair, type Pair, write } from '../pair';
import { afterwards, scenario } from '../scenario';
import { isReading, serverProcess } from '../serverProcess';
import { hands } from '../stage';
import { becomes, closed, diagnostics, fileUri, openFile, until } from '../workspace';

const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

/** Adds a mistake to a file, and waits until it is reported. */
async function reportsMistake(name: string, uri: vscode.Uri): Promise<void> {
	const editor = await openFile(name);
	await editor.edit(edit => edit.insert(new vscode.Position(1, 0), 'nosuchcommand\n'));
	await diagnostics(uri, all => all.some(({ message }) => message.includes('nosuchcommand')));
}

/** Without a report of its own, and seconds of work. */
const long = `#version=RHEL9\n${Array.from({ length: 60_000 }, (_, number) => `part /mnt${number} --size=${number}`).join('\n')}\n`;

let poisons = 0;

/**
 * Writes a file, opens it, and stops the language server in the middle of it. When the scenario is over, VS Code has
 * closed it: the next scenario must not wait until it is read.
 */
async function stopServerIn(): Promise<{ readonly name: string; readonly uri: vscode.Uri }> {
	poisons += 1;
	const name = `poison${poisons}.cfg`;
	afterwards(() => closed(fileUri(name)));
	const uri = await write(name, long);
	const server = await serverProcess();
	const opened = openFile(name);
	await isReading(server, uri);
	process.kill(server, 'SIGKILL');
	await opened;
	assert.deepEqual(await codesOf(uri, codes => codes.length > 0), ['file-set-aside']);
	return { name, uri };
}

/** Waits until the reports of a file have these codes. */
const codesOf = async (uri: vscode.Uri, enough: (codes: readonly unknown[]) => boolean): Promise<unknown[]> =>
	(await diagnostics(uri, all => enough(all.map(codeOf)))).map(codeOf);

const isRead = (codes: readonly unknown[]): boolean => !codes.includes('file-set-aside');

/** A pair, and a language server that may stop four times: a start by a person counts anew. */
async function withNewServer(): Promise<Pair> {
	// The map would have the file read, too.
	await vscode.commands.executeCommand('workbench.action.closeSidebar');
	afterwards(async () => vscode.commands.executeCommand('workbench.view.explorer'));
	await vscode.commands.executeCommand('xclarity.restartLanguageServer');
	return openPair();
}

scenario('a file in which the language server stops has one report, and the others are checked', async () => {
	const pair = await withNewServer();
	const poison = await stopServerIn();
	await reportsMistake(pair.kickstart, pair.uri);
	assert.deepEqual(vscode.languages.getDiagnostics(poison.uri).map(codeOf), ['file-set-aside']);
});

scenario('a file in which the language server has stopped is read again with other text, and stays so', async () => {
	const pair = await withNewServer();
	const poison = await stopServerIn();
	const editor = await openFile(poison.name);
	const replaceAll = async (text: string): Promise<void> => {
		const { document } = editor;
		const all = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
		assert.ok(await editor.edit(edit => edit.replace(all, text)));
	};
	await replaceAll('');
	assert.deepEqual(await codesOf(poison.uri, isRead), ['unattend-empty']);
	await replaceAll(kickstart.replace('#timezone#', 'UTC'));
	assert.deepEqual(await codesOf(poison.uri, codes => codes.length === 0), []);
	await reportsMistake(poison.name, poison.uri);
	// It stops once more, for another file.
	await stopServerIn();
	await reportsMistake(pair.kickstart, pair.uri);
	await becomes(() => vscode.languages.getDiagnostics(poison.uri).map(codeOf), ['kickstart-unknown-command']);
});

scenario('a language server that stops while it starts is started again, and so is the next one', async () => {
	const pair = await withNewServer();
	const { fork } = childProcess;
	const wait = globalThis.setTimeout;
	afterwards(async () => {
		childProcess.fork = fork;
		globalThis.setTimeout = wait;
	});
	// The time that a server has to end passes at once: the next one must not be ended for it.
	const hurry = (act: () => void, milliseconds?: number) => wait(act, milliseconds === 4_000 ? 0 : milliseconds);
	globalThis.setTimeout = Object.assign(hurry, wait);
	let started = 0;
	childProcess.fork = (...given: unknown[]) => {
		const child: childProcess.ChildProcess = Reflect.apply(fork, childProcess, given);
		started += 1;
		if (started <= 2) child.kill('SIGKILL');
		return child;
	};
	// The command fails with the start; the client goes on.
	await Promise.allSettled([vscode.commands.executeCommand('xclarity.restartLanguageServer')]);
	await reportsMistake(pair.kickstart, pair.uri);
	assert.equal(started, 3);
});

const knowsSettings = (): Promise<void> =>
	until(async () => {
		const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
			'vscode.executeWorkspaceSymbolProvider',
			'timezone',
		);
		return found.length > 0;
	}, 'the language server knows the settings of the workspace');

scenario('a language server that stops again and again is started by the person who is told so', async () => {
	const pair = await withNewServer();
	let server: number | undefined;
	for (let time = 0; time < 5; time++) {
		server = await serverProcess(server);
		// It has started. Asked about no file: one that is read in that moment is set aside.
		await knowsSettings();
		process.kill(server, 'SIGKILL');
	}
	await hands('notification', 'has stopped five times');
	await hands('button', 'has stopped five times', 'Restart language server');
	assert.notEqual(await serverProcess(server), server);
	await reportsMistake(pair.kickstart, pair.uri);
});
