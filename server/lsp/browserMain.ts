import {
	BrowserMessageReader,
	BrowserMessageWriter,
	createConnection,
	ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientFileSystem } from './clientFileSystem';
import { startLanguageServer } from './languageServer';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** Speaks LSP with whoever has started this worker. */
const connection = createConnection(
	ProposedFeatures.all,
	new BrowserMessageReader(self),
	new BrowserMessageWriter(self),
);
startLanguageServer(connection, clientFileSystem(connection));
