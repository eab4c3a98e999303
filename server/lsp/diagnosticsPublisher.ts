import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { othersFirst } from '../workspace/othersFirst';
import type { Subject } from './subjects';

/** What is needed of the connection with the editor. */
type Client = Pick<Connection, 'sendDiagnostics'> & { readonly console: Pick<Connection['console'], 'error'> };

/**
 * Publishes diagnostics of open documents, the changed one first, then those it may concern. There is no debounce:
 * a check costs less than a wait would, and changes that arrive meanwhile fold into one check.
 */
export class DiagnosticsPublisher {
	readonly #connection: Client;
	readonly #find: (uri: string) => Promise<Subject | undefined>;
	readonly #queue = new Set<string>();
	/** Documents with diagnostics in the editor now. */
	readonly #shown = new Set<string>();
	#running = false;
	/** The document that is being checked. */
	#current: string | undefined;

	constructor(connection: Client, find: (uri: string) => Promise<Subject | undefined>) {
		this.#connection = connection;
		this.#find = find;
	}

	/** Checks these documents as soon as the messages that already wait have been read. */
	schedule(uris: Iterable<string>): void {
		for (const uri of uris) this.#queue.add(uri);
		if (this.#running) return;
		this.#running = true;
		void othersFirst().then(() => this.#work());
	}

	/** Takes the diagnostics of a closed document away. */
	async clear(uri: string): Promise<void> {
		this.#queue.delete(uri);
		if (this.#current === uri) this.#current = undefined;
		if (this.#shown.delete(uri)) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
	}

	async #work(): Promise<void> {
		for (let [uri] = this.#queue; uri !== undefined; [uri] = this.#queue) {
			this.#queue.delete(uri);
			await this.#check(uri);
			await othersFirst();
		}
		this.#running = false;
	}

	async #check(uri: string): Promise<void> {
		try {
			this.#current = uri;
			const subject = await this.#find(uri);
			// It was closed meanwhile, and nobody would take away what is published now.
			if (this.#current !== uri) return;
			if (!subject) return await this.clear(uri);
			const { document, language, context } = subject;
			await this.#send(document, language.validate(document, context));
		} catch (error) {
			// A fault of ours must not look like a clean file: what was shown stays, and the log tells.
			this.#connection.console.error(`Checking ${uri} failed: ${error instanceof Error ? error.stack : String(error)}`);
		}
	}

	async #send({ uri, version }: TextDocument, diagnostics: ReturnType<Subject['language']['validate']>): Promise<void> {
		if (diagnostics.length > 0) this.#shown.add(uri);
		else this.#shown.delete(uri);
		await this.#connection.sendDiagnostics({ uri, version, diagnostics });
	}
}
