import type { Connection } from 'vscode-languageserver';
import type { AroundWork } from '../language/atWorkOn';
import { othersFirst } from '../workspace/othersFirst';
import { inBackground } from './inBackground';
import { type AtWorkParams, atWorkNotification } from './statusProtocol';

/**
 * Tells the editor which file is read, before it is: between processes and to a worker's starter, a message is on its
 * way when the call returns, even if nothing else ever does. That no file is read is told when the server waits again.
 */
export function tellWork(connection: Pick<Connection, 'sendNotification' | 'console'>): AroundWork {
	let current: string | undefined;
	let told: string | undefined;
	let isEnding = false;
	const tell = (uri: string | undefined): void => {
		if (uri === told) return;
		told = uri;
		const params: AtWorkParams = uri === undefined ? {} : { uri };
		inBackground(connection, 'tellWork', connection.sendNotification(atWorkNotification, params));
	};
	const tellEnd = async (): Promise<void> => {
		if (isEnding) return;
		isEnding = true;
		await othersFirst();
		isEnding = false;
		tell(current);
	};
	return (uri, work) => {
		const outer = current;
		current = uri;
		tell(uri);
		try {
			return work();
		} finally {
			current = outer;
			if (outer === undefined) inBackground(connection, 'tellWork', tellEnd());
			else tell(outer);
		}
	};
}
