import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import path from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
	createConnection,
	ProposedFeatures,
	type Message as RpcMessage,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type ServerMeans, startLanguageServer } from '../../server/lsp/languageServer';
import { nodeFileSystem } from '../../server/workspace/nodeFileSystem';
import { dist } from './product';

interface Message {
	readonly id?: number | string;
	readonly method?: string;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly code: number; readonly message: string };
}

/** A server at the other end of two streams of bytes. */
interface Server {
	readonly input: Writable;
	readonly output: Readable;
	/** Settles when its process has ended, if it has one of its own. */
	readonly exited: Promise<number | null>;
	stop(): void;
	/** What it has written besides the protocol. */
	stderr(): string;
}

/** `xclarity language-server --stdio`, for what only a process can show; of the programs in this folder. */
export function serverProcess(programs = dist, nodeOptions: readonly string[] = []): Server {
	const program = path.join(programs, 'cli.js');
	const child = spawn(process.execPath, [...nodeOptions, program, 'language-server', '--stdio']);
	let stderr = '';
	child.stderr.setEncoding('utf8').on('data', chunk => {
		stderr += chunk;
	});
	return {
		input: child.stdin,
		output: child.stdout,
		exited: new Promise(resolve => child.on('close', resolve)),
		stop: () => {
			child.stdin.destroy();
			child.kill('SIGKILL');
		},
		stderr: () => stderr,
	};
}

/**
 * The server as our client starts it: its messages are on their way when it has said them, whatever it does then.
 * @param stopsAt ending of the file at which it stops for ever, when it has said that it reads it
 */
