import { applyCommand } from '../../server/cli/apply';
import type { Command } from '../../server/cli/command';
import { deleteCommand } from '../../server/cli/delete';
import { importCommand } from '../../server/cli/import';
import { linkCommand } from '../../server/cli/link';
import type { Terminal } from '../../server/cli/terminal';
import { uploadCommand } from '../../server/cli/upload';
import { UsageError } from '../../server/cli/usageError';
import { XClarityError } from '../../server/rest/xclarityError';

const commands: Readonly<Record<string, Command>> = {
	upload: uploadCommand,
	apply: applyCommand,
	import: importCommand,
	link: linkCommand,
	delete: deleteCommand,
};

/** How a command has ended. */
export interface CommandOutcome {
	/** As `xclarity` exits. */
	readonly code: number;
	/** All that it has told, on both outputs. */
	readonly text: string;
}

export interface Place {
	readonly cwd: string;
	readonly environment: Readonly<Record<string, string>>;
	/** Ctrl-C. */
	readonly signal: AbortSignal;
}

/** Runs a command of the terminal tool in this process, as `main.ts` does. */
export async function runCommand([name = '', ...args]: readonly string[], place: Place): Promise<CommandOutcome> {
	const told: string[] = [];
	const tell = (text: string): void => {
		told.push(text.endsWith('\n') ? text : `${text}\n`);
	};
	const terminal: Terminal = {
		...place,
		out: tell,
		note: tell,
		progress: () => undefined,
		input: () => Promise.resolve(''),
		interactive: false,
	};
	const end = (code: number): CommandOutcome => ({ code, text: told.join('') });
	const command = commands[name];
	if (!command) throw new RangeError(`The matrix has no command ‘${name}’.`);
	try {
		return end(await command.run(args, terminal));
	} catch (error) {
		if (error instanceof UsageError || error instanceof XClarityError) {
			tell(`xclarity: ${error.message}`);
			return end(error instanceof UsageError ? 2 : 3);
		}
		tell(`xclarity: a fault of this program: ${error instanceof Error ? error.stack : String(error)}`);
		return end(70);
	}
}
