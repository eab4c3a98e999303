import { Disposable, type ExtensionContext } from 'vscode';
import { standIns } from './standIns';
import { watchForOurs } from './watchForOurs';

/** How a client wakes. */
export interface Waking<Client> {
	/** Gets everything ready that takes time. What it answers with starts the client, at once. */
	load(): Promise<() => Client>;
	/** Begins what files of ours will need in any case, beside the loading. Not for a mere command. */
	readonly begin?: (() => void) | undefined;
}

/**
 * Stays out of the way until something of ours is met or asked for; no command is without an owner meanwhile.
 * @returns what wakes the client, if it sleeps, and gives it
 */
export function sleepUntilAsked<Client>(
	{ subscriptions }: Pick<ExtensionContext, 'subscriptions'>,
	{ load, begin }: Waking<Client>,
): () => Promise<Client> {
	let client: Promise<Client> | undefined;
	const start = async (): Promise<Client> => {
		const startClient = await load();
		asleep.dispose();
		return startClient();
	};
	const wake = (): Promise<Client> => {
		// What a browser could not fetch just now, it may get the next time.
		client ??= start().catch(error => {
			client = undefined;
			throw error;
		});
		return client;
	};
	const wakeForFiles = (): Promise<Client> => {
		const woken = wake();
		begin?.();
		return woken;
	};
	const asleep = Disposable.from(standIns(wake), watchForOurs(wakeForFiles));
	subscriptions.push(asleep);
	return wake;
}
