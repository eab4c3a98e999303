import { fileURLToPath } from 'node:url';
import { readManifest } from '../../language/links/manifest';
import { joinUri, parentUri, relativePath } from '../../workspace/fileUri';
import { manifestName } from '../../workspace/manifestName';
import type { Workspace } from '../../workspace/workspace';
import { thisDisk } from '../spelledOnDisk';
import { UsageError } from '../usageError';
import { IgnorePatterns } from './ignorePatterns';

/** People write a few; a search holds each against thousands of files. */
const mostAnywhere = 2000;

/** The patterns of one folder. */
interface Rules {
	readonly folder: string;
	readonly patterns: IgnorePatterns;
}

/** What `.gitignore` and the key `ignore` of `xclarity.json` leave out of a search, in their own folders and below. */
export class IgnoredFiles {
	readonly #workspace: Workspace;
	readonly #rules = new Map<string, Promise<readonly Rules[]>>();
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
		const above = parentUri(uri);
		for (const { folder, patterns } of above === undefined ? [] : await this.#rulesFor(above)) {
			const path = relativePath(folder, uri);
			const slash = uri.endsWith('/') && path !== undefined && !path.endsWith('/') ? '/' : '';
			const verdict = path ? patterns.test(path + slash) : undefined;
			if (verdict?.ignored) return true;
			if (verdict?.unignored) return false;
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

	/** What counts for the files of a folder, the nearest first; folders hold many files. */
	#rulesFor(folder: string): Promise<readonly Rules[]> {
		let kept = this.#rules.get(folder);
		if (!kept) {
			kept = this.#rulesAbove(folder);
			this.#rules.set(folder, kept);
		}
		return kept;
	}

	async #rulesAbove(folder: string): Promise<readonly Rules[]> {
		const patterns = await this.#read(folder);
		const above = (await this.#isBorder(folder)) ? undefined : parentUri(folder);
		const others = above === undefined ? [] : await this.#rulesFor(above);
		return patterns ? [{ folder, patterns }, ...others] : others;
	}

	/** The patterns of a folder, when it has some. @throws {UsageError} when too many could match any name */
	async #read(folder: string): Promise<IgnorePatterns | undefined> {
		const git = await this.#workspace.document(joinUri(folder, '.gitignore'));
		const manifest = await this.#workspace.document(joinUri(folder, manifestName));
		const own = manifest ? readManifest(manifest).ignore : [];
		if (!git && own.length === 0) return undefined;
		const lines = git?.getText().split(/\r?\n/) ?? [];
		const patterns = new IgnorePatterns([...lines, ...own], { ignoresCase: this.#ignoresCase });
		if (patterns.anywhere <= mostAnywhere) return patterns;
		const file = fileURLToPath(joinUri(folder, '.gitignore'));
		throw new UsageError(
			`${file} has more than ${mostAnywhere} patterns that could match any name, such as *a*: each is held against each file. check --no-ignore searches without it.`,
		);
	}
}
