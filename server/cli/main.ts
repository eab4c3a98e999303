import { version } from '../../package.json';
import { XClarityError } from '../rest/xclarityError';
import { applyCommand } from './apply';
import { checkCommand } from './check';
import type { Command, ExitCode } from './command';
import { deleteCommand } from './delete';
import { doctorCommand } from './doctor';
import { importCommand } from './import';
import { languageServerCommand } from './languageServer';
import { linkCommand } from './link';
import { listCommand } from './list';
import { macrosCommand } from './macros';
import { pullCommand } from './pull';
import { simulateCommand } from './simulate';
import { statusCommand } from './status';
import { processTerminal, type Terminal } from './terminal';
import { uploadCommand } from './upload';
import { UsageError } from './usageError';
import { validateCommand } from './validate';

const commands: Readonly<Record<string, Command>> = {
	check: checkCommand,
	macros: macrosCommand,
	upload: uploadCommand,
	apply: applyCommand,
	status: statusCommand,
	list: listCommand,
	pull: pullCommand,
	link: linkCommand,
	delete: deleteCommand,
	import: importCommand,
	validate: validateCommand,
	doctor: doctorCommand,
	simulate: simulateCommand,
	'language-server': languageServerCommand,
};

function help(): string {
	const width = Math.max(...Object.keys(commands).map(name => name.length));
	const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
	return [
		'xclarity: check, explain and upload files for operating-system deployment with XClarity Administrator',
		'',
		'usage: xclarity COMMAND [OPTIONS]',
		'',
		...rows,
		'',
		'xclarity COMMAND --help tells more about one. Exit codes: 0 done, 1 problems found, 2 wrong usage or',
		'unreadable file, 3 the appliance or the network refused, 70 a fault of this program.',
		'',
	].join('\n');
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		terminal.out(help());
		return name === undefined ? 2 : 0;
	}
	if (name === '--version') {
		terminal.out(`${version}\n`);
		return 0;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) throw new UsageError(`There is no command '${name}'. xclarity --help lists them.`);
	if (rest.includes('--help') || rest.includes('-h')) {
		terminal.out(`usage: xclarity ${command.usage}\n`);
		return 0;
	}
	return command.run(rest, terminal);
}

async function main(): Promise<void> {
	const terminal = processTerminal();
	try {
		process.exitCode = await run(process.argv.slice(2), terminal);
	} catch (error) {
		if (error instanceof UsageError) {
			terminal.note(`xclarity: ${error.message}`);
			process.exitCode = 2;
		} else if (error instanceof XClarityError) {
			terminal.note(`xclarity: ${error.message}`);
			process.exitCode = 3;
		} else {
			terminal.note(`xclarity: a fault of this program: ${error instanceof Error ? error.stack : String(error)}`);
			process.exitCode = 70;
		}
	}
}

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on('error', error => {
	if ('code' in error && error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
	throw error;
});

void main();
