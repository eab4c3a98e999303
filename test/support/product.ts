import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { TestContext } from 'node:test';
import { runCommandLine } from '../../server/cli/commandLine';
import { terminalOn } from '../../server/cli/terminal';

/** Folder of the built programs: the run's own, or dist/. */
export const dist = process.env.XCLARITY_DIST ?? path.resolve('dist');

/** Where the programs of one run remember their uploads, away from those of the person. */
const state = path.join(os.tmpdir(), `xclarity-state-${process.pid}`);
process.on('exit', () => rmSync(state, { recursive: true, force: true }));

/** What a finished program left. */
export interface Outcome {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface RunOptions {
	readonly cwd?: string;
	readonly input?: string;
	readonly environment?: Readonly<Record<string, string>>;
	/** Ctrl-C, or what a process is asked to end by. */
	readonly signal?: AbortSignal;
	/** Is told what comes on standard output, as it comes. */
	readonly onOutput?: (text: string) => void;
}

export interface Running {
	readonly child: ChildProcess;
	readonly finished: Promise<Outcome>;
}

/** The environment of a command: this one, without a password, and with a memory of uploads that is the run's own. */
const environmentOf = ({ environment }: RunOptions): NodeJS.ProcessEnv => ({
	...process.env,
	XCLARITY_PASSWORD: '',
	XCLARITY_STATE: state,
	...environment,
});

/** Runs `xclarity` to its end in this process: all of it but the start of Node, which takes longer than most commands. */
export async function xclarity(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
	let stdout = '';
	let stderr = '';
	const code = await runCommandLine(
		args,
		terminalOn({
			stdin: Readable.from([Buffer.from(options.input ?? '')]),
			stdout: {
				write: text => {
					stdout += text;
					options.onOutput?.(text);
				},
			},
			stderr: { write: text => (stderr += text) },
			cwd: options.cwd ?? process.cwd(),
			environment: environmentOf(options),
			signal: options.signal ?? new AbortController().signal,
		}),
	);
	return { code, stdout, stderr };
}

/** Starts `xclarity` as a person would, for what only a process can show; `finished` settles when it has ended. */
export function start(args: readonly string[], options: RunOptions = {}): Running {
	const child = spawn(process.execPath, [path.join(dist, 'cli.js'), ...args], {
		cwd: options.cwd ?? process.cwd(),
		env: environmentOf(options),
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', chunk => {
		stdout += chunk;
		options.onOutput?.(chunk);
	});
	options.signal?.addEventListener('abort', () => child.kill('SIGTERM'));
	child.stderr.setEncoding('utf8').on('data', chunk => {
		stderr += chunk;
	});
	child.stdin.end(options.input ?? '');
	const finished = new Promise<Outcome>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', code => resolve({ code, stdout, stderr }));
	});
	return { child, finished };
}

/** A folder with these files, gone after the test. */
export function folder(context: Pick<TestContext, 'after'>, files: Readonly<Record<string, string>>): string {
	const root = mkdtempSync(path.join(os.tmpdir(), 'xclarity-test-'));
	context.after(() => rmSync(root, { recursive: true, force: true }));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
		writeFileSync(path.join(root, name), text);
	}
	return root;
}
