import { runCommandLine } from './commandLine';
import { processTerminal, type Terminal } from './terminal';

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on('error', error => {
	if ('code' in error && error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
	throw error;
});

/** A folder that was removed under a shell has no name any more. */
function terminal(): Terminal | undefined {
	try {
		return processTerminal();
	} catch (error) {
		if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
		process.stderr.write('xclarity: the folder that you are in is gone.\n');
		return undefined;
	}
}

const here = terminal();
if (!here) process.exitCode = 2;
else {
	void runCommandLine(process.argv.slice(2), here).then(code => {
		process.exitCode = code;
	});
}
