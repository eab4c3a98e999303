import { type Disposable, type Event, EventEmitter } from 'vscode';
import type { OsImages } from '../../server/rest/osImages';
import { pause } from '../../server/rest/pause';
import type { Task } from '../../server/rest/task';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { isCancelled } from '../../server/rest/xclarityError';
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
	/** Told what each server offers, each time it is read. */
	readonly read: (server: Server, images: OsImages) => void;
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
	const show = (server: Server, images: OsImages, tasks: readonly Task[]): Loaded =>
		settle(server, { state: 'loaded', contents: contentsOf(images, tasks), images });

	/** Reads once, and then again as long as there are jobs that somebody watches. */
	const follow = async (
		client: XClarityClient,
		server: Server,
		signal: AbortSignal,
		first: (loaded: Loaded) => void,
	) => {
		let images = await client.osImages();
		let tasks = await client.tasks();
		parts.read(server, images);
		first(show(server, images, tasks));
		for (let going = running(tasks); going.length > 0 && parts.watched(); going = running(tasks)) {
			await pause(jobInterval, 'Watching jobs', signal);
			tasks = await client.tasks();
			const ended = going.some(id => !running(tasks).includes(id));
			if (ended) images = await client.osImages();
			show(server, images, tasks);
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

const running = (tasks: readonly Task[]): readonly string[] => tasks.filter(({ done }) => !done).map(({ id }) => id);
