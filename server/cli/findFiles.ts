import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ourEndings } from '../language/languageService';
import { canonicalUri, fileName, folderUri, parentUri } from '../workspace/fileUri';
import { GivenUp } from '../workspace/givenUp';
import { manifestName } from '../workspace/manifestName';
import { isAFolder, isGarbled, notUtf8, refusalOf } from '../workspace/nodeFileSystem';
import type { Workspace } from '../workspace/workspace';
import { foldersInPlace } from './foldersInPlace';
import { UsageError } from './usageError';

/** A file to work on: as the person named or would name it, and where it is. */
export interface FoundFile {
	readonly file: string;
	readonly uri: string;
	/** Why it is looked at: the person named it, or a folder above it; or it is linked with one that was named. */
	readonly origin: 'named' | 'folder' | 'linked';
}

export const uriOf = (file: string): string => canonicalUri(pathToFileURL(file).href);

/** Of a path that starts from a folder. */
export const uriIn = (folder: string, file: string): string => uriOf(path.resolve(folder, file));

/** Files that commands for an installer are in go by these names also without an ending. */
const namedForKickstart = /(?:^|[\\/])(?:ks|kickstart)[^\\/.]*$/i;

/** Files that can be ours; in a folder nothing else is opened. */
const mayBeOurs = (uri: string): boolean =>
	ourEndings.some(ending => uri.toLowerCase().endsWith(ending)) || namedForKickstart.test(uri);

/** A file or folder that was not looked at, and why, as the end of a sentence. */
export interface Skipped {
	readonly file: string;
	readonly reason: string;
}

/** What a command works on, and what it could not look at. */
export interface FoundFiles {
	readonly files: readonly FoundFile[];
	readonly skipped: readonly Skipped[];
}

interface FindOptions {
	readonly cwd: string;
	readonly workspace: Workspace;
	/** What a search of a folder leaves out. */
	readonly isIgnored?: (uri: string) => Promise<boolean>;
	/** True leaves out the same of the files that are named. */
	readonly asFound?: boolean;
}

/**
 * Named files as they are, and candidates below named folders.
 * @throws {UsageError} for a path that does not exist.
 */
export async function findFiles(
	paths: readonly string[],
	{ cwd, workspace, isIgnored = async () => false, asFound = false }: FindOptions,
): Promise<FoundFiles> {
	const files = new Map<string, FoundFile>();
	const skipped: Skipped[] = [];
	for (const given of paths) {
		// What an empty variable of a script leaves is not meant as the folder that one is in.
		if (given === '') throw new UsageError('A file or folder has an empty name.');
		const absolute = path.resolve(cwd, given);
		if (!factsOf(absolute, given).isDirectory()) {
			const uri = uriOf(absolute);
			if (!asFound || !(await isIgnored(uri))) files.set(uri, { file: given, uri, origin: 'named' });
			continue;
		}
		const shown = (uri: string): string => path.join(given, path.relative(absolute, fileURLToPath(uri)));
		const { uris, isCut, closed } = await workspace.listBelow(folderUri(uriOf(absolute)));
		for (const uri of closed) skipped.push({ file: shown(uri), reason: whyClosed(uri) });
		if (isCut) skipped.push({ file: given, reason: `it holds more than ${uris.length} files; name smaller folders` });
		for (const uri of uris) {
			if (!mayBeOurs(uri) || files.has(uri) || (await isIgnored(uri))) continue;
			files.set(uri, { file: shown(uri), uri, origin: 'folder' });
		}
	}
	for (const { file, uri } of [...files.values()].filter(each => fileName(each.uri) === manifestName)) {
		for (const inPlace of await foldersInPlace(uri, workspace)) {
			if (files.has(inPlace)) continue;
			const below = path.relative(fileURLToPath(parentUri(uri) ?? uri), fileURLToPath(inPlace));
			skipped.push({ file: path.join(path.dirname(file), below), reason: isAFolder });
		}
	}
	return { files: [...files.values()], skipped };
}

const whyClosed = (uri: string): string =>
	isGarbled(fileURLToPath(uri)) ? notUtf8 : 'the folder may not be looked into';

function factsOf(file: string, given: string): Stats {
	try {
		return statSync(file);
	} catch (error) {
		if (!(error instanceof Error) || !('code' in error)) throw error;
		const isAbsent = error.code === 'ENOENT';
		const reason = isAbsent ? (isGarbled(file) ? notUtf8 : 'there is no such file or folder') : refusalOf(error);
		throw new UsageError(`${given} cannot be read: ${reason}.`);
	}
}

/**
 * What named files can break besides themselves: all that a manifest names, all that use a configuration file. A
 * manifest whose mistake keeps a file from being checked comes along, too: the mistake is reported there.
 */
export async function linkedWith(files: readonly FoundFile[], cwd: string, workspace: Workspace): Promise<FoundFile[]> {
	const known = new Set(files.map(({ uri }) => uri));
	const linked: FoundFile[] = [];
	for (const { file, uri } of files.filter(({ origin }) => origin === 'named')) {
		const touched = await unlessGivenUp(() => workspace.touchedBy(uri));
		for (const other of [...touched, ...(await unlessGivenUp(() => faultyManifestOf(uri, workspace)))]) {
			if (known.has(other)) continue;
			known.add(other);
			const absolute = fileURLToPath(other);
			const shown = path.isAbsolute(file) ? absolute : path.relative(cwd, absolute);
			linked.push({ file: shown, uri: other, origin: 'linked' });
		}
	}
	return linked;
}

async function faultyManifestOf(uri: string, workspace: Workspace): Promise<readonly string[]> {
	const document = await workspace.document(uri);
	const kind = document && (await workspace.kindOf(document));
	if (!document || !kind) return [];
	const { link } = await workspace.contextOf(document, kind, { severities: {} });
	return link.isFaultOfManifest && link.manifestUri !== undefined ? [link.manifestUri] : [];
}

/** What does not come back is told with the file that rests on it, when that is worked on. */
async function unlessGivenUp(found: () => Promise<readonly string[]>): Promise<readonly string[]> {
	try {
		return await found();
	} catch (error) {
		if (error instanceof GivenUp) return [];
		throw error;
	}
}
