import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Servers that have not ended: none outlives the bench. */
const running = new Set();
process.on('exit', () => {
	for (const child of running) child.kill('SIGKILL');
});

/** An editor that speaks with one language server over its standard input and output, as little as timing needs. */
export class Editor {
	#child;
	#chunks = [];
	#length = 0;
	#nextId = 1;
	#waiting = new Map();
	#settings;
	/** Called with each notification of the server. */
	onNotification = () => undefined;

	/**
	 * @param {string[]} command arguments of Node
	 * @param {Record<string, unknown>} settings by section, for a server that asks
	 */
	constructor(command, settings = {}) {
		this.#settings = settings;
		this.#child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'ignore'] });
		this.#child.stdout.on('data', chunk => this.#read(chunk));
		this.#child.on('close', code => {
			running.delete(this.#child);
			for (const { reject } of this.#waiting.values()) reject(new Error(`the server ended with ${code}`));
		});
		running.add(this.#child);
	}

	/** Memory of the server in MB; `undefined` where the system does not tell. */
	memory() {
		try {
			const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
			return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
		} catch (error) {
			if (error.code !== 'ENOENT') throw error;
			return undefined;
		}
	}

	/** The answer to `initialize`, from an editor that takes diagnostics as they come. */
	async initialize(folder) {
		const answer = await this.request('initialize', {
			processId: process.pid,
			rootUri: folder,
			workspaceFolders: folder ? [{ uri: folder, name: 'bench' }] : null,
			capabilities: {
				workspace: {
					configuration: true,
					workspaceFolders: true,
					didChangeConfiguration: { dynamicRegistration: true },
				},
				textDocument: {
					publishDiagnostics: { versionSupport: true },
					completion: { completionItem: { snippetSupport: true } },
					hover: { contentFormat: ['markdown'] },
					rename: { prepareSupport: true },
				},
			},
			initializationOptions: { provideFormatter: false },
		});
		return answer;
	}

	initialized() {
		this.notify('initialized', {});
		if (Object.keys(this.#settings).length > 0)
			this.notify('workspace/didChangeConfiguration', { settings: this.#settings });
	}

	request(method, params) {
		const id = this.#nextId++;
		const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
		this.#send({ id, method, params });
		return answer;
	}

	notify(method, params) {
		this.#send({ method, params });
	}

	/** Resolves with the next diagnostics of a file. */
	diagnosticsOf(uri) {
		return new Promise(resolve => {
			this.onNotification = ({ method, params }) => {
				if (method === 'textDocument/publishDiagnostics' && params.uri === uri) resolve(params.diagnostics);
			};
		});
	}

	/** Ends the process, and waits for its end. */
	async close() {
		const closed = new Promise(resolve => this.#child.once('close', resolve));
		this.#waiting.clear();
		this.#child.kill('SIGKILL');
		await closed;
	}

	#send(message) {
		const body = JSON.stringify({ jsonrpc: '2.0', ...message });
		this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	}

	#read(chunk) {
		this.#chunks.push(chunk);
		this.#length += chunk.length;
		for (;;) {
			const buffer = this.#joined();
			const start = buffer.indexOf('\r\n\r\n') + 4;
			if (start < 4) return;
			const size = Number(/Content-Length: (\d+)/i.exec(buffer.toString('ascii', 0, start))?.[1]);
			if (this.#length < start + size) return;
			this.#chunks = [buffer.subarray(start + size)];
			this.#length -= start + size;
			this.#receive(JSON.parse(buffer.toString('utf8', start, start + size)));
		}
	}

	#joined() {
		if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
		return this.#chunks[0];
	}

	#receive(message) {
		if (message.method === undefined) this.#answered(message);
		else if (message.id === undefined) this.onNotification(message);
		else if (message.method === 'workspace/configuration')
			this.#send({
				id: message.id,
				result: message.params.items.map(({ section }) => this.#settings[section] ?? null),
			});
		else this.#send({ id: message.id, result: null });
	}

	#answered({ id, result, error }) {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (error) waiting?.reject(new Error(error.message));
		else waiting?.resolve(result);
	}
}
