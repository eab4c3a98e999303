import { spawn } from 'node:child_process';
import type { ToolOutput } from '../../language/deployment/secondOpinion/toolReport';
import type { Terminal } from '../terminal';

/** How a program ended, or why it gave nothing: it is not there, or it took too long. */
export type ToolRun = Pick<ToolOutput, 'text' | 'code'> | 'absent' | 'late';

interface Invocation {
	readonly program: string;
	readonly args: readonly string[];
	/** Working folder, and the one for what it writes on the way. */
	readonly cwd: string;
	/** Milliseconds after which it is ended. */
	readonly limit: number;
}

/** A program that never stops writing is not read to its end. */
const mostCharacters = 4 * 1024 * 1024;

/**
 * Runs a program that the person has installed, in plain English and without a shell.
 * @throws {Error} `AbortError` when the person stops it
 */
export function runTool(
	{ program, args, cwd, limit }: Invocation,
	{ environment, signal }: Pick<Terminal, 'environment' | 'signal'>,
): Promise<ToolRun> {
	return new Promise((resolve, reject) => {
		let text = '';
		let isLate = false;
		let stopped: Error | undefined;
		const child = spawn(program, args, {
			cwd,
			// ksvalidator leaves a copy of the file among the temporary ones.
			env: { ...environment, LC_ALL: 'C', LANGUAGE: '', TMPDIR: cwd, TEMP: cwd, TMP: cwd },
			stdio: ['ignore', 'pipe', 'pipe'],
			signal,
			killSignal: 'SIGKILL',
		});
		const timer = setTimeout(() => {
			isLate = true;
			child.kill('SIGKILL');
		}, limit);
		const read = (chunk: string): void => {
			text += chunk;
			if (text.length > mostCharacters) child.kill('SIGKILL');
		};
		child.stdout.setEncoding('utf8').on('data', read);
		child.stderr.setEncoding('utf8').on('data', read);
		child.on('error', (error: NodeJS.ErrnoException) => {
			clearTimeout(timer);
			// One that was stopped is still ending, and has its folder until then.
			if (error.name === 'AbortError') stopped = error;
			else if (error.code === 'ENOENT') resolve('absent');
			else reject(error);
		});
		child.on('close', code => {
			clearTimeout(timer);
			if (stopped) reject(stopped);
			else resolve(isLate ? 'late' : { text, code });
		});
	});
}
