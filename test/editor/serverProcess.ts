/** The process of our language server, seen from outside. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { until } from './workspace';

/** The process of our language server, which this one has started. @throws {Error} when there is none for half a minute */
export async function serverProcess(notThis?: number): Promise<number> {
	let found: number | undefined;
	await until(async () => {
		found = (await serverProcesses()).find(id => id !== notThis);
		return found !== undefined;
	}, 'a language server runs');
	return found ?? Number.NaN;
}

/** It writes one number a line, and nothing when there is no such process. */
const serverProcesses = (): Promise<readonly number[]> =>
	new Promise(resolve => {
		execFile('pgrep', ['-P', String(process.pid), '-f', 'languageServer.js'], (_error, written) =>
			resolve(written.split('\n').filter(Boolean).map(Number)),
		);
	});

/** Milliseconds of work after which a server is surely in the middle of a file, and has said so. */
const inTheMiddle = 500;

/** Waits until a server is reading a file that takes it seconds and is just being opened, however busy the computer is. */
export async function isReading(server: number, uri: vscode.Uri): Promise<void> {
	const isOpen = ({ uri: each }: vscode.TextDocument): boolean => each.toString() === uri.toString();
	await until(() => vscode.workspace.textDocuments.some(isOpen), 'the file is open');
	const before = await workOf(server);
	await until(async () => (await workOf(server)) > before + inTheMiddle, 'the language server reads the file');
	const now = await workOf(server);
	// Meanwhile the client has heard which file it is.
	await until(async () => (await workOf(server)) > now + 100, 'the language server goes on reading the file');
}

/** Milliseconds that a process has computed. */
async function workOf(id: number): Promise<number> {
	if (process.platform !== 'linux') return workFromList(await listed(id));
	const [, fields = ''] = (await readFile(`/proc/${id}/stat`, 'utf8')).split(') ');
	const [user, system] = fields.split(' ').slice(11, 13).map(Number);
	return ((user ?? 0) + (system ?? 0)) * 10;
}

/** `[hours:]minutes:seconds`, with hundredths. */
const workFromList = (time: string): number =>
	time
		.trim()
		.split(':')
		.reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;

const listed = (id: number): Promise<string> =>
	new Promise((resolve, reject) => {
		execFile('ps', ['-o', 'time=', '-p', String(id)], (error, written) => (error ? reject(error) : resolve(written)));
	});
