import { runCommandLine } from '../../server/cli/commandLine';
import { plainOf, type Terminal } from '../../server/cli/terminal';

/** How a command has ended. */
export interface CommandOutcome {
	/** As `xclarity` exits. */
	readonly code: number;
	/** All that it has told, on both outputs. */
	readonly text: string;
}

export interface CommandSetup {
	readonly cwd: string;
	readonly environment: Readonly<Record<string, string>>;
	/** Ctrl-C. */
	readonly signal: AbortSignal;
}

/** Runs a command of the terminal tool in this process, as `main.ts` does. */
export async function runCommand(args: readonly string[], setup: CommandSetup): Promise<CommandOutcome> {
	const told: string[] = [];
	const tell = (text: string): void => {
		told.push(text.endsWith('\n') ? text : `${text}\n`);
	};
	const terminal: Terminal = {
		...setup,
		out: tell,
		outText: tell,
		outStyled: parts => tell(plainOf(parts)),
		note: tell,
		progress: () => undefined,
		input: () => Promise.resolve(''),
		ask: () => Promise.resolve(undefined),
		uninterrupted: work => work(setup.signal),
		interactive: false,
		processors: 1,
	};
	return { code: await runCommandLine(args, terminal), text: told.join('') };
}
