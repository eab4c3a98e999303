import type { Connection } from 'vscode-languageserver';
import { isRecord, readSettings, type Settings } from './settings';

/** Settings by document. Editors that cannot be asked send theirs, as `initializationOptions` and when they change. */
export class DocumentSettings {
	readonly #connection: Connection;
	readonly #kept = new Map<string, Promise<Settings>>();
	#canAsk = false;
	#initial = readSettings(undefined);

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	initialize(canAsk: boolean, initial: unknown): void {
		this.#canAsk = canAsk;
		this.#initial = readSettings(initial);
	}

	/** An editor that cannot be asked says what has changed. */
	changed(pushed: unknown): void {
		this.#kept.clear();
		if (!this.#canAsk && isRecord(pushed) && isRecord(pushed.xclarity)) this.#initial = readSettings(pushed.xclarity);
	}

	of(uri: string): Promise<Settings> {
		if (!this.#canAsk) return Promise.resolve(this.#initial);
		let kept = this.#kept.get(uri);
		if (!kept) {
			kept = this.#ask(uri);
			this.#kept.set(uri, kept);
		}
		return kept;
	}

	/** An editor that promised to tell its settings may refuse all the same. */
	async #ask(uri: string): Promise<Settings> {
		try {
			return readSettings(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'xclarity' }));
		} catch (error) {
			this.#connection.console.error(`The editor does not tell the settings of ${uri}: ${String(error)}`);
			this.#kept.delete(uri);
			return this.#initial;
		}
	}
}
