import { type ParseArgsConfig, parseArgs } from 'node:util';
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
			throw new UsageError(error.message);
		}
		throw error;
	}
}

/** A value out of a closed list. @throws {UsageError} that names the list. */
export function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
	const found = allowed.find(entry => entry === value);
	if (found === undefined) throw new UsageError(`--${option} takes one of ${allowed.join(', ')}, not '${value}'.`);
	return found;
}
