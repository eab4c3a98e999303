import { commands, Uri, window } from 'vscode';
import type { CheckedFile } from '../../server/lsp/protocol';
import { errorsFound } from './uploadMessages';

/** True when the files may be sent: without errors, or although there are some. */
export async function passesCheck(files: readonly CheckedFile[]): Promise<boolean> {
	const wrong = files.filter(({ errors }) => errors > 0);
	if (wrong.length === 0) return true;
	const [problems, anyway] = ['Show problems', 'Upload anyway'];
	const answer = await window.showWarningMessage(errorsFound(files), problems, anyway);
	if (answer !== problems) return answer === anyway;
	for (const { uri } of wrong) await window.showTextDocument(Uri.parse(uri), { preview: false });
	await commands.executeCommand('workbench.actions.view.problems');
	return false;
}

/**
 * True when nothing speaks against changing this server; a protected one asks for its name to be typed. `action` says
 * what is about to be done, as in `upload`.
 */
export async function confirmsTarget(
	server: { readonly name: string; readonly url: string; readonly protected?: boolean },
	action = 'upload',
): Promise<boolean> {
	if (!server.protected) return true;
	const typed = await window.showInputBox({
		title: `${server.name} is protected`,
		prompt: `Type ${server.name} to ${action}. Its address is ${server.url}.`,
		ignoreFocusOut: true,
		validateInput: text =>
			text === '' || server.name.startsWith(text) ? undefined : 'This is not the name of the server.',
	});
	return typed === server.name;
}
