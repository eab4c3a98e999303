import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { appendAll } from '../language/appendAll';
import { isGlob, matchesPattern } from '../language/links/matching';
import { folderUri, relativePath } from '../workspace/fileUri';
import type { Workspace } from '../workspace/workspace';
import { uriOf } from './findFiles';
import { spelledOnDisk } from './spelledOnDisk';
import { UsageError } from './usageError';

/**
 * The paths that a person gave, spelled as on the disk, with those in the place of patterns that match: not every shell
 * expands `**`, and on Windows none does.
 * @throws {UsageError} for a pattern that matches nothing.
 */
export async function givenPaths(paths: readonly string[], cwd: string, workspace: Workspace): Promise<string[]> {
	const found: string[] = [];
	for (const given of paths) {
		if (!isGlob(given) || existsSync(path.resolve(cwd, given))) found.push(await givenPath(given, cwd));
		else appendAll(found, await matching(given, cwd, workspace));
	}
	return found;
}

/** A path that a person gave, spelled as on the disk. */
export async function givenPath(given: string, cwd: string): Promise<string> {
	const spelled = await spelledOnDisk(cwd, given);
	if (given === '' || spelled === path.resolve(cwd, given)) return given;
	return path.isAbsolute(given) ? spelled : path.relative(cwd, spelled);
}

async function matching(given: string, cwd: string, workspace: Workspace): Promise<string[]> {
	const { base, pattern } = splitPattern(given, path);
	const below = await givenPath(base, cwd);
	const absolute = path.resolve(cwd, below);
	const folder = folderUri(uriOf(absolute));
	const found = (await workspace.filesBelow(folder)).filter(uri =>
		matchesGiven(pattern, relativePath(folder, uri) ?? '', path),
	);
	if (found.length === 0) throw new UsageError(`${given} matches no file.`);
	return found.map(uri => path.join(below, path.relative(absolute, fileURLToPath(uri))));
}

type Flavour = Pick<path.PlatformPath, 'parse' | 'sep'>;

/** The folder in which a pattern starts, and the rest, `/`-separated. A backslash separates on Windows alone. */
export function splitPattern(given: string, { parse, sep }: Flavour): { base: string; pattern: string } {
	const slashed = given.replaceAll(sep, '/');
	const { root } = parse(slashed);
	const parts = slashed.slice(root.length).split('/');
	const first = parts.findIndex(isGlob);
	return { base: root + parts.slice(0, first).join('/') || '.', pattern: parts.slice(first).join('/') };
}

/** Whether a pattern of the command line means a path; Windows pays no attention to the case of letters. */
export const matchesGiven = (pattern: string, found: string, { sep }: Pick<Flavour, 'sep'>): boolean =>
	sep === '\\' ? matchesPattern(pattern.toLowerCase(), found.toLowerCase()) : matchesPattern(pattern, found);
