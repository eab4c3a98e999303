import { commands, ProgressLocation, window } from 'vscode';
import { type CheckFolderResult, checkFolderRequest } from '../server/lsp/folderProtocol';
import { t } from '../server/texts/texts';
import { folderCheckMessage } from './folderCheckMessage';
import type { LanguageServer } from './languageServer';

/** Checks all files of the open folders. From then on the Problems view has those that are not open, too. */
export async function checkFolder(languageServer: LanguageServer): Promise<CheckFolderResult> {
	const found = await window.withProgress(
		{ location: ProgressLocation.Window, title: t('XClarity: checking all files') },
		() => languageServer.request<CheckFolderResult>(checkFolderRequest),
	);
	const isClean = found.errors + found.warnings === 0;
	const [message, show] = [folderCheckMessage(found), t('Show problems')];
	const told = isClean ? window.showInformationMessage(message) : window.showWarningMessage(message, show);
	void told.then(answer => answer && commands.executeCommand('workbench.actions.view.problems'));
	return found;
}
