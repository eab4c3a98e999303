import { execFile } from 'node:child_process';
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
