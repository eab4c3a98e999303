import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { LogOutputChannel } from 'vscode';
import {
	BaseLanguageClient,
	type InitializeParams,
	type LanguageClientOptions,
	type MessageTransports,
	State,
} from 'vscode-languageclient';
import { IPCMessageReader, IPCMessageWriter } from 'vscode-languageclient/node';
import type { ClientFactory, ServerClient } from './languageServer';
import type { ServerProcesses } from './serverProcesses';

/** Milliseconds in which a server has to end that was asked to; half of them the client waits for its answer. */
const lastWords = 4_000;

/** The language server in a process of its own. */
export const serverProcess =
	(processes: ServerProcesses): ClientFactory =>
	options =>
		new ProcessClient(processes, options);

/** As the package's own client for processes, which cannot be given one that runs already. */
class ProcessClient extends BaseLanguageClient implements ServerClient {
	readonly #processes: ServerProcesses;
	#server: ChildProcess | undefined;

	constructor(processes: ServerProcesses, options: LanguageClientOptions) {
		super('xclarity', 'XClarity', options);
		this.#processes = processes;
		this.onDidChangeState(({ newState }) => {
			if (newState === State.Stopped || newState === State.StartFailed) this.#leave();
		});
	}

	protected override fillInitializeParams(params: InitializeParams): void {
		super.fillInitializeParams(params);
		params.processId = process.pid;
	}

	protected override async createMessageTransports(): Promise<MessageTransports> {
		const server = this.#processes.next();
		this.#server = server;
		keepWords(server, this.outputChannel);
		return { reader: new IPCMessageReader(server), writer: new IPCMessageWriter(server) };
	}

	endServer(): void {
		this.#server?.kill('SIGKILL');
	}

	#leave(): void {
		const server = this.#server;
		this.#server = undefined;
		if (server) setTimeout(() => isRunning(server) && server.kill('SIGKILL'), lastWords);
	}
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

/** What a server prints beside its messages goes into the log, and how it has ended. */
function keepWords(server: ChildProcess, log: LogOutputChannel): void {
	if (server.stdout) createInterface(server.stdout).on('line', line => log.info(line));
	if (server.stderr) createInterface(server.stderr).on('line', line => log.error(line));
	server.on('exit', (code, signal) => {
		if (code === 0) log.info('The process of the language server has ended.');
		else log.error(`The process of the language server has ended with ${code ?? signal}.`);
	});
}
