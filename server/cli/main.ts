import { runCommandLine } from './commandLine';
import { processTerminal } from './terminal';

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on('error', error => {
	if ('code' in error && error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
	throw error;
});

void runCommandLine(process.argv.slice(2), processTerminal()).then(code => {
	process.exitCode = code;
});
