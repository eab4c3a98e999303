import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEncoding } from '../language/fileEncoding';
import type { FileList, FileSystem } from './fileSystem';

export interface FileOnDisk {
	readonly document: TextDocument;
	/** `undefined` where the host decodes files itself. */
	readonly encoding: FileEncoding | undefined;
}

/** Files and lists of files as they were read, kept until they are forgotten. Files go by their canonical URIs. */
export class FilesOnDisk {
	readonly #files: FileSystem;
	readonly #kept = new Map<string, Promise<FileOnDisk | undefined>>();
	readonly #lists = new Map<string, Promise<FileList>>();

	constructor(files: FileSystem) {
		this.#files = files;
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

	file(uri: string): Promise<FileOnDisk | undefined> {
		let kept = this.#kept.get(uri);
		if (!kept) {
			kept = this.#read(uri);
			this.#kept.set(uri, kept);
		}
		return kept;
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