export function clientsServer(stopsAt?: string): Server {
	const execArgv =
		stopsAt === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(stopping(stopsAt))}`];
	const child = fork(path.join(dist, 'languageServer.js'), ['--node-ipc'], { silent: true, execArgv });
	const input = new PassThrough();
	const output = new PassThrough();
	const written = new StreamMessageWriter(output);
	child.on('message', (message: RpcMessage) => void written.write(message));
	// What is written when it has gone reaches nobody.
	child.on('error', () => undefined);
	new StreamMessageReader(input).listen(message => void (child.connected && child.send(message)));
	return {
		input,
		output,
		exited: new Promise(resolve => child.on('close', resolve)),
		stop: () => child.kill('SIGKILL'),
		stderr: () => '',
	};
}

const stopping = (file: string): string => `
	const { send } = process;
	process.send = (message, ...more) => {
		const sent = send.call(process, message, ...more);
		const { uri } = message.method === 'xclarity/atWork' ? message.params : {};
		if (uri?.endsWith(${JSON.stringify(file)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
		return sent;
	};`;

/** The same server in this process, in which nothing is called off unless it is given a limit. It takes `exit` for the end of its process, so that `end` is not for it. */
export function serverHere(means: ServerMeans = {}): Server {
	const input = new PassThrough();
	const output = new PassThrough();
	const connection = createConnection(
		ProposedFeatures.all,
		new StreamMessageReader(input),
		new StreamMessageWriter(output),
	);
	startLanguageServer(connection, nodeFileSystem, means);
	// It holds memory only. Closing the connection would fail what it still has to say.
	return { input, output, exited: Promise.resolve(null), stop: () => undefined, stderr: () => '' };
}

/** The server asks the editor for settings and registrations; most editors of the tests have none. */
const answerOfNone = (method: string): object => ({ result: method === 'workspace/configuration' ? [{}] : null });

/** Speaks raw LSP to the server; every byte of its output has to be protocol. */
export class LspSession {
	readonly #server: Server;
	readonly #received: Message[] = [];
	readonly #waiting = new Set<() => void>();
	#buffer = Buffer.alloc(0);
	#nextId = 1;
	#hasEnded = false;

	readonly #answerTo: (method: string) => object;

	/** @param answerTo what this editor says to a request of the server: its result, or its error */
	constructor(server = serverHere(), answerTo = answerOfNone) {
		this.#server = server;
		this.#answerTo = answerTo;
		server.output.on('data', (chunk: Buffer) => this.#read(chunk));
	}

	get stderr(): string {
		return this.#server.stderr();
	}

	#read(chunk: Buffer): void {
		this.#buffer = Buffer.concat([this.#buffer, chunk]);
		for (;;) {
			const headerEnd = this.#buffer.indexOf('\r\n\r\n');
			if (headerEnd < 0) break;
			const header = this.#buffer.toString('ascii', 0, headerEnd);
			const match = /^Content-Length: (\d+)$/m.exec(header);
			assert.ok(match, `standard output is not protocol: ${header}`);
			const end = headerEnd + 4 + Number(match[1]);
			if (this.#buffer.length < end) break;
			this.#receive(JSON.parse(this.#buffer.toString('utf8', headerEnd + 4, end)));
			this.#buffer = this.#buffer.subarray(end);
		}
	}

	#receive(message: Message): void {
		this.#received.push(message);
		if (message.id !== undefined && message.method !== undefined)
			this.#send({ id: message.id, ...this.#answerTo(message.method) });
		for (const look of [...this.#waiting]) look();
	}

	#send(message: object): void {
		// A request of the server may still arrive when the test is over; nobody reads its answer any more.
		if (this.#hasEnded) return;
		const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
		this.#server.input.write(`Content-Length: ${body.length}\r\n\r\n`);
		this.#server.input.write(body);
	}

	#find<T>(look: (message: Message) => T | undefined): Promise<T> {
		return new Promise(resolve => {
			const attempt = (): void => {
				for (const message of this.#received) {
					const found = look(message);
					if (found === undefined) continue;
					this.#waiting.delete(attempt);
					resolve(found);
					return;
				}
			};
			this.#waiting.add(attempt);
			attempt();
		});
	}

	/** The result of a request; rejects with the server's words when it refuses. */
	async request<T>(method: string, params: unknown): Promise<T> {
		const id = this.#nextId++;
		this.#send({ id, method, params });
		const reply = await this.#find(message =>
			message.id === id && message.method === undefined ? message : undefined,
		);
		if (reply.error) throw new Error(reply.error.message);
		return reply.result as T;
	}

	/** Writes this as it is, in a frame unless it is bytes. */
	write(raw: object | string | Buffer): void {
		const body = Buffer.isBuffer(raw) || typeof raw === 'string' ? raw : JSON.stringify(raw);
		const frame = Buffer.isBuffer(raw) ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
		this.#server.input.write(Buffer.concat([Buffer.from(frame), Buffer.from(body)]));
	}

	/** What the server answers to the message of an id that was written as it is: `true` for a result, or the code of its error. */
	answer(id: string): Promise<number | true> {
		return this.#find(message =>
			message.id === id && message.method === undefined ? (message.error?.code ?? true) : undefined,
		);
	}

	/** Settles when the process of the server has ended by itself. */
	get exited(): Promise<number | null> {
		return this.#server.exited;
	}

	notify(method: string, params: unknown): void {
		this.#send({ method, params });
	}

	/** Parameters of the first notification that `accept` likes, past or future. */
	notification<T>(method: string, accept: (params: T) => boolean = () => true): Promise<T> {
		return this.#find(message =>
			message.method === method && accept(message.params as T) ? (message.params as T) : undefined,
		);
	}

	/** Parameters of the first request that the server makes of the editor by this method. */
	asked<T>(method: string): Promise<T> {
		return this.#find(message => (message.method === method ? (message.params as T) : undefined));
	}

	/** Parameters of all notifications so far by this method, in their order. */
	all<T>(method: string): T[] {
		return this.#received.filter(message => message.method === method).map(({ params }) => params as T);
	}

	/** How much the server has sent so far by this method. */
	received(method: string): number {
		return this.#received.filter(message => message.method === method).length;
	}

	/** Waits until the server has sent this, with or without parameters. */
	async sent(method: string): Promise<void> {
		await this.#find(message => (message.method === method ? message : undefined));
	}

	/** `initialize` and `initialized`, with these folders. */
	async initialize<T = unknown>(
		folders: readonly string[] = [],
		capabilities: object = {},
		more: object = {},
	): Promise<T> {
		const workspaceFolders = folders.map(uri => ({ uri, name: path.basename(uri) }));
		const result = await this.request<T>('initialize', {
			processId: null,
			rootUri: folders[0] ?? null,
			workspaceFolders,
			capabilities,
			...more,
		});
		this.notify('initialized', {});
		return result;
	}

	open(uri: string, languageId: string, text: string): void {
		this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
	}

	change(uri: string, version: number, text: string): void {
		this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
	}

	/** `shutdown` and `exit`; the exit code of the process. */
	async end(): Promise<number | null> {
		await this.request('shutdown', undefined);
		this.notify('exit', undefined);
		return this.#server.exited;
	}

	/** Ends the server, whatever it is doing, and waits until it has ended. */
	async kill(): Promise<void> {
		this.#hasEnded = true;
		this.#server.stop();
		await this.#server.exited;
	}
}
