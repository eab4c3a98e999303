import path from 'node:path';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { ClientFactory } from './languageServer';

/** The language server in a process of its own. */
export const serverProcess =
	(extensionPath: string): ClientFactory =>
	options =>
		new LanguageClient(
			'xclarity',
			'XClarity',
			{ module: path.join(extensionPath, 'dist', 'languageServer.js'), transport: TransportKind.ipc },
			options,
		);
