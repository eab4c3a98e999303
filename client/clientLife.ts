import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Log } from './log';

/** A language client that starts with the first request, and can be restarted in the middle of others. */
export interface ClientLife {
	readonly running: boolean;
	start(): Promise<void>;
	restart(): Promise<void>;
	stop(): Promise<void>;
	request<Result>(method: string, params?: object): Promise<Result>;
}

/** @param greet runs after each start, before any request */
export function createClientLife(client: BaseLanguageClient, log: Log, greet: () => Promise<void>): ClientLife {
	let started: Promise<void> | undefined;
	// A client can be started only when it has stopped altogether.
	let ended: Promise<void> = Promise.resolve();

	const begin = async (): Promise<void> => {
		await ended;
		await client.start();
		await greet();
	};
	const start = (): Promise<void> => {
		if (started === undefined) {
			const beginning = begin();
			started = beginning;
			// What has failed is tried again with the next request.
			beginning.catch(() => {
				if (started === beginning) started = undefined;
			});
		}
		return started;
	};
	const end = async (before: Promise<void>): Promise<void> => {
		await before.catch(() => undefined);
		// A server that gives no answer any more is left behind.
		await client.stop().catch(error => log.error(`The language server did not stop: ${String(error)}`));
	};
	const stop = (): Promise<void> => {
		if (started !== undefined) ended = end(started);
		started = undefined;
		return ended;
	};

	return {
		get running() {
			return started !== undefined;
		},
		start,
		stop,
		restart() {
			void stop();
			return start();
		},
		async request(method, params) {
			for (;;) {
				const asked = start();
				await asked;
				try {
					return await client.sendRequest(method, params);
				} catch (error) {
					// After a restart in the middle the new server is asked.
					if (started === undefined || started === asked) throw error;
				}
			}
		},
	};
}
