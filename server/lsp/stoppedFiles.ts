import type { SetAsideReason } from '../language/setAside';
import { canonicalUri } from '../workspace/fileUri';

interface StoppedFile {
	readonly reason: SetAsideReason;
	/** In which an editor has opened the file, as soon as it has. */
	readonly version?: number | undefined;
}

/** Files in which a server before this one has stopped, or from which this one did not come back. Each is left alone until it changes. */
export class StoppedFiles {
	/** By canonical URI. */
	readonly #files = new Map<string, StoppedFile>();

	/** @param uris what the editor says when it starts a server again; anything else than a list of texts says nothing */
	tell(uris: unknown): void {
		for (const uri of Array.isArray(uris) ? uris : [])
			if (typeof uri === 'string') this.#files.set(canonicalUri(uri), { reason: 'stopped' });
	}

	/** @param version that was read; 0 for a file that no editor has open */
	calledOff(uri: string, version: number): void {
		this.#files.set(canonicalUri(uri), { reason: 'endless', version: version || undefined });
	}

	/** Why a file is left alone; `undefined` when it is not. */
	reasonFor(uri: string): SetAsideReason | undefined {
		return this.#files.get(canonicalUri(uri))?.reason;
	}

	/** An editor has this version of a file; the first one is as it was. */
	seen(uri: string, version: number): void {
		const key = canonicalUri(uri);
		const file = this.#files.get(key);
		if (!file) return;
		if (file.version === undefined) this.#files.set(key, { ...file, version });
		else if (file.version !== version) this.#files.delete(key);
	}

	/** No editor has a file any more; when one opens it again, it counts its versions anew. */
	closed(uri: string): void {
		const key = canonicalUri(uri);
		const file = this.#files.get(key);
		if (file) this.#files.set(key, { reason: file.reason });
	}

	/** A file that no editor has open has other text on the disk. */
	changed(uri: string): void {
		this.#files.delete(canonicalUri(uri));
	}
}
