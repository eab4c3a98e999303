import { homedir } from 'node:os';
import { threadMark } from '../check/threadMark';
import { codeFolder, compiledFor, isKeptSince, keepCompiled } from './compiledCode';
import { ProgramLoader } from './programLoader';

/** Says which build this is: put in by the build, made of all files that are loaded here. */
declare const buildOfTool: string;

/**
 * Loads the tool that lies beside this file. `check` is what commit hooks start over and over, on a few files: more than
 * half of its time would go into reading and compiling the same programs again, so their compiled code is kept.
 */
function start(): void {
	const { argv, env, platform } = process;
	const started = Date.now();
	const folder = argv[2] === 'check' ? codeFolder(env, platform, homedir()) : undefined;
	const compiled = folder === undefined ? undefined : compiledFor(buildOfTool, folder);
	const loader = new ProgramLoader(__dirname, compiled ?? new Map());
	loader.load('./tool.js');
	if (folder !== undefined) keepAtExit(loader, { folder, started, isFirst: compiled === undefined });
	if (argv[3] === threadMark) return;
	// There is nothing left to do or to write: what Node would take down one by one now, the system takes back at once.
	process.once('beforeExit', () => process.exit());
}

interface Keeping {
	readonly folder: string;
	readonly started: number;
	/** There was no compiled code. */
	readonly isFirst: boolean;
}

/**
 * When a run has done what it was started for, all that it needed is compiled. Of a run in threads, what those have kept
 * stays: they have checked files, and this thread only watched.
 */
function keepAtExit(loader: ProgramLoader, { folder, started, isFirst }: Keeping): void {
	process.once('exit', code => {
		const isComplete = code === 0 || code === 1;
		if (!isComplete || (!isFirst && !loader.refused) || isKeptSince(started, buildOfTool, folder)) return;
		keepCompiled(buildOfTool, folder, loader.scripts);
	});
}

start();
