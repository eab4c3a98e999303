import { window } from 'vscode';
import { addRemoteFileServer } from '../../server/rest/remoteFileServers';
import { cancellable } from '../cancellable';
import type { Log } from '../log';
import { onServer, requireTrustedWorkspace } from '../servers/connection';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import { confirmsTarget } from '../upload/checkGate';
import { shownName } from '../view/shownName';
import { askForFileServer } from './askForFileServer';

export interface FileServerParts {
	readonly credentials: Credentials;
	readonly log: Log;
}

/** Makes a remote file server known to an appliance. False when the person stopped. @throws {XClarityError} */
export async function addFileServer({ credentials, log }: FileServerParts, server: Server): Promise<boolean> {
	requireTrustedWorkspace();
	const wanted = await askForFileServer();
	if (wanted === undefined || !(await confirmsTarget(server, 'add a remote file server'))) return false;
	if (wanted.password !== undefined) log.hide(wanted.password);
	const title = `Adding the remote file server ${wanted.displayName} to ${server.name}`;
	const { id } = await cancellable(title, signal =>
		onServer(server, { credentials, log, signal }, client => addRemoteFileServer(client, wanted)),
	);
	const message = `Added the remote file server ${wanted.displayName} (id ${shownName(id)}) to ${server.name}.`;
	log.info(message);
	void window.showInformationMessage(message);
	return true;
}
