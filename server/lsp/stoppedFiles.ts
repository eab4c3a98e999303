import { canonicalUri } from '../workspace/fileUri';

/** Files in which a server before this one has stopped. Each is left alone until it changes. */
export class StoppedFiles {
	/** Canonical URIs with the version in which an editor has opened the file, as soon as it has. */
	readonly #opened = new Map<string, number | undefined>();

	/** @param uris what the editor says when it starts a server again; anything else than a list of texts says nothing */
	tell(uris: unknown): void {
		for (const uri of Array.isArray(uris) ? uris : [])
			if (typeof uri === 'string') this.#opened.set(canonicalUri(uri), undefined);
	}

	has(uri: string): boolean {
		return this.#opened.has(canonicalUri(uri));
	}

	/** An editor has this version of a file; the first one is as it was. */
	seen(uri: string, version: number): void {
		const key = canonicalUri(uri);
		if (!this.#opened.has(key)) return;
		const opened = this.#opened.get(key);
		if (opened === undefined) this.#opened.set(key, version);
		else if (opened !== version) this.#opened.delete(key);
	}

	/** A file has other text on the disk. */
	changed(uri: string): void {
		this.#opened.delete(canonicalUri(uri));
	}
}
