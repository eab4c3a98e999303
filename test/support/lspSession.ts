import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { dist } from './product';

interface Message {
	readonly id?: number | string;
	readonly method?: string;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly code: number; readonly message: string };
}

/** Speaks raw LSP to `xclarity language-server --stdio`; every byte on standard output has to be protocol. */
export class LspSession {
	readonly #child: ChildProcessWithoutNullStreams;
	readonly #received: Message[] = [];
	readonly #waiting = new Set<() => void>();
	readonly exited: Promise<number | null>;
	#buffer = Buffer.alloc(0);
	#nextId = 1;
	stderr = '';

	constructor() {
		this.#child = spawn(process.execPath, [path.join(dist, 'cli.js'), 'language-server', '--stdio']);
		this.#child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
		this.#child.stderr.setEncoding('utf8').on('data', chunk => {
			this.stderr += chunk;
		});
		this.exited = new Promise(resolve => this.#child.on('close', resolve));
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
		// The server asks the editor for settings and registrations; this editor has none.
		if (message.id !== undefined && message.method !== undefined) {
			this.#send({ id: message.id, result: message.method === 'workspace/configuration' ? [{}] : null });
		}
		for (const look of [...this.#waiting]) look();
	}

	#send(message: object): void {
		const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
		this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
		this.#child.stdin.write(body);
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

	notify(method: string, params: unknown): void {
		this.#send({ method, params });
	}

	/** Parameters of the first notification that `accept` likes, past or future. */
	notification<T>(method: string, accept: (params: T) => boolean = () => true): Promise<T> {
		return this.#find(message =>
			message.method === method && accept(message.params as T) ? (message.params as T) : undefined,
		);
	}

	/** Waits until the server has sent this, with or without parameters. */
	async sent(method: string): Promise<void> {
		await this.#find(message => (message.method === method ? message : undefined));
	}

	/** `initialize` and `initialized`, with these folders. */
	async initialize(folders: readonly string[] = [], capabilities: object = {}): Promise<unknown> {
		const workspaceFolders = folders.map(uri => ({ uri, name: path.basename(uri) }));
		const result = await this.request('initialize', {
			processId: process.pid,
			rootUri: folders[0] ?? null,
			workspaceFolders,
			capabilities,
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

	/** `shutdown` and `exit`; the exit code. */
	async end(): Promise<number | null> {
		await this.request('shutdown', undefined);
		this.notify('exit', undefined);
		return this.exited;
	}

	kill(): void {
		this.#child.kill('SIGKILL');
	}
}
