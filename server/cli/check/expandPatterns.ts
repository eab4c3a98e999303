import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isGlob, matchesPattern } from '../../language/links/matching';
import { folderUri, relativePath } from '../../workspace/fileUri';
import type { Workspace } from '../../workspace/workspace';
import { uriOf } from '../findFiles';
import { UsageError } from '../usageError';

/**
 * Paths with those in the place of patterns that match: not every shell expands `**`, and on Windows none does.
 * @throws {UsageError} for a pattern that matches nothing.
 */
export async function expandPatterns(paths: readonly string[], cwd: string, workspace: Workspace): Promise<string[]> {
	const expanded: string[] = [];
	for (const given of paths) {
		if (!isGlob(given) || existsSync(path.resolve(cwd, given))) expanded.push(given);
		else expanded.push(...(await matching(given, cwd, workspace)));
	}
	return expanded;
}

async function matching(given: string, cwd: string, workspace: Workspace): Promise<string[]> {
	const parts = given.replaceAll('\\', '/').split('/');
	const first = parts.findIndex(isGlob);
	const base = parts.slice(0, first).join('/') || (given.startsWith('/') ? '/' : '.');
	const pattern = parts.slice(first).join('/');
	const folder = folderUri(uriOf(path.resolve(cwd, base)));
	const found = (await workspace.filesBelow(folder)).filter(uri =>
		matchesPattern(pattern, relativePath(folder, uri) ?? ''),
	);
	if (found.length === 0) throw new UsageError(`${given} matches no file.`);
	const absolute = path.resolve(cwd, base);
	return found.map(uri => path.join(base, path.relative(absolute, fileURLToPath(uri))));
}
