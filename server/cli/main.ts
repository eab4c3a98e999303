import { threadMark } from './check/threadMark';
import { runCommandLine } from './commandLine';
import { standardOutput } from './standardOutput';
import { processTerminal, type Terminal } from './terminal';
import { watchOutput } from './watchOutput';

/** A folder that was removed under a shell has no name any more. */
async function terminal(): Promise<Terminal | undefined> {
	try {
		const output = { stdout: standardOutput(1), stderr: standardOutput(2) };
		// Whatever the command itself would say, what nobody can read is not done.
		watchOutput(output, () => process.once('exit', () => (process.exitCode = 2)));
		return await processTerminal(output);
	} catch (error) {
		if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
		process.stderr.write('xclarity: the folder that you are in is gone.\n');
		return undefined;
	}
}

async function run(): Promise<void> {
	const here = await terminal();
	process.exitCode = here ? await runCommandLine(process.argv.slice(2), here) : 2;
}

// `check` starts this program again in threads of its own.
void (process.argv[3] === threadMark
	? import('./check/checkThread').then(({ runCheckThread }) => runCheckThread())
	: run());
