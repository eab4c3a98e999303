import { version } from '../../package.json';
import { nearestName } from '../language/macros/nearestName';
import { XClarityError } from '../rest/xclarityError';
import { GivenUp } from '../workspace/givenUp';
import { type Command, type ExitCode, unknownOption } from './command';
import { failureLines } from './failureLines';
import { type Commands, helpText, manPage } from './help';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';
import { shownFile } from './workOfCommand';

/** A command is loaded when it is asked for: `check` in a commit hook has no use for a network client. */
const commands: Commands = {
	check: async () => (await import('./check')).checkCommand,
	explain: async () => (await import('./explain')).explainCommand,
	macros: async () => (await import('./macros')).macrosCommand,
	preview: async () => (await import('./preview')).previewCommand,
	map: async () => (await import('./map')).mapCommand,
	form: async () => (await import('./form')).formCommand,
	pair: async () => (await import('./pair')).pairCommand,
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
	completion: async () => (await import('./completion')).completionCommand(commands),
	'language-server': async () => (await import('./languageServer')).languageServerCommand,
};

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === '-h') {
		terminal.out(await helpText(commands));
		return name === undefined ? 2 : 0;
	}
	if (name === 'help') return help(rest, terminal);
	if (name === '--version' || name === '-V') {
		terminal.out(`${version}\n`);
		return 0;
	}
	const command = await commandNamed(name);
	const options = rest.slice(0, rest.indexOf('--') < 0 ? rest.length : rest.indexOf('--'));
	if (!options.includes('--help') && !options.includes('-h')) return command.run(rest, terminal);
	terminal.out(`usage: xclarity ${command.usage}\n`);
	return 0;
}

async function help([name, ...more]: readonly string[], terminal: Terminal): Promise<ExitCode> {
	if (more.length > 0) throw new UsageError('help takes one command.');
	if (name === undefined || name === 'help') terminal.out(await helpText(commands));
	else if (name === '--man') terminal.out(await manPage(commands, version));
	else terminal.out(`usage: xclarity ${(await commandNamed(name)).usage}\n`);
	return 0;
}

async function commandNamed(name: string): Promise<Command> {
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (load) return load();
	if (name.startsWith('-')) throw new UsageError(unknownOption(name.replace(/^--?/, ''), ['help', 'version']));
	const nearest = nearestName(name, [...Object.keys(commands), 'help']);
	const hint = nearest === undefined ? 'xclarity --help lists them.' : `Did you mean ${nearest}?`;
	throw new UsageError(`There is no command '${name}'. ${hint}`);
}

/** Of a fault of this program. */
const faultCode = 70;

/** What the system says where a disk, and not this program, is at fault. */
const diskRefusals: Readonly<Record<string, string>> = {
	ENOSPC: 'There is no room on the disk',
	EDQUOT: 'There is no room on the disk',
	EROFS: 'The disk cannot be written to',
	EACCES: 'The system does not allow it',
	EPERM: 'The system does not allow it',
};

/** What it says of a path that a person gave. */
const pathRefusals: Readonly<Record<string, string>> = {
	ENOENT: 'There is no such folder',
	ENOTDIR: 'A file has the place of a folder',
	EISDIR: 'A folder has the place of a file',
	EEXIST: 'There is something of that name already',
	ENAMETOOLONG: 'The name is too long',
};

/** A sentence for what the system refused; undefined for every other error. */
function diskRefusal(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
	const isOfPath = 'path' in error && 'syscall' in error && !String(error.syscall).startsWith('spawn');
	const refusal = diskRefusals[error.code] ?? (isOfPath ? pathRefusals[error.code] : undefined);
	return refusal && `${refusal}: ${error.message}.`;
}

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
		if (error instanceof GivenUp) {
			terminal.note(`xclarity: Reading ${shownFile(error.uri)} took so long that it was given up.`);
			return 2;
		}
		if (error instanceof XClarityError) {
			terminal.note(failureLines(error));
			return error.kind === 'conflict' ? 1 : 3;
		}
		if (error instanceof Error && error.name === 'AbortError' && terminal.signal.aborted) {
			terminal.note('xclarity: stopped before the end.');
			return 2;
		}
		const refusal = diskRefusal(error);
		if (refusal !== undefined) {
			terminal.note(`xclarity: ${refusal}`);
			return 2;
		}
		terminal.note(`xclarity: a fault of this program: ${error instanceof Error ? error.stack : String(error)}`);
		return faultCode;
	}
}
