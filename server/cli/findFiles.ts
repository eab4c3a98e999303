import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ourEndings } from '../language/languageService';
import { canonicalUri, folderUri } from '../workspace/fileUri';
import type { Workspace } from '../workspace/workspace';
import { UsageError } from './usageError';

/** A file to work on: as the person named or would name it, and where it is. */
export interface FoundFile {
	readonly file: string;
	readonly uri: string;
	/** The person named it, rather than a folder above it. */
	readonly named: boolean;
}

export const uriOf = (file: string): string => canonicalUri(pathToFileURL(file).href);

/** Files that commands for an installer are in go by these names also without an ending. */
const namedForKickstart = /(?:^|[\\/])(?:ks|kickstart)[^\\/.]*$/i;

/** Files that can be ours; in a folder nothing else is opened. */
const mayBeOurs = (uri: string): boolean =>
	ourEndings.some(ending => uri.toLowerCase().endsWith(ending)) || namedForKickstart.test(uri);

/**
 * Named files as they are, and candidates below named folders.
 * @throws {UsageError} for a path that does not exist or cannot be read.
 */
export async function findFiles(paths: readonly string[], cwd: string, workspace: Workspace): Promise<FoundFile[]> {
	const found = new Map<string, FoundFile>();
	for (const given of paths) {
		const absolute = path.resolve(cwd, given);
		const facts = await stat(absolute).catch((error: NodeJS.ErrnoException) => {
			throw new UsageError(
				`${given} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file or folder' : error.message}.`,
			);
		});
		if (!facts.isDirectory()) {
			const uri = uriOf(absolute);
			found.set(uri, { file: given, uri, named: true });
			continue;
		}
		for (const uri of await workspace.filesBelow(folderUri(uriOf(absolute)))) {
			if (!mayBeOurs(uri) || found.has(uri)) continue;
			const below = path.relative(absolute, fileURLToPath(uri));
			found.set(uri, { file: path.join(given, below), uri, named: false });
		}
	}
	return [...found.values()];
}
