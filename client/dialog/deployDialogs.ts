import { type Disposable, type TextDocument, type Uri, window, workspace } from 'vscode';
import { commandIds } from '../commandIds';
import { registerCommand } from '../registerCommand';
import { createDeployDialog, type DeployDialog, type DialogParts } from './deployDialog';

export interface DialogsParts extends DialogParts {
	/** The file that a command from a menu or the palette is about. */
	fileOf(given: unknown): Uri | undefined;
}

/** The deploy dialogs that are open, one for each configuration-settings file. */
export function createDeployDialogs(parts: DialogsParts): Disposable {
	const open = new Map<string, DeployDialog>();
	const dialogOf = ({ uri }: TextDocument): DeployDialog | undefined => open.get(uri.toString());
	const show = async (given?: unknown): Promise<void> => {
		const uri = parts.fileOf(given);
		if (uri === undefined) return;
		const key = uri.toString();
		const dialog = open.get(key) ?? (await createDeployDialog(parts, uri, () => open.delete(key)));
		if (!dialog) {
			void window.showInformationMessage('Only a configuration-settings file has a deploy dialog.');
			return;
		}
		open.set(key, dialog);
		dialog.show();
	};
	const subscriptions: Disposable[] = [
		registerCommand(parts, [commandIds.deployDialog, 'Show the deploy dialog'], show),
		workspace.onDidChangeTextDocument(({ document }) => dialogOf(document)?.follow()),
		window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
			if (selection) dialogOf(textEditor.document)?.point(selection.active);
		}),
	];
	return {
		dispose: () => {
			for (const part of [...subscriptions, ...open.values()]) part.dispose();
		},
	};
}
