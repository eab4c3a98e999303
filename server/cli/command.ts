import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestName } from '../language/macros/nearestName';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** 0 done, 1 problems found, 2 wrong usage, 3 the appliance or the network refused. */
export type ExitCode = 0 | 1 | 2 | 3;

/** One command of the terminal tool. */
export interface Command {
	/** One line for the list of commands. */
	readonly summary: string;
	/** Its own help, after the name of the program. */
	readonly usage: string;
	run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What `util.parseArgs` gives for these options. @throws {UsageError} for an unknown option or a missing value. */
export function parseOptions<const O extends Options>(args: readonly string[], options: O) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
	} catch (error) {
		if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
			throw new UsageError(plainWords(error.message, Object.keys(options)));
		}
		throw error;
	}
}

/** What Node means. Its own sentence on an unknown option speaks of positional arguments, and of a value as ambiguous. */
function plainWords(message: string, known: readonly string[]): string {
	const unknown = /^Unknown option '--?([^']*)'/.exec(message)?.[1];
	if (unknown !== undefined) return unknownOption(unknown, [...known, 'help']);
	const [, option = '', fault] =
		/^Option '(--[\w-]+)[^']*' (argument missing|argument is ambiguous|does not take)/.exec(message) ?? [];
	switch (fault) {
		case 'argument missing':
			return `${option} needs a value.`;
		case 'argument is ambiguous':
			return `${option} needs a value; one that begins with - is written ${option}=-…`;
		case 'does not take':
			return `${option} takes no value.`;
		default:
			return message;
	}
}

/** Says that there is no such option, and which one may be meant. */
export function unknownOption(name: string, known: readonly string[]): string {
	const nearest = nearestName(name, known);
	const hint = nearest === undefined ? '--help lists them.' : `Did you mean --${nearest}?`;
	return `There is no option ${name.length === 1 ? '-' : '--'}${name}. ${hint}`;
}

/** A value out of a closed list. @throws {UsageError} that names the list. */
export function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
	const found = allowed.find(entry => entry === value);
	if (found !== undefined) return found;
	const nearest = nearestName(value, allowed);
	const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
	throw new UsageError(`--${option} takes one of ${allowed.join(', ')}, not '${value}'.${hint}`);
}
