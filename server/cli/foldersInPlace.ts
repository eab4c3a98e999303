import { lstatSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readManifest } from '../language/links/manifest';
import { isGlob, normalPath } from '../language/links/matching';
import { joinUri, parentUri } from '../workspace/fileUri';
import type { Workspace } from '../workspace/workspace';

/** URIs of what a manifest names as a file, and is a folder: no search lists a folder. */
export async function foldersInPlace(manifest: string, workspace: Workspace): Promise<readonly string[]> {
	const document = await workspace.document(manifest);
	const folder = parentUri(manifest);
	if (!document || folder === undefined) return [];
	const named = readManifest(document).links.flatMap(({ unattend, config, scripts }) =>
		[...unattend, ...scripts, ...(config ? [config] : [])].flatMap(({ text }) => normalPath(text) ?? []),
	);
	const uris = new Set(named.filter(path => !isGlob(path)).map(path => joinUri(folder, path)));
	return [...uris].filter(isFolder);
}

function isFolder(uri: string): boolean {
	try {
		return lstatSync(fileURLToPath(uri)).isDirectory();
	} catch (error) {
		if (error instanceof Error && 'code' in error) return false;
		throw error;
	}
}
