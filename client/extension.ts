import { type ExtensionContext, type WebviewPanel, window } from 'vscode';
import type { KeptState } from './dialog/dialogMessages';
import { dialogView } from './dialog/dialogView';
import type { Client } from './loadClient';
import { provideRulePages, rulePagesOf } from './rules/rulePage';
import { sleepUntilAsked } from './sleep/sleepUntilAsked';

let client: Client | undefined;

/** Loads next to nothing: VS Code also calls this for files of other people. */
export function activate(context: ExtensionContext): void {
	const wake = sleepUntilAsked(context, async () => {
		const { loadClient } = await import('./loadClient');
		const start = await loadClient(context);
		return () => {
			client = start();
			return client;
		};
	});
	const dialogs = window.registerWebviewPanelSerializer(dialogView, {
		deserializeWebviewPanel: async (panel: WebviewPanel, kept: KeptState | undefined) =>
			(await wake()).restoreDialog(panel, kept),
	});
	// Tabs with pages of rules come back before anything else of ours.
	context.subscriptions.push(dialogs, provideRulePages(rulePagesOf(context.extensionUri)));
}

/** Ends the language server; everything else ends with the subscriptions. */
export async function deactivate(): Promise<void> {
	await client?.stop();
}
