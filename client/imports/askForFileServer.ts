import { window } from 'vscode';
import { type NewRemoteFileServer, remoteProtocols, usualPort } from '../../server/rest/remoteFileServers';

const ask = async (title: string, prompt: string, more: { value?: string; password?: boolean } = {}) =>
	(await window.showInputBox({ title, prompt, ignoreFocusOut: true, ...more }))?.trim();

/** Asks for all that an appliance has to know of a remote file server. `undefined` when the person stopped. */
export async function askForFileServer(): Promise<NewRemoteFileServer | undefined> {
	const title = 'New remote file server';
	const displayName = await ask(title, 'Name under which the appliance lists it');
	if (!displayName) return undefined;
	const picked = await window.showQuickPick(remoteProtocols, { title, ignoreFocusOut: true });
	const protocol = remoteProtocols.find(known => known === picked);
	const address = protocol && (await ask(title, 'Host name or IP address'));
	if (!protocol || !address) return undefined;
	const port = Number(await ask(title, 'Port', { value: String(usualPort[protocol]) }));
	if (!Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
	const username = await ask(title, 'Who logs in there; empty for nobody');
	if (username === undefined) return undefined;
	if (username === '') return { displayName, protocol, address, port };
	const password = await window.showInputBox({
		title,
		prompt: `Password of ${username} there; it is sent to the appliance and kept nowhere else`,
		password: true,
		ignoreFocusOut: true,
	});
	return password === undefined ? undefined : { displayName, protocol, address, port, username, password };
}
