import { commands, type Disposable } from 'vscode';
import { reportFailure } from './failure';
import type { Log } from './log';

/** Registers a command by id and title; what fails is told to the person, and not once more to the caller. */
export function registerCommand<Args extends unknown[]>(
	{ log }: { readonly log: Log },
	[id, title]: readonly [string, string],
	run: (...args: Args) => unknown,
): Disposable {
	return commands.registerCommand(id, async (...args: Args) => {
		try {
			return await run(...args);
		} catch (error) {
			reportFailure({ id, title, retry: () => commands.executeCommand(id, ...args) }, error, log);
			return undefined;
		}
	});
}
