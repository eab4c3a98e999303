import { TextDocument } from 'vscode-languageserver-textdocument';
import { hosted } from '../language/atWorkOn';
import { isMisread } from '../language/fileEncoding';
import type { Context } from '../language/language';
import { reasonIn, type SetAsideReason } from '../language/setAside';
import type { FilesOnDisk } from './filesOnDisk';
import { canonicalUri } from './fileUri';
import { GivenUp } from './givenUp';
import type { WorkspaceOptions } from './workspace';

/** A file that is there and is not read. */
export interface SetAsideFile {
	/**
	 * With the beginning of a text that is too long, enough to tell what it is. Of any other nothing is looked at again:
	 * telling what it is may be what does not come back.
	 */
	readonly document: TextDocument;
	readonly reason: SetAsideReason;
}

/** Characters by which it is told what a file is that is not read. */
const beginning = 20_000;

/** Documents as an editor has them open, or as on disk, without those that are set aside. */
export class ReadDocuments {
	readonly #options: WorkspaceOptions;
	readonly #disk: FilesOnDisk;

	constructor(options: WorkspaceOptions, disk: FilesOnDisk) {
		this.#options = options;
		this.#disk = disk;
	}

	/** As an editor has it open now. */
	open(uri: string): TextDocument | undefined {
		const key = canonicalUri(uri);
		const { openDocument, openDocuments } = this.#options;
		const found = openDocument
			? openDocument(key)
			: openDocuments().find(document => canonicalUri(document.uri) === key);
		return found && hosted(found, this.#options.aroundWork);
	}

	/** `undefined` when neither the editor nor the disk has it, or it is set aside. */
	async document(uri: string): Promise<TextDocument | undefined> {
		const document = await this.#stored(uri);
		return document && this.#reasonFor(document) === undefined ? document : undefined;
	}

	/** `undefined` when the file is read, or not there. */
	async setAside(uri: string): Promise<SetAsideFile | undefined> {
		const document = await this.#stored(uri);
		const reason = document && this.#reasonFor(document);
		if (!document || reason === undefined) return undefined;
		const { languageId, version } = document;
		const text = reason === 'tooLong' ? document.getText().slice(0, beginning) : '';
		return { document: TextDocument.create(document.uri, languageId, version, text), reason };
	}

	/** Work on a file; `undefined` when the file has been set aside for that: all goes on as if it were not there. */
	unlessLeftAlone<Result>(uri: string, work: () => Result): Result | undefined {
		try {
			return work();
		} catch (error) {
			if (error instanceof GivenUp && this.#options.whyLeftAlone?.(canonicalUri(uri)) !== undefined) return undefined;
			throw error;
		}
	}

	/** How a file is written on the disk, and what it says there where an editor has read it as something else. */
	async encoding(document: TextDocument): Promise<Pick<Context, 'encoding' | 'decoded'>> {
		const file = await this.#disk.file(canonicalUri(document.uri));
		if (file?.encoding === undefined) return {};
		if (file.encoding === 'UTF-8') return { encoding: file.encoding };
		const text = file.document.getText();
		return { encoding: file.encoding, decoded: isMisread(document.getText(), text) ? text : undefined };
	}

	#reasonFor(document: TextDocument): SetAsideReason | undefined {
		return this.#options.whyLeftAlone?.(canonicalUri(document.uri)) ?? reasonIn(document);
	}

	async #stored(uri: string): Promise<TextDocument | undefined> {
		const open = this.open(uri);
		if (open) return open;
		const file = await this.#disk.file(canonicalUri(uri));
		return file && hosted(file.document, this.#options.aroundWork);
	}
}
