import { type ExtensionContext, type WebviewPanel, window } from 'vscode';
import type { KeptState } from '../dialog/dialogMessages';
import { dialogView } from '../dialog/dialogView';
import type { Client } from '../loadClient';
import { provideRulePages, rulePagesOf } from '../rules/rulePage';
import { sleepUntilAsked, type Waking } from './sleepUntilAsked';

/** The extension, asleep or awake. */
export interface Sleeper {
	/** Ends what runs, if anything does; everything else ends with the subscriptions. */
	stop(): Promise<void>;
}

/** Loads next to nothing: VS Code also starts the extension for files of other people. */
export function startAsleep(context: ExtensionContext, { load, begin }: Waking<Client>): Sleeper {
	let client: Client | undefined;
	const wake = sleepUntilAsked<Client>(context, {
		begin,
		load: async () => {
			const start = await load();
			return () => {
				client = start();
				return client;
			};
		},
	});
	const dialogs = window.registerWebviewPanelSerializer(dialogView, {
		deserializeWebviewPanel: async (panel: WebviewPanel, kept: KeptState | undefined) =>
			(await wake()).restoreDialog(panel, kept),
	});
	// Tabs with pages of rules come back before anything else of ours.
	context.subscriptions.push(dialogs, provideRulePages(rulePagesOf(context.extensionUri)));
	return { stop: async () => client?.stop() };
}
