import type { Connection } from 'vscode-languageserver';
import { readSettings, type Settings } from './settings';

/** Settings by document. Editors that cannot be asked send theirs once, as `initializationOptions`. */
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

	forget(): void {
		this.#kept.clear();
	}

	of(uri: string): Promise<Settings> {
		if (!this.#canAsk) return Promise.resolve(this.#initial);
		let kept = this.#kept.get(uri);
		if (!kept) {
			kept = this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'xclarity' }).then(readSettings);
			this.#kept.set(uri, kept);
		}
		return kept;
	}
}
