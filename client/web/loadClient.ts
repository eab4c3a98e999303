import { EventEmitter, type ExtensionContext } from 'vscode';
import { createAuthoring } from '../authoring';
import { speakDisplayLanguage } from '../displayLanguage';
import { createLanguageServer } from '../languageServer';
import type { Client } from '../loadClient';
import { createLog } from '../log';
import { registerNetworkCommands } from './networkCommands';
import { type ServerProgram, serverWorker } from './serverWorker';

/** The client where it runs in a browser: all that works on files alone. */
export async function loadClient(context: ExtensionContext, program: ServerProgram): Promise<() => Client> {
	const texts = await speakDisplayLanguage(context.extensionUri);
	return () => {
		const log = createLog();
		const server = createLanguageServer(serverWorker(context.extensionUri, program), log, texts);
		const never = new EventEmitter<void>();
		const nobody = { onDidChange: never.event, of: async () => undefined, read: async () => [] };
		const parts = { context, server, log, connected: nobody, uploads: nobody };
		const { dialogs } = createAuthoring(parts);
		context.subscriptions.push(never, ...registerNetworkCommands());
		return { restoreDialog: dialogs.restore, stop: () => server.stop() };
	};
}
