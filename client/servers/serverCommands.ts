import { type QuickPickItem, type Uri, window } from 'vscode';
import { t } from '../../server/texts/texts';
import { confirmsTarget } from '../upload/checkGate';
import { type AddServerParts, addServer } from './addServer';
import { requireTrustedWorkspace } from './connection';
import type { Credentials } from './credentials';
import type { Server } from './server';
import type { Servers } from './servers';
import { askForTrust } from './serverTrust';

interface ServerItem extends QuickPickItem {
	readonly server?: Server;
}

const itemOf = (server: Server): ServerItem => ({
	label: server.name,
	description: server.url,
	detail: server.protected ? `${server.user} · protected` : server.user,
	server,
});

/**
 * Lets the person choose, adding a server when there is none, and remembers the choice for the folder of the file. With
 * `once`, a folder that was given no server stays without one.
 */
export async function chooseServer(
	parts: AddServerParts,
	file: Uri | undefined,
	{ serverId, once = false }: { readonly serverId?: string | undefined; readonly once?: boolean } = {},
): Promise<Server | undefined> {
	const { servers } = parts;
	const known = servers.all().find(({ id }) => id === serverId);
	const picked = known ?? (await pickServer(parts, !once));
	if (picked === 'none') await servers.choose(file, undefined);
	if (picked === 'none' || picked === undefined) return undefined;
	if (!once || file === undefined || !servers.hasNone(file)) await servers.choose(file, picked.id);
	return picked;
}

async function pickServer(parts: AddServerParts, offerNone: boolean): Promise<Server | 'none' | undefined> {
	const { servers } = parts;
	if (servers.all().length === 0) return addServer(parts);
	const add: ServerItem = { label: `$(add) ${t('Add server…')}` };
	const none: ServerItem = { label: `$(circle-slash) ${t('No server')}`, description: t('ask on every upload') };
	const picked = await window.showQuickPick([...servers.all().map(itemOf), add, ...(offerNone ? [none] : [])], {
		title: t('Server for this folder'),
		placeHolder: t('Where to upload the files of this folder'),
	});
	if (picked === none) return 'none';
	return picked === add ? addServer(parts) : picked?.server;
}

/** The given server, or one that the person picks from those that are kept in the settings. */
async function keptServer(servers: Servers, given: Server | undefined, title: string): Promise<Server | undefined> {
	if (given) return given;
	const kept = servers.all().filter(({ id }) => !servers.isForSession(id));
	return (await window.showQuickPick(kept.map(itemOf), { title }))?.server;
}

/** Removes a server, its certificate and its password. */
export async function forgetServer(servers: Servers, credentials: Credentials, given?: Server): Promise<void> {
	const server = await keptServer(servers, given, t('Forget server: address, certificate and password are removed'));
	if (server === undefined) return;
	await credentials.forget(server.id);
	await servers.remove(server.id);
	void window.showInformationMessage(
		t('{server} was forgotten. The files on it are untouched.', { server: server.name }),
	);
}

/** Makes a server ask for its name before each change, or, after its name was typed, no longer. */
export async function protectServer(servers: Servers, given?: Server): Promise<void> {
	const server = await keptServer(servers, given, t('Protect a server, or end its protection'));
	if (server === undefined || !(await confirmsTarget(server, 'endProtection'))) return;
	const { protected: wasProtected, ...rest } = server;
	await servers.save(wasProtected ? rest : { ...rest, protected: true });
	void window.showInformationMessage(
		wasProtected
			? t('{server} is no longer protected.', { server: server.name })
			: t('{server} now asks for its name before each change.', { server: server.name }),
	);
}

/** Asks anew which certificate of a server is trusted: after the old one was replaced, or to use a CA file. */
export async function trustServer(servers: Servers, given?: Server): Promise<void> {
	requireTrustedWorkspace();
	const server = await keptServer(servers, given, t('Trust another certificate of'));
	if (server === undefined || !(await confirmsTarget(server, 'trustCertificate'))) return;
	const answer = await askForTrust(server.url);
	if (answer === undefined) return;
	const { trust: _, ...rest } = server;
	await servers.save(answer.trust === undefined ? rest : { ...rest, trust: answer.trust });
	void window.showInformationMessage(t('The certificate of {server} is trusted from now on.', { server: server.name }));
}
