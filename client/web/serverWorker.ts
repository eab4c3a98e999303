import { Uri } from 'vscode';
import {
	BrowserMessageReader,
	BrowserMessageWriter,
	LanguageClient,
	type MessageTransports,
} from 'vscode-languageclient/browser';
import type { ClientFactory } from '../languageServer';
import type { ModuleTexts } from './modules';

/** What is used of a browser's worker. */
declare class Worker {
	constructor(address: string);
	postMessage(message: unknown): void;
	terminate(): void;
}

/** The language server as the build has laid it out. */
export interface ServerProgram {
	/** Name of the module that starts it. */
	readonly entry: string;
	readonly texts: ModuleTexts;
}

/** What the script of the worker is told before any message of the protocol. */
export type WorkerStart = ServerProgram;

/** The language server in a worker of the browser. */
export const serverWorker =
	(extension: Uri, program: ServerProgram): ClientFactory =>
	options => {
		const given: unknown = options.initializationOptions;
		// Asked at each start: what a server must leave alone is known only after the one before has stopped.
		const initializationOptions = () => ({ ...(typeof given === 'function' ? given() : given), isOffline: true });
		let worker: Worker | undefined;
		// VS Code has a `Worker` of its own, of whose kind the client does not know that it is one.
		const start = async (): Promise<MessageTransports> => {
			worker?.terminate();
			worker = new Worker(Uri.joinPath(extension, 'dist', 'webWorker.js').toString(true));
			worker.postMessage(program satisfies WorkerStart);
			return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
		};
		return new LanguageClient('xclarity', 'XClarity', start, { ...options, initializationOptions });
	};
