import type { Connection } from 'vscode-languageserver';

/**
 * Work that no answer waits for. When it fails, the log says so, and the server goes on: an editor may refuse what it is
 * asked, and a folder may have gone.
 * @param what it does, for the log
 */
export function inBackground({ console }: Pick<Connection, 'console'>, what: string, work: Promise<unknown>): void {
	work.catch((error: unknown) =>
		console.error(`${what} failed: ${error instanceof Error ? error.stack : String(error)}`),
	);
}
