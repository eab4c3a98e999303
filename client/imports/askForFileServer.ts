import { type InputBoxOptions, window } from 'vscode';
import { type NewRemoteFileServer, remoteProtocols, usualPort } from '../../server/rest/remoteFileServers';
import { t } from '../../server/texts/texts';

const title = (): string => t('New remote file server');

const ask = async (prompt: string, more: InputBoxOptions = {}): Promise<string | undefined> =>
	(await window.showInputBox({ title: title(), prompt, ignoreFocusOut: true, ...more }))?.trim();

/** Stays until something is typed. */
const askFor = (prompt: string, missing: string): Promise<string | undefined> =>
	ask(prompt, { validateInput: text => (text.trim() === '' ? missing : undefined) });

const isPort = (text: string): boolean => /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 65_535;

/** Asks for all that an appliance has to know of a remote file server. `undefined` when the person stopped. */
export async function askForFileServer(): Promise<NewRemoteFileServer | undefined> {
	const displayName = await askFor(t('Name of the file server on the appliance'), t('Give it a name.'));
	if (!displayName) return undefined;
	const picked = await window.showQuickPick(remoteProtocols, { title: title(), ignoreFocusOut: true });
	const protocol = remoteProtocols.find(known => known === picked);
	const address = protocol && (await askFor(t('Host name or IP address'), t('Give a host name or an IP address.')));
	if (!protocol || !address) return undefined;
	const port = await ask(t('Port'), {
		value: String(usualPort[protocol]),
		validateInput: text => (isPort(text) ? undefined : t('A port is a number from 1 to 65535.')),
	});
	if (port === undefined) return undefined;
	const server = { displayName, protocol, address, port: Number(port) };
	const username = await ask(t('User name on the file server. Leave it empty if no login is needed.'));
	if (!username) return username === '' ? server : undefined;
	const password = await window.showInputBox({
		title: title(),
		prompt: t('Password of {username}. It is sent to the appliance and kept nowhere else.', { username }),
		password: true,
		ignoreFocusOut: true,
	});
	return password === undefined ? undefined : { ...server, username, password };
}
