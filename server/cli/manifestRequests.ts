import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UploadRequest } from '../rest/upload';
import { manifestName, type PlacedManifest, type Workspace } from '../workspace/workspace';
import { uriOf } from './findFiles';
import { planRequests } from './uploadRequests';
import { UsageError } from './usageError';

/** What a manifest wants to be on the appliance. */
export interface ManifestRequests {
	readonly requests: readonly UploadRequest[];
	/** Id of a server in the person's own file. */
	readonly server: string | undefined;
}

/**
 * Reads everything that a manifest names.
 * @param given the manifest, or the folder that holds it
 * @throws {UsageError} when there is none, or a file that it names cannot be uploaded.
 */
export async function manifestRequests(
	given: string,
	method: UploadRequest['method'],
	{ workspace, cwd }: { readonly workspace: Workspace; readonly cwd: string },
): Promise<ManifestRequests> {
	const placed = await findManifest(path.resolve(cwd, given), workspace);
	if (!placed) throw new UsageError(`There is no ${manifestName} at ${given}.`);
	const files: string[] = [];
	for (const uri of await workspace.filesBelow(placed.folder)) {
		const link = await workspace.linkOf(uri);
		if (link?.manifestUri === placed.uri && link.role === 'unattend') files.push(fileURLToPath(uri));
	}
	if (files.length === 0) throw new UsageError(`${given} names no unattend file that is there.`);
	const nothing = { config: undefined, associatedId: undefined, os: undefined, osrelease: undefined };
	const requests = await planRequests(files, { ...nothing, description: undefined, method }, { workspace, cwd });
	return { requests, server: placed.manifest.server };
}

async function findManifest(given: string, workspace: Workspace): Promise<PlacedManifest | undefined> {
	const facts = await stat(given).catch((error: Error) => {
		throw new UsageError(`${given} cannot be read: ${error.message}.`);
	});
	const file = facts.isDirectory() ? path.join(given, manifestName) : given;
	const uri = uriOf(file);
	return (await workspace.manifestsAbove(uri)).find(placed => placed.uri === uri);
}
