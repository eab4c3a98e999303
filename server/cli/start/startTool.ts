import { homedir } from 'node:os';
import { threadMark } from '../check/threadMark';
import { codeFolder, compiledFor, keepCompiled } from './compiledCode';
import { ProgramLoader } from './programLoader';

/** Says which build this is: put in by the build, made of all files that are loaded here. */
declare const buildOfTool: string;

/**
 * Loads the tool that lies beside this file. `check` is what commit hooks start over and over, on a few files: more than
 * half of its time would go into reading and compiling the same programs again, so their compiled code is kept.
 */
function start(): void {
	const { argv, env, platform } = process;
	const folder = argv[2] === 'check' ? codeFolder(env, platform, homedir()) : undefined;
	const compiled = (folder !== undefined && compiledFor(buildOfTool, folder)) || new Map<string, Buffer>();
	const loader = new ProgramLoader(__dirname, compiled);
	loader.load('./tool.js');
	if (argv[3] === threadMark) return;
	// There is nothing left to do or to write: what Node would take down one by one now, the system takes back at once.
	process.once('beforeExit', () => process.exit());
	if (folder === undefined) return;
	process.once('exit', code => {
		const isComplete = code === 0 || code === 1;
		// Files of another kind need another part of the tool, which comes to what was kept.
		const isNew = loader.refused || [...loader.scripts.keys()].some(name => !compiled.has(name));
		if (isComplete && isNew) keepCompiled(buildOfTool, folder, loader.scripts, loader.refused ? undefined : compiled);
	});
}

start();
