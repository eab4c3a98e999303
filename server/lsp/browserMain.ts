import {
	BrowserMessageReader,
	BrowserMessageWriter,
	createConnection,
	ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientFileSystem } from './clientFileSystem';
import { startLanguageServer } from './languageServer';
import { ProtocolOrder } from './protocolOrder';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const order = new ProtocolOrder();

/** Speaks LSP with whoever has started this worker. */
const connection = createConnection(
	ProposedFeatures.all,
	new BrowserMessageReader(self),
	new BrowserMessageWriter(self),
	{ messageStrategy: order },
);
order.register(connection);
startLanguageServer(connection, clientFileSystem(connection));
