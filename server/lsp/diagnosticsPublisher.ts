import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { othersFirst } from '../workspace/othersFirst';
import { shownReports } from './shownReports';
import type { Subject } from './subjects';

/** What is needed of the connection with the editor. */
type Client = Pick<Connection, 'sendDiagnostics'> & {
	readonly console: Pick<Connection['console'], 'error'>;
};

/** How much was found. */
export interface Found {
	readonly errors: number;
	readonly warnings: number;
}

interface Told {
	readonly version: number;
	readonly found: Found;
	readonly hasReports: boolean;
	/** Those of thousands of files that are not open need not stay in memory for it. */
	readonly diagnostics: WeakRef<readonly Diagnostic[]>;
}

/** In each turn one message is taken that was read before; so many of them may go first. */
const mostBefore = 64;

/**
 * Publishes diagnostics of open documents, the changed one first, then those it may concern. There is no debounce:
 * a check costs less than a wait would, and changes that arrive meanwhile fold into one check.
 */
export class DiagnosticsPublisher {
	readonly #connection: Client;
	readonly #find: (uri: string) => Promise<Subject | undefined>;
	readonly #turn: () => Promise<void>;
	readonly #queue = new Set<string>();
	/** Documents that nobody waits for. */
	readonly #later = new Set<string>();
	/** What the editor was told last. */
	readonly #told = new Map<string, Told>();
	#work: Promise<void> | undefined;
	/** How often a check was asked for. */
	#asked = 0;
	/** The document that is being checked. */
	#current: string | undefined;

	/** @param turn what is waited for before each check */
	constructor(connection: Client, find: (uri: string) => Promise<Subject | undefined>, turn = othersFirst) {
		this.#connection = connection;
		this.#find = find;
		this.#turn = turn;
	}

	/** Checks these documents as soon as the messages that already wait have been read. */
	schedule(uris: Iterable<string>): void {
		this.#asked++;
		for (const uri of uris) {
			this.#later.delete(uri);
			this.#queue.add(uri);
		}
		this.#start();
	}

	/** Checks these documents when all others are checked. Resolves when nothing is left to check. */
	async checkLater(uris: Iterable<string>): Promise<void> {
		for (const uri of uris) if (!this.#queue.has(uri)) this.#later.add(uri);
		await this.#start();
	}

	/** What the editor shows of a document now. */
	foundIn(uri: string): Found {
		return this.#told.get(uri)?.found ?? { errors: 0, warnings: 0 };
	}

	/** Takes the diagnostics of a closed document away. */
	async clear(uri: string): Promise<void> {
		this.#queue.delete(uri);
		this.#later.delete(uri);
		if (this.#current === uri) this.#current = undefined;
		const told = this.#told.get(uri);
		this.#told.delete(uri);
		if (told?.hasReports) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
	}

	#start(): Promise<void> {
		this.#work ??= this.#checkAll();
		return this.#work;
	}

	async #checkAll(): Promise<void> {
		await this.#messages();
		for (let uri = this.#next(); uri !== undefined; uri = this.#next()) {
			this.#queue.delete(uri);
			this.#later.delete(uri);
			await this.#check(uri);
			await this.#messages();
		}
		this.#work = undefined;
	}

	/** Lets changes that were read already fold into the next check: a program may send a thousand at once. */
	async #messages(): Promise<void> {
		for (let turns = 0, before = -1; before !== this.#asked && turns < mostBefore; turns++) {
			before = this.#asked;
			await this.#turn();
		}
	}

	#next(): string | undefined {
		const [first] = this.#queue;
		const [later] = this.#later;
		return first ?? later;
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

	async #send({ uri, version }: TextDocument, diagnostics: Diagnostic[]): Promise<void> {
		const told = this.#told.get(uri);
		// The check was not made anew: the editor knows all this.
		if (told?.diagnostics.deref() === diagnostics && told.version === version) return;
		const hasReports = diagnostics.length > 0;
		this.#told.set(uri, { version, hasReports, found: counted(diagnostics), diagnostics: new WeakRef(diagnostics) });
		await this.#connection.sendDiagnostics({ uri, version, diagnostics: shownReports(diagnostics) });
	}
}

function counted(diagnostics: readonly Diagnostic[]): Found {
	const count = (severity: DiagnosticSeverity): number =>
		diagnostics.filter(found => found.severity === severity).length;
	return { errors: count(DiagnosticSeverity.Error), warnings: count(DiagnosticSeverity.Warning) };
}
