import { Disposable, type ExtensionContext, type WebviewPanel, window } from 'vscode';
import type { KeptState } from './dialog/dialogMessages';
import { dialogView } from './dialog/dialogView';
import { standIns } from './sleep/standIns';
import { watchForOurs } from './sleep/watchForOurs';
import type { Client } from './startClient';

let client: Promise<Client> | undefined;

/** Loads next to nothing, and the client when something of ours is met or asked for. */
export function activate(context: ExtensionContext): void {
	const start = async (): Promise<Client> => {
		const { startClient } = await import('./startClient');
		asleep.dispose();
		return startClient(context);
	};
	const wake = (): Promise<Client> => {
		client ??= start();
		return client;
	};
	const asleep = Disposable.from(standIns(wake), watchForOurs(wake));
	const dialogs = window.registerWebviewPanelSerializer(dialogView, {
		deserializeWebviewPanel: async (panel: WebviewPanel, kept: KeptState | undefined) =>
			(await wake()).restoreDialog(panel, kept),
	});
	context.subscriptions.push(asleep, dialogs);
}

/** Ends the language server; everything else ends with the subscriptions. */
export async function deactivate(): Promise<void> {
	await (await client)?.stop();
}
