import { Disposable, type ExtensionContext } from 'vscode';
import { standIns } from './standIns';
import { watchForOurs } from './watchForOurs';

/**
 * Stays out of the way until something of ours is met or asked for. `load` does what takes time; what it answers with
 * starts the client, at once, so that no command is without an owner meanwhile.
 * @returns what wakes the client, if it sleeps, and gives it
 */
export function sleepUntilAsked<Client>(
	{ subscriptions }: Pick<ExtensionContext, 'subscriptions'>,
	load: () => Promise<() => Client>,
): () => Promise<Client> {
	let client: Promise<Client> | undefined;
	const start = async (): Promise<Client> => {
		const begin = await load();
		asleep.dispose();
		return begin();
	};
	const wake = (): Promise<Client> => {
		// What a browser could not fetch just now, it may get the next time.
		client ??= start().catch(error => {
			client = undefined;
			throw error;
		});
		return client;
	};
	const asleep = Disposable.from(standIns(wake), watchForOurs(wake));
	subscriptions.push(asleep);
	return wake;
}
