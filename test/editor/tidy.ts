/** Gives a scenario the window as the first one found it. */
import * as vscode from 'vscode';
import { hands, handsAtRest } from './stage';

/** Closes menus, boxes, editors, panel and notifications, whoever left them. */
export async function tidy(): Promise<void> {
	await handsAtRest();
	await hands('leaveMenus');
	await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
	// A file with changes would ask whether to save them.
	for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('workbench.action.files.revert');
	}
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	await vscode.commands.executeCommand('workbench.action.closePanel');
	await vscode.commands.executeCommand('notifications.clearAll');
	await vscode.commands.executeCommand('notifications.hideList');
}
