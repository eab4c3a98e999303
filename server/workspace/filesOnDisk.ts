import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEncoding } from '../language/fileEncoding';
import type { FileList, FileSystem } from './fileSystem';

export interface FileOnDisk {
	readonly document: TextDocument;
	/** `undefined` where the host decodes files itself. */
	readonly encoding: FileEncoding | undefined;
}

interface KeptFile {
	/** The round in which it was last looked at, and what that has shown: it is asked for many times in one. */
	round: number;
	isCurrent: Promise<boolean>;
	readonly stamp: Promise<string | undefined> | undefined;
	readonly file: Promise<FileOnDisk | undefined>;
}

/** Files and lists of files as they were read, kept until they are forgotten. Files go by their canonical URIs. */
export class FilesOnDisk {
	readonly #files: FileSystem;
	readonly #changed: () => void;
	readonly #kept = new Map<string, KeptFile>();
	readonly #lists = new Map<string, Promise<FileList>>();
	/** Files that were looked at before are looked at again. */
	#round = 0;

	/** @param changed called when a file turns out to be another than the one that was kept */
	constructor(files: FileSystem, changed: () => void) {
		this.#files = files;
		this.#changed = changed;
	}

	/** Nobody tells when files change: from now on each is read again where its time or size is another. */
	distrust(): void {
		this.#round++;
	}

	/** Everything is read again, or every list and this file. */
	forget(uri?: string): void {
		this.#lists.clear();
		if (uri === undefined) this.#kept.clear();
		else this.#kept.delete(uri);
	}

	/** A file has other text than before; which files there are is the same. */
	forgetText(uri: string): void {
		this.#kept.delete(uri);
	}

	async file(uri: string): Promise<FileOnDisk | undefined> {
		const kept = this.#kept.get(uri);
		if (kept && (await this.#isCurrent(uri, kept))) return kept.file;
		const newer = this.#kept.get(uri);
		// Somebody else has seen the same meanwhile, and reads it.
		if (newer && newer !== kept) return newer.file;
		if (kept) this.#changed();
		// A stamp that is older than the text means that it is read once more; a newer one would hide a change.
		const stamp = this.#round > 0 ? this.#files.stamp?.(uri) : undefined;
		// Nobody may ever ask for this one, and then its failure would end the process; that of the text is told.
		stamp?.catch(() => undefined);
		const now = { round: this.#round, isCurrent: Promise.resolve(true), stamp, file: this.#read(uri) };
		this.#kept.set(uri, now);
		return now.file;
	}

	#isCurrent(uri: string, kept: KeptFile): Promise<boolean> {
		if (kept.round !== this.#round) {
			kept.round = this.#round;
			kept.isCurrent = this.#isUnchanged(uri, kept);
		}
		return kept.isCurrent;
	}

	async #isUnchanged(uri: string, kept: KeptFile): Promise<boolean> {
		return !this.#files.stamp || (await this.#files.stamp(uri)) === (await kept.stamp);
	}

	async #read(uri: string): Promise<FileOnDisk | undefined> {
		const read = this.#files.readDecoded ? await this.#files.readDecoded(uri) : await this.#files.read(uri);
		if (read === undefined) return undefined;
		const { text, encoding } = typeof read === 'string' ? { text: read, encoding: undefined } : read;
		return { document: TextDocument.create(uri, '', 0, text), encoding };
	}

	listBelow(folder: string): Promise<FileList> {
		let kept = this.#lists.get(folder);
		if (!kept) {
			kept = this.#files.list(folder);
			this.#lists.set(folder, kept);
		}
		return kept;
	}

	async isLink(uri: string): Promise<boolean> {
		return (await this.#files.isLink?.(uri)) ?? false;
	}
}
