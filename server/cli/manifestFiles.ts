import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UploadFile } from '../rest/sync/uploadFile';
import { manifestName } from '../workspace/manifestName';
import { namedUnattends } from '../workspace/namedUnattends';
import type { PlacedManifest, Workspace } from '../workspace/workspace';
import { uriOf } from './findFiles';
import { folderInWords } from './folderInWords';
import { uploadFilesOf, type World } from './uploadFiles';
import { UsageError } from './usageError';

/** What a manifest wants to be on the appliance. */
export interface ManifestFiles {
	readonly files: readonly UploadFile[];
	/** Id of a server in the person's own file. */
	readonly server: string | undefined;
}

/**
 * Reads everything that a manifest names.
 * @param given the manifest, or the folder that holds it
 * @throws {UsageError} when there is none, or a file that it names cannot be uploaded.
 */
export async function manifestFiles(
	given: string,
	{ force }: { readonly force: boolean },
	world: World,
): Promise<ManifestFiles> {
	const { workspace, cwd } = world;
	const placed = await findManifest(path.resolve(cwd, given), workspace);
	if (!placed) throw new UsageError(noManifest(given));
	const { uris, unseen } = await namedUnattends(placed, workspace);
	if (unseen !== undefined) throw new UsageError(notLookedThrough(path.relative(cwd, fileURLToPath(unseen)) || '.'));
	const named = uris.map(uri => fileURLToPath(uri));
	if (named.length === 0) throw new UsageError(`${given} names no unattend file that exists.`);
	const border = path.dirname(fileURLToPath(placed.uri));
	return { files: await uploadFilesOf(named, { force, border }, world), server: placed.manifest.server };
}

function noManifest(given: string): string {
	const words = folderInWords(given);
	if (words !== given) return `There is no ${manifestName} in ${words}. Name one, or the folder that holds it.`;
	return `There is no ${manifestName} at ${given}. xclarity upload takes files.`;
}

const notLookedThrough = (folder: string): string =>
	`${folder} could not be looked through, so nobody can tell which files the patterns of ${manifestName} name.`;

async function findManifest(given: string, workspace: Workspace): Promise<PlacedManifest | undefined> {
	const facts = await stat(given).catch((error: Error) => {
		throw new UsageError(`${given} cannot be read: ${error.message}.`);
	});
	const file = facts.isDirectory() ? path.join(given, manifestName) : given;
	const uri = uriOf(file);
	return (await workspace.manifestsAbove(uri)).find(placed => placed.uri === uri);
}
