import { paths } from '../rest/wire';
import type { Appliance } from './appliance';
import type { RoutedCall } from './call';
import { changeSettings, showAppliance, showSettings } from './handlers/applianceHandlers';
import { changeFile, deleteFiles } from './handlers/fileHandlers';
import { changeHostSettings, deploy, listHosts, showHostSettings } from './handlers/hostHandlers';
import { listImages } from './handlers/imageHandlers';
import { startImport } from './handlers/importHandlers';
import { buildProfile } from './handlers/profileHandlers';
import { addServer, changeServer, deleteServer, listServers, showServer } from './handlers/serverHandlers';
import { endSession, listSessions, logIn, logOut } from './handlers/sessionHandlers';
import { validateSettings } from './handlers/settingsHandlers';
import { changeTasks, deleteTasks, listTasks } from './handlers/taskHandlers';
import { uploadFile } from './handlers/uploadHandlers';
import type { Reply } from './reply';
import type { Privilege } from './users';

export type Handler = (call: RoutedCall, appliance: Appliance) => Reply | Promise<Reply>;

export interface Route {
	readonly method: string;
	/** A path, after which there may be one more segment with ids where `{}` stands. */
	readonly path: string;
	readonly handle: Handler;
	readonly privilege?: Privilege;
	/** `log-in`: for everybody. `stream`: the handler reads the body itself. */
	readonly special?: 'log-in' | 'stream';
}

const edit = { privilege: 'lxc-osdeploy-create-import-export-edit-os-files' } as const;
const remove = { privilege: 'lxc-osdeploy-delete-os-files' } as const;
const editServer = { privilege: 'lxc-osdeploy-create-edit-remote-file-server' } as const;
const removeServer = { privilege: 'lxc-osdeploy-delete-remote-file-server' } as const;

const install = { privilege: 'lxc-osdeploy-edit-settings-and-deploy-os-images' } as const;

/** Every endpoint; of two that fit the first is taken. */
export const routes: readonly Route[] = [
	{ method: 'POST', path: paths.sessions, handle: logIn, special: 'log-in' },
	{ method: 'GET', path: paths.sessions, handle: listSessions },
	{ method: 'DELETE', path: paths.sessions, handle: logOut },
	{ method: 'DELETE', path: `${paths.sessions}/{}`, handle: endSession },
	{ method: 'GET', path: paths.appliance, handle: showAppliance },
	{ method: 'POST', path: paths.customSettings, handle: validateSettings },
	{ method: 'GET', path: paths.remoteFileServers, handle: listServers },
	{ method: 'POST', path: paths.remoteFileServers, handle: addServer, ...editServer },
	{ method: 'GET', path: `${paths.remoteFileServers}/{}`, handle: showServer },
	{ method: 'PUT', path: `${paths.remoteFileServers}/{}`, handle: changeServer, ...editServer },
	{ method: 'DELETE', path: `${paths.remoteFileServers}/{}`, handle: deleteServer, ...removeServer },
	{ method: 'GET', path: paths.osImages, handle: listImages },
	{ method: 'POST', path: paths.osImages, handle: startImport, ...edit },
	{ method: 'POST', path: `${paths.osImages}/{}`, handle: buildProfile, ...edit },
	{ method: 'PUT', path: `${paths.osImages}/{}`, handle: changeFile, ...edit },
	{ method: 'DELETE', path: `${paths.osImages}/{}`, handle: deleteFiles, ...remove },
	{ method: 'POST', path: paths.files, handle: uploadFile, ...edit, special: 'stream' },
	{ method: 'GET', path: paths.tasks, handle: listTasks },
	{ method: 'GET', path: `${paths.tasks}/{}`, handle: listTasks },
	{ method: 'PUT', path: paths.tasks, handle: changeTasks, ...edit },
	{ method: 'DELETE', path: `${paths.tasks}/{}`, handle: deleteTasks, ...edit },
	{ method: 'GET', path: paths.globalSettings, handle: showSettings },
	{ method: 'PUT', path: paths.globalSettings, handle: changeSettings, privilege: 'lxc-osdeploy-edit-global-settings' },
	{ method: 'GET', path: paths.hostPlatforms, handle: listHosts },
	{ method: 'PUT', path: paths.hostPlatforms, handle: deploy, ...install },
	{ method: 'GET', path: paths.hostSettings, handle: showHostSettings },
	{ method: 'POST', path: paths.hostSettings, handle: changeHostSettings, ...install },
	{ method: 'PUT', path: paths.hostSettings, handle: changeHostSettings, ...install },
];

/** The route for a method and a path, with the text that stands for `{}`. */
export function findRoute(method: string, path: string): { route: Route; segment: string } | undefined {
	for (const route of routes) {
		if (route.method !== method) continue;
		if (route.path === path) return { route, segment: '' };
		const stem = route.path.endsWith('{}') ? route.path.slice(0, -2) : undefined;
		if (stem === undefined || !path.startsWith(stem)) continue;
		const segment = path.slice(stem.length);
		if (segment !== '' && !segment.includes('/')) return { route, segment };
	}
	return undefined;
}
