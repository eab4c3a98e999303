import { type Disposable, type Event, EventEmitter } from 'vscode';
import type { OsImages } from '../../server/rest/osImages';
import { pause } from '../../server/rest/pause';
import type { Task } from '../../server/rest/task';
import { paths } from '../../server/rest/wire';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { isCancelled, XClarityError } from '../../server/rest/xclarityError';
import { t } from '../../server/texts/texts';
import { type FileServer, readFileServers } from '../imports/fileServers';
import type { Log } from '../log';
import { onServer } from '../servers/connection';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import type { ServerContents } from './contents';
import { contentsOf } from './serverContents';

/** What is known of a server's contents. */
export type Loaded =
	| { readonly state: 'signedOut' }
	| { readonly state: 'failed'; readonly message: string }
	| { readonly state: 'loaded'; readonly contents: ServerContents; readonly images: OsImages };

/** Reads servers when somebody looks, and follows their jobs as long as somebody does. */
export interface ContentLoader extends Disposable {
	/** Fires with the id of a server whose contents are other than before. */
	readonly onDidChange: Event<string>;
	/** What was read last; reads it when nothing was. Asks nobody for a password. */
	load(server: Server): Promise<Loaded>;
	/** What was read last. */
	known(serverId: string): Loaded | undefined;
	/** Reads it anew, now. `ask`: may ask for a password. */
	reload(server: Server, options?: { readonly ask?: boolean }): Promise<Loaded>;
	/** Forgets what was read, of one server or of all. */
	forget(serverId?: string): void;
}

export interface LoaderParts {
	readonly credentials: Credentials;
	readonly log: Log;
	/** Whether somebody looks. */
	readonly watched: () => boolean;
	/** Called when a server is about to be asked for its list; what it gives takes the list. */
	readonly beginLook: (server: Server) => Promise<(images: OsImages) => void>;
}

/** Milliseconds between looks at jobs that are running. */
const jobInterval = 1_500;

interface PendingLoad {
	readonly first: Promise<Loaded>;
	readonly controller: AbortController;
}

export function createContentLoader(parts: LoaderParts): ContentLoader {
	const { credentials, log } = parts;
	const changed = new EventEmitter<string>();
	const known = new Map<string, Loaded>();
	const pending = new Map<string, PendingLoad>();

	const settle = (server: Server, loaded: Loaded): Loaded => {
		known.set(server.id, loaded);
		changed.fire(server.id);
		return loaded;
	};

	/** Reads once, and then again as long as there are jobs that somebody watches. */
	const follow = async (
		client: XClarityClient,
		server: Server,
		signal: AbortSignal,
		first: (loaded: Loaded) => void,
	) => {
		let images = await look(client, server, parts);
		let tasks = await client.tasks();
		const fileServers = await fileServersOf(client, log);
		const show = () => settle(server, { state: 'loaded', contents: contentsOf(images, tasks, fileServers), images });
		first(show());
		for (let going = running(tasks); going.length > 0 && parts.watched(); going = running(tasks)) {
			await pause(jobInterval, t('Watching jobs'), signal);
			tasks = await client.tasks();
			const ended = going.some(id => !running(tasks).includes(id));
			if (ended) images = await look(client, server, parts);
			show();
		}
	};

	const start = (server: Server, ask: boolean): Promise<Loaded> => {
		const controller = new AbortController();
		const { signal } = controller;
		const first = new Promise<Loaded>(resolve => {
			const read = async (): Promise<void> => {
				if (!ask && !(await credentials.has(server.id))) return resolve(settle(server, { state: 'signedOut' }));
				await onServer(server, { credentials, log, signal }, client => follow(client, server, signal, resolve));
			};
			read()
				.catch((error: unknown) => resolve(failed(server, error)))
				.finally(() => {
					if (pending.get(server.id)?.controller === controller) pending.delete(server.id);
				});
		});
		pending.set(server.id, { first, controller });
		return first;
	};
	const failed = (server: Server, error: unknown): Loaded => {
		const message = error instanceof Error ? error.message : String(error);
		log.info(`${server.name} was not read: ${message}`);
		if (isCancelled(error)) return known.get(server.id) ?? { state: 'signedOut' };
		return settle(server, { state: 'failed', message });
	};
	const stop = (serverId: string): void => pending.get(serverId)?.controller.abort();

	return {
		onDidChange: changed.event,
		known: serverId => known.get(serverId),
		load: async server => known.get(server.id) ?? pending.get(server.id)?.first ?? start(server, false),
		reload(server, { ask = false } = {}) {
			stop(server.id);
			return start(server, ask);
		},
		forget(serverId) {
			for (const id of serverId === undefined ? [...known.keys()] : [serverId]) {
				stop(id);
				known.delete(id);
				changed.fire(id);
			}
		},
		dispose() {
			for (const id of pending.keys()) stop(id);
			changed.dispose();
		},
	};
}

async function look(client: XClarityClient, server: Server, { beginLook }: LoaderParts): Promise<OsImages> {
	const note = await beginLook(server);
	const images = await client.osImages();
	note(images);
	return images;
}

const running = (tasks: readonly Task[]): readonly string[] => tasks.filter(({ done }) => !done).map(({ id }) => id);

/** The files are what counts: file servers that somebody may not see are no failure. */
async function fileServersOf(client: XClarityClient, log: Log): Promise<readonly FileServer[] | undefined> {
	try {
		return readFileServers(await client.read(paths.remoteFileServers));
	} catch (error) {
		if (!(error instanceof XClarityError) || isCancelled(error)) throw error;
		log.info(`The remote file servers are not known: ${error.message}`);
		return undefined;
	}
}
