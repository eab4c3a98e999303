import { commands, Uri, window } from 'vscode';
import type { CheckedFile } from '../../server/lsp/protocol';
import { english, t, translate } from '../../server/texts/texts';
import { errorsFound } from './uploadMessages';

/** True when the files may be sent: without errors, or although there are some. */
export async function passesCheck(files: readonly CheckedFile[]): Promise<boolean> {
	const wrong = files.filter(({ errors }) => errors > 0);
	if (wrong.length === 0) return true;
	const [problems, anyway] = [t('Show problems'), t('Upload anyway')];
	const answer = await window.showWarningMessage(errorsFound(files), problems, anyway);
	if (answer !== problems) return answer === anyway;
	for (const { uri } of wrong) await window.showTextDocument(Uri.parse(uri), { preview: false });
	await commands.executeCommand('workbench.actions.view.problems');
	return false;
}

const prompts = {
	upload: english('Type {server} to upload. Its address is {url}.'),
	delete: english('Type {server} to delete. Its address is {url}.'),
	importFile: english('Type {server} to import a file. Its address is {url}.'),
	addFileServer: english('Type {server} to add a remote file server. Its address is {url}.'),
	buildProfile: english('Type {server} to build a profile. Its address is {url}.'),
	changeLink: english('Type {server} to change a link. Its address is {url}.'),
	endProtection: english('Type {server} to end the protection. Its address is {url}.'),
	trustCertificate: english('Type {server} to trust another certificate. Its address is {url}.'),
};

/**
 * True when nothing speaks against changing this server; a protected one asks for its name to be typed. `action` says
 * what is about to be done.
 */
export async function confirmsTarget(
	server: { readonly name: string; readonly url: string; readonly protected?: boolean },
	action: keyof typeof prompts = 'upload',
): Promise<boolean> {
	if (!server.protected) return true;
	const typed = await window.showInputBox({
		title: t('{server} is protected', { server: server.name }),
		prompt: translate(prompts[action], { server: server.name, url: server.url }),
		ignoreFocusOut: true,
		validateInput: text =>
			text === '' || server.name.startsWith(text) ? undefined : t('This is not the name of the server.'),
	});
	return typed === server.name;
}
