import ignore, { type Ignore } from 'ignore';
import { readManifest } from '../../language/links/manifest';
import { joinUri, parentUri, relativePath } from '../../workspace/fileUri';
import { manifestName } from '../../workspace/manifestName';
import type { Workspace } from '../../workspace/workspace';
import { thisDisk } from '../spelledOnDisk';

/** What `.gitignore` and the key `ignore` of `xclarity.json` leave out of a search, in their own folders and below. */
export class IgnoredFiles {
	readonly #workspace: Workspace;
	readonly #patterns = new Map<string, Promise<Ignore>>();
	readonly #folders = new Map<string, Promise<boolean>>();

	readonly #ignoresCase: boolean;

	/** @param ignoresCase as git has it where the names of files are so */
	constructor(workspace: Workspace, { ignoresCase }: { readonly ignoresCase: boolean } = thisDisk) {
		this.#workspace = workspace;
		this.#ignoresCase = ignoresCase;
	}

	/** Whether a file or, with a slash at its end, a folder is left out. What lies in such a folder cannot be brought back. */
	async has(uri: string): Promise<boolean> {
		const above = parentUri(uri);
		if (above === undefined || (await this.#isBorder(uri))) return false;
		return (await this.#hasFolder(above)) || (await this.#isNamed(uri));
	}

	#hasFolder(folder: string): Promise<boolean> {
		let kept = this.#folders.get(folder);
		if (!kept) {
			kept = this.has(folder);
			this.#folders.set(folder, kept);
		}
		return kept;
	}

	/** The patterns nearest to a file have the last word. */
	async #isNamed(uri: string): Promise<boolean> {
		for (let folder = parentUri(uri); folder !== undefined; folder = parentUri(folder)) {
			const path = relativePath(folder, uri);
			const slash = uri.endsWith('/') && path !== undefined && !path.endsWith('/') ? '/' : '';
			const verdict = path ? (await this.#patternsOf(folder)).test(path + slash) : undefined;
			if (verdict?.ignored) return true;
			if (verdict?.unignored || (await this.#isBorder(folder))) return false;
		}
		return false;
	}

	/** A repository knows nothing of what lies above it. */
	async #isBorder(folder: string): Promise<boolean> {
		if (!folder.endsWith('/')) return false;
		// In a working tree of its own, .git is a file.
		for (const sign of ['.git/HEAD', '.git']) {
			if ((await this.#workspace.document(joinUri(folder, sign))) !== undefined) return true;
		}
		return false;
	}

	#patternsOf(folder: string): Promise<Ignore> {
		let kept = this.#patterns.get(folder);
		if (!kept) {
			kept = this.#read(folder);
			this.#patterns.set(folder, kept);
		}
		return kept;
	}

	async #read(folder: string): Promise<Ignore> {
		const git = await this.#workspace.document(joinUri(folder, '.gitignore'));
		const manifest = await this.#workspace.document(joinUri(folder, manifestName));
		return ignore({ allowRelativePaths: true, ignorecase: this.#ignoresCase })
			.add(git?.getText() ?? '')
			.add([...(manifest ? readManifest(manifest).ignore : [])]);
	}
}
