import { type Disposable, type TextDocument, Uri, type WebviewPanel, window, workspace } from 'vscode';
import { t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import { registerCommand } from '../registerCommand';
import { createDeployDialog, type DeployDialog, type DialogParts, type DialogStart } from './deployDialog';
import type { KeptState } from './dialogMessages';

export interface DialogsParts extends DialogParts {
	/** The file that a command from a menu or the palette is about. */
	fileOf(given: unknown): Uri | undefined;
}

/** The deploy dialogs that are open, one for each configuration-settings file. */
export interface DeployDialogs extends Disposable {
	/** Shows a dialog again in the panel that VS Code has kept for it. */
	restore(panel: WebviewPanel, kept: KeptState | undefined): Promise<void>;
}

export function createDeployDialogs(parts: DialogsParts): DeployDialogs {
	const open = new Map<string, DeployDialog>();
	const dialogOf = ({ uri }: TextDocument): DeployDialog | undefined => open.get(uri.toString());
	const create = async (start: DialogStart): Promise<DeployDialog | undefined> => {
		const key = start.uri.toString();
		const dialog = open.get(key) ?? (await createDeployDialog(parts, start, () => open.delete(key)));
		if (dialog) open.set(key, dialog);
		return dialog;
	};
	const show = async (given?: unknown): Promise<void> => {
		const uri = parts.fileOf(given);
		if (uri === undefined) return;
		const dialog = await create({ uri });
		if (!dialog) {
			void window.showInformationMessage(t('Only a configuration-settings file has a deploy dialog.'));
			return;
		}
		dialog.show();
	};
	const followValues = (): void => {
		for (const dialog of open.values()) dialog.followValues();
	};
	const subscriptions: Disposable[] = [
		registerCommand(parts, [commandIds.deployDialog, t('Show the deploy dialog')], show),
		workspace.onDidChangeTextDocument(({ document }) => {
			dialogOf(document)?.follow();
			if (document.uri.path.endsWith('.values.json')) followValues();
		}),
		parts.server.onDidChangeFiles(followValues),
		window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
			if (selection) dialogOf(textEditor.document)?.point(selection.active);
		}),
	];
	return {
		async restore(panel, kept) {
			const dialog = kept && (await create({ uri: Uri.parse(kept.uri), panel, answers: kept.answers }));
			if (!dialog) panel.dispose();
		},
		dispose: () => {
			for (const part of [...subscriptions, ...open.values()]) part.dispose();
		},
	};
}
