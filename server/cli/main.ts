import { isMainThread } from 'node:worker_threads';
import { runCommandLine } from './commandLine';
import { processTerminal, type Terminal } from './terminal';
import { watchOutput } from './watchOutput';

// Whatever the command itself would say, what nobody can read is not done.
watchOutput(process, () => process.once('exit', () => (process.exitCode = 2)));

/** A folder that was removed under a shell has no name any more. */
async function terminal(): Promise<Terminal | undefined> {
	try {
		return await processTerminal();
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
void (isMainThread ? run() : import('./check/checkThread').then(({ runCheckThread }) => runCheckThread()));
