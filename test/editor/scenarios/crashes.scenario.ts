import assert from 'node:assert/strict';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { openPair, write } from '../pair';
import { scenario } from '../scenario';
import { serverProcess } from '../serverProcess';
import { hands } from '../stage';
import { diagnostics, openFile } from '../workspace';

const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

/** Adds a mistake to a file, and waits until it is reported. */
async function reportsMistake(name: string, uri: vscode.Uri): Promise<void> {
	const editor = await openFile(name);
	await editor.edit(edit => edit.insert(new vscode.Position(1, 0), 'nosuchcommand\n'));
	await diagnostics(uri, all => all.some(({ message }) => message.includes('nosuchcommand')));
}

scenario('a file in which the language server stops has one report, and the others are checked', async () => {
	const pair = await openPair();
	const server = await serverProcess();
	// Seconds of work without a report of its own.
	const packages = Array.from({ length: 150_000 }, (_, number) => `package${number}`).join('\n');
	const poison = await write('poison.cfg', `#version=RHEL9\n%packages\n${packages}\n%end\n`);
	await openFile('poison.cfg');
	await pause(600);
	process.kill(server, 'SIGKILL');
	const found = await diagnostics(poison, all => all.length > 0);
	assert.deepEqual(found.map(codeOf), ['file-set-aside']);
	await reportsMistake(pair.kickstart, pair.uri);
	assert.deepEqual(vscode.languages.getDiagnostics(poison).map(codeOf), ['file-set-aside']);
});

scenario('a language server that stops again and again is started by the person who is told so', async () => {
	const pair = await openPair();
	await reportsMistake(pair.kickstart, pair.uri);
	// An earlier scenario may have stopped it; a start by a person counts anew.
	await vscode.commands.executeCommand('xclarity.restartLanguageServer');
	let server: number | undefined;
	for (let time = 0; time < 5; time++) {
		server = await serverProcess(server);
		await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', pair.uri);
		process.kill(server, 'SIGKILL');
	}
	await hands('notification', 'has stopped five times');
	await hands('button', 'has stopped five times', 'Restart language server');
	assert.notEqual(await serverProcess(server), server);
	await reportsMistake(pair.kickstart, pair.uri);
});
