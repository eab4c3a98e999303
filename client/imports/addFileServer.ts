import { window } from 'vscode';
import { addRemoteFileServer } from '../../server/rest/remoteFileServers';
import { t } from '../../server/texts/texts';
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
	if (wanted === undefined || !(await confirmsTarget(server, 'addFileServer'))) return false;
	if (wanted.password !== undefined) log.hide(wanted.password);
	const title = t('Adding the remote file server {wanted} to {server}', {
		wanted: wanted.displayName,
		server: server.name,
	});
	const { id } = await cancellable(title, signal =>
		onServer(server, { credentials, log, signal }, client => addRemoteFileServer(client, wanted)),
	);
	const message = t('Added the remote file server {wanted} (id {id}) to {server}.', {
		wanted: wanted.displayName,
		id: shownName(id),
		server: server.name,
	});
	log.info(message);
	void window.showInformationMessage(message);
	return true;
}
