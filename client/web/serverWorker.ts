import { Uri } from 'vscode';
import {
	BaseLanguageClient,
	BrowserMessageReader,
	BrowserMessageWriter,
	type LanguageClientOptions,
	type MessageTransports,
} from 'vscode-languageclient/browser';
import type { ClientFactory, ServerClient } from '../languageServer';
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
		return new WorkerClient(() => start(extension, program), { ...options, initializationOptions });
	};

function start(extension: Uri, program: ServerProgram): Worker {
	const worker = new Worker(Uri.joinPath(extension, 'dist', 'webWorker.js').toString(true));
	worker.postMessage(program satisfies WorkerStart);
	return worker;
}

/** As the package's own client for workers, which has one of them only. */
class WorkerClient extends BaseLanguageClient implements ServerClient {
	readonly #start: () => Worker;
	#worker: Worker | undefined;
	#reader: WorkerReader | undefined;

	constructor(start: () => Worker, options: LanguageClientOptions) {
		super('xclarity', 'XClarity', options);
		this.#start = start;
	}

	protected override async createMessageTransports(): Promise<MessageTransports> {
		this.#worker?.terminate();
		this.#worker = this.#start();
		this.#reader = new WorkerReader(this.#worker);
		return { reader: this.#reader, writer: new BrowserMessageWriter(this.#worker) };
	}

	endServer(): void {
		this.#worker?.terminate();
		this.#reader?.end();
	}
}

/** Nobody is told by a worker that it was ended. */
class WorkerReader extends BrowserMessageReader {
	end(): void {
		this.fireClose();
	}
}
