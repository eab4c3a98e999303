import { type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { type RepairParams, type RepairResult, repairRequest } from '../../server/lsp/protocol';
import { t } from '../../server/texts/texts';
import type { LanguageServer } from '../languageServer';
import { rangeOf } from '../lensCommands';

/** How long the status bar says what was done, in milliseconds. */
const shortly = 6000;

/** Puts a whole file right, indented as its editor is set, and tells what that left out. One undo takes it back. */
export async function repairFile(server: LanguageServer, file: Uri): Promise<void> {
	const document = await workspace.openTextDocument(file);
	const params: RepairParams = { uri: file.toString(), options: indentationOf(file) };
	const result = await server.request<RepairResult>(repairRequest, params);
	if (!result) {
		void window.showInformationMessage(t('There is nothing to repair in this file.'));
		return;
	}
	if ('refused' in result) {
		void window.showWarningMessage(t('Not repaired: {refused}.', { refused: result.refused }));
		return;
	}
	const { version, edit, count, leftOut } = result;
	// What was typed meanwhile must not be overwritten; the lens is still there.
	if (document.version !== version) return;
	const change = new WorkspaceEdit();
	change.replace(file, rangeOf(edit.range), edit.newText);
	await workspace.applyEdit(change);
	const done = count === 1 ? t('Repaired 1 mistake.') : t('Repaired {count} mistakes.', { count });
	if (leftOut.length === 0) void window.setStatusBarMessage(done, shortly);
	else
		void window.showInformationMessage(
			t('{done} Left out: {things}. Undo brings it back.', { done, things: leftOut.join(t(', and ')) }),
		);
}

/** As the editor that shows the file is set; `undefined` when none does. */
function indentationOf(file: Uri): RepairParams['options'] {
	const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
	const { tabSize, insertSpaces } = shown?.options ?? {};
	return typeof tabSize === 'number' && typeof insertSpaces === 'boolean' ? { tabSize, insertSpaces } : undefined;
}
