import { type Disposable, type Event, EventEmitter, type Memento, type Uri, workspace } from 'vscode';
import { serversSetting, settings } from '../settings';
import { type Server, withoutServer, withServer } from './server';

/** Which servers there are, and which one a file goes to. The status bar and every request take it from here. */
export interface Servers extends Disposable {
	readonly onDidChange: Event<void>;
	all(): readonly Server[];
	/** The server chosen for the folder of this file, else the one its manifest names; there may be none. */
	target(file: Uri): Promise<Server | undefined>;
	/** Makes this the server of the folder in which the file lies; `undefined`: none, whatever its manifest names. */
	choose(file: Uri | undefined, serverId: string | undefined): Promise<void>;
	/** True when the person wants no server for the folder of this file, and is asked each time. */
	hasNone(file: Uri): boolean;
	save(server: Server): Promise<void>;
	remove(serverId: string): Promise<void>;
	/** True for one that `addForSession` has added. */
	isForSession(serverId: string): boolean;
	/** A server that lasts as long as this window, such as the simulator. */
	addForSession(server: Server): Disposable;
}

const targetsKey = 'xclarity.targets';

/** Among the targets: the person wants none here. No server has this id. */
const noServer = '';

/** @param named the id of the server that the manifest of a file names; it can name a server, never make one */
export function createServers(memory: Memento, named: (file: Uri) => Promise<string | undefined>): Servers {
	const changed = new EventEmitter<void>();
	const sessionServers = new Map<string, Server>();
	const watch = workspace.onDidChangeConfiguration(change => {
		if (change.affectsConfiguration(serversSetting)) changed.fire();
	});
	const targets = (): Readonly<Record<string, string>> => memory.get(targetsKey, {});
	const folderKey = (file: Uri | undefined): string =>
		(file && workspace.getWorkspaceFolder(file)?.uri.toString()) ??
		workspace.workspaceFolders?.[0]?.uri.toString() ??
		'';
	const all = (): readonly Server[] => [
		...settings.servers().filter(({ id }) => !sessionServers.has(id)),
		...sessionServers.values(),
	];

	return {
		onDidChange: changed.event,
		all,
		async target(file) {
			const chosen = all().find(({ id }) => id === targets()[folderKey(file)]);
			if (chosen || targets()[folderKey(file)] === noServer) return chosen;
			const wanted = await named(file);
			return all().find(({ id }) => id === wanted);
		},
		async choose(file, serverId) {
			await memory.update(targetsKey, { ...targets(), [folderKey(file)]: serverId ?? noServer });
			changed.fire();
		},
		hasNone: file => targets()[folderKey(file)] === noServer,
		async save(server) {
			await settings.saveServers(withServer(settings.servers(), server));
			changed.fire();
		},
		async remove(serverId) {
			sessionServers.delete(serverId);
			if (settings.servers().some(({ id }) => id === serverId)) {
				await settings.saveServers(withoutServer(settings.servers(), serverId));
			}
			const others = Object.entries(targets()).filter(([, id]) => id !== serverId);
			await memory.update(targetsKey, Object.fromEntries(others));
			changed.fire();
		},
		isForSession: serverId => sessionServers.has(serverId),
		addForSession(server) {
			sessionServers.set(server.id, server);
			changed.fire();
			return {
				dispose: () => {
					sessionServers.delete(server.id);
					changed.fire();
				},
			};
		},
		dispose: () => {
			watch.dispose();
			changed.dispose();
		},
	};
}
