import type { TextDocument } from 'vscode-languageserver-textdocument';
import { canonicalUri, relativePath } from '../workspace/fileUri';
import type { Workspace } from '../workspace/workspace';
import type { DiagnosticsPublisher } from './diagnosticsPublisher';
import type { CheckFolderResult } from './folderProtocol';

export interface FolderCheckParts {
	readonly publisher: DiagnosticsPublisher;
	readonly workspace: Workspace;
	readonly openDocuments: () => readonly TextDocument[];
	/** URIs of the folders that are worked on. */
	readonly roots: () => readonly string[];
}

/** Publishes diagnostics of files that are not open, once that was asked for, and keeps them up to date. */
export class FolderCheck {
	readonly #parts: FolderCheckParts;
	#isOn = false;

	constructor(parts: FolderCheckParts) {
		this.#parts = parts;
	}

	/** Checks all files of ours below the folders. */
	async run(): Promise<CheckFolderResult> {
		const { publisher, workspace } = this.#parts;
		this.#isOn = true;
		// The watcher may lag behind the disk.
		workspace.forget();
		// An open document goes by the name that the editor has for it.
		const open = new Map(this.#parts.openDocuments().map(({ uri }) => [canonicalUri(uri), uri]));
		const uris = (await workspace.ourFiles()).map(({ uri }) => open.get(uri) ?? uri);
		await publisher.checkLater(uris);
		const found = uris.map(uri => publisher.foundIn(uri));
		const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
		return {
			files: uris.length,
			errors: sum(found.map(({ errors }) => errors)),
			warnings: sum(found.map(({ warnings }) => warnings)),
		};
	}

	/** These files have changed, whether open or not: what rests on them and is not open is checked anew. */
	async changed(uris: readonly string[]): Promise<void> {
		const { publisher, workspace } = this.#parts;
		if (!this.#isOn) return;
		const files = uris.map(canonicalUri);
		const touched = await Promise.all(files.map(async file => [file, ...(await workspace.touchedBy(file))]));
		await publisher.checkLater(touched.flat().filter(uri => this.#isBelow(uri) && !this.#isOpen(uri)));
	}

	/** Everything may be another now. */
	async changedAll(): Promise<void> {
		if (!this.#isOn) return;
		const ours = (await this.#parts.workspace.ourFiles()).map(({ uri }) => uri);
		await this.#parts.publisher.checkLater(ours.filter(uri => !this.#isOpen(uri)));
	}

	#isBelow(uri: string): boolean {
		return this.#parts.roots().some(root => relativePath(root, uri) !== undefined);
	}

	#isOpen(uri: string): boolean {
		return this.#parts.workspace.openDocument(uri) !== undefined;
	}
}
