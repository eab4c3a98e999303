import { EventEmitter, type ExtensionContext } from 'vscode';
import { createAuthoring } from '../authoring';
import { speakDisplayLanguage } from '../displayLanguage';
import { createLanguageServer, type LanguageServer } from '../languageServer';
import { createLog } from '../log';
import { registerNetworkCommands } from './networkCommands';
import { type ServerProgram, serverWorker } from './serverWorker';

/** The extension where it runs in a browser: all that works on files alone. */
export interface WebExtension {
	activate(context: ExtensionContext, program: ServerProgram): Promise<void>;
	deactivate(): Promise<void>;
}

let languageServer: LanguageServer | undefined;

export const activate: WebExtension['activate'] = async (context, program) => {
	const texts = await speakDisplayLanguage(context.extensionUri);
	const log = createLog();
	const server = createLanguageServer(serverWorker(context.extensionUri, program), log, texts);
	languageServer = server;
	const never = new EventEmitter<void>();
	const nobody = { onDidChange: never.event, of: async () => undefined, read: async () => [] };
	createAuthoring({ context, server, log, connected: nobody, uploads: nobody, filesChanged: () => undefined });
	context.subscriptions.push(never, ...registerNetworkCommands());
};

export const deactivate: WebExtension['deactivate'] = async () => languageServer?.stop();
