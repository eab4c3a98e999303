import { version } from '../../package.json';
import { XClarityError } from '../rest/xclarityError';
import type { Command, ExitCode } from './command';
import { failureLines } from './failureLines';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** A command is loaded when it is asked for: `check` in a commit hook has no use for a network client. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
	check: async () => (await import('./check')).checkCommand,
	macros: async () => (await import('./macros')).macrosCommand,
	preview: async () => (await import('./preview')).previewCommand,
	form: async () => (await import('./form')).formCommand,
	upload: async () => (await import('./upload')).uploadCommand,
	apply: async () => (await import('./apply')).applyCommand,
	status: async () => (await import('./status')).statusCommand,
	list: async () => (await import('./list')).listCommand,
	pull: async () => (await import('./pull')).pullCommand,
	link: async () => (await import('./link')).linkCommand,
	delete: async () => (await import('./delete')).deleteCommand,
	profile: async () => (await import('./profile')).profileCommand,
	'file-servers': async () => (await import('./fileServers')).fileServersCommand,
	import: async () => (await import('./import')).importCommand,
	validate: async () => (await import('./validate')).validateCommand,
	doctor: async () => (await import('./doctor')).doctorCommand,
	simulate: async () => (await import('./simulate')).simulateCommand,
	'language-server': async () => (await import('./languageServer')).languageServerCommand,
};

async function help(): Promise<string> {
	const width = Math.max(...Object.keys(commands).map(name => name.length));
	const rows = await Promise.all(
		Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(width)}  ${(await load()).summary}`),
	);
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

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		terminal.out(await help());
		return name === undefined ? 2 : 0;
	}
	if (name === '--version') {
		terminal.out(`${version}\n`);
		return 0;
	}
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load) throw new UsageError(`There is no command '${name}'. xclarity --help lists them.`);
	const command = await load();
	if (rest.includes('--help') || rest.includes('-h')) {
		terminal.out(`usage: xclarity ${command.usage}\n`);
		return 0;
	}
	return command.run(rest, terminal);
}

/** Of a fault of this program. */
const faultCode = 70;

/** Runs one command line, and never throws: what went wrong is said on `terminal` and by the exit code. */
export async function runCommandLine(
	args: readonly string[],
	terminal: Terminal,
): Promise<ExitCode | typeof faultCode> {
	try {
		return await dispatch(args, terminal);
	} catch (error) {
		if (error instanceof UsageError) {
			terminal.note(`xclarity: ${error.message}`);
			return 2;
		}
		if (error instanceof XClarityError) {
			terminal.note(failureLines(error));
			return error.kind === 'conflict' ? 1 : 3;
		}
		terminal.note(`xclarity: a fault of this program: ${error instanceof Error ? error.stack : String(error)}`);
		return faultCode;
	}
}
