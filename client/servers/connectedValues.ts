import { type Disposable, type Event, EventEmitter, type Uri, workspace } from 'vscode';
import type { DeployValues } from '../../server/rest/deployValues';
import type { Log } from '../log';
import type { ContentLoader } from '../view/contentLoader';
import { onServer } from './connection';
import type { Credentials } from './credentials';
import type { Server } from './server';
import type { Servers } from './servers';

/** What connected appliances say of predefined macros: read when a preview asks for it first, and kept. */
export interface ConnectedValues extends Disposable {
	/** Fires when there is something to say that was not there before. */
	readonly onDidChange: Event<void>;
	/** Of the server to which a file goes, as far as it was read. Begins to read it, and asks nobody for a password. */
	of(file: Uri): Promise<SaidByServer | undefined>;
	/** A server was read anew. */
	forget(server: Server): void;
}

export interface SaidByServer {
	/** The name that people see. */
	readonly server: string;
	readonly values: DeployValues;
}

export interface ConnectedValuesParts {
	readonly servers: Servers;
	readonly credentials: Credentials;
	readonly log: Log;
	/** Knows where somebody has signed in. */
	readonly loader: Pick<ContentLoader, 'known' | 'onDidChange'>;
}

export function createConnectedValues(parts: ConnectedValuesParts): ConnectedValues {
	const { servers, credentials, log, loader } = parts;
	const changed = new EventEmitter<void>();
	const known = new Map<string, DeployValues | undefined>();
	const controller = new AbortController();
	const isConnected = (id: string): boolean => loader.known(id)?.state === 'loaded';
	const connected = new Set<string>();
	const watch = loader.onDidChange(id => {
		if (isConnected(id) === connected.has(id)) return;
		if (isConnected(id)) connected.add(id);
		else connected.delete(id);
		known.delete(id);
		changed.fire();
	});
	const read = async (server: Server): Promise<void> => {
		// Whoever asks meanwhile is told that there is nothing yet.
		known.set(server.id, undefined);
		if (!(await credentials.has(server.id))) return;
		const { readDeployValues } = await import('../../server/rest/deployValues');
		const connecting = { credentials, log, signal: controller.signal };
		const values = await onServer(server, connecting, client => readDeployValues(client, log.info));
		known.set(server.id, values);
		changed.fire();
	};
	return {
		onDidChange: changed.event,
		async of(file) {
			const server = await servers.target(file);
			if (!server || !workspace.isTrusted || !isConnected(server.id)) return undefined;
			if (!known.has(server.id))
				read(server).catch(error => log.info(`${server.name} says nothing of predefined macros: ${String(error)}`));
			const values = known.get(server.id);
			return values && { server: server.name, values };
		},
		forget(server) {
			known.delete(server.id);
			changed.fire();
		},
		dispose: () => {
			controller.abort();
			watch.dispose();
			changed.dispose();
		},
	};
}
