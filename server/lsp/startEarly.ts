import type { Connection, InitializeParams } from 'vscode-languageserver';
import { createConnection, type Message, ProposedFeatures } from 'vscode-languageserver/node';
import { frameCheck } from './frameCheck';
import { initializeResult } from './initializeResult';
import { ProtocolOrder } from './protocolOrder';

/**
 * Starts a server that answers `initialize` before the language is loaded, which takes longer than all else at the
 * start. The next message asks for it; that one and those behind it wait.
 * @param load registers what serves the connection, and gives what takes up the parameters of `initialize`
 */
export function startEarly(load: (connection: Connection) => Promise<(params: InitializeParams) => void>): void {
	let given: InitializeParams | undefined;
	let loading: Promise<void> | undefined;
	let isLoaded = false;
	const loadNow = async (params: InitializeParams): Promise<void> => {
		const initialize = await load(connection);
		initialize(params);
		isLoaded = true;
	};
	const takeUp = (message: Message, next: (message: Message) => void | Promise<void>) => {
		if (isLoaded || !given) return next(message);
		loading ??= loadNow(given).catch(endWith);
		return loading.then(() => next(message));
	};
	const order = new ProtocolOrder();
	const handleMessage: typeof takeUp = (message, next) => order.handleMessage(message, taken => takeUp(taken, next));
	const connection = createConnection(ProposedFeatures.all, { messageStrategy: { handleMessage } });
	order.register(connection);
	connection.onInitialize(params => {
		given = params;
		return initializeResult(params);
	});
	if (process.argv.includes('--stdio')) endWhereLost();
	connection.listen();
}

/** A server that cannot follow its editor ends: the editor starts another one, or says so. */
function endWhereLost(): void {
	const check = frameCheck();
	process.stdin.on('data', (bytes: Uint8Array) => {
		const fault = check(bytes);
		if (fault === undefined) return;
		process.stderr.write(`The language server ends: what it reads is not the protocol: ${fault}.\n`);
		process.exit(1);
	});
}

/** Without the language nothing would ever be answered: an editor starts a server that has ended anew, or says so. */
function endWith(error: unknown): never {
	process.stderr.write(`The language server cannot start: ${error instanceof Error ? error.stack : String(error)}\n`);
	process.exit(1);
}
