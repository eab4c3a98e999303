import type { Connection } from 'vscode-languageserver';
import { isUnreadable } from '../workspace/filesToUpload';
import { canonicalUri } from '../workspace/fileUri';
import { namedUnattends } from '../workspace/namedUnattends';
import type { Workspace } from '../workspace/workspace';
import type { FolderCheck } from './folderCheck';
import {
	checkFolderRequest,
	type ManifestFilesParams,
	type ManifestFilesResult,
	manifestFilesRequest,
	type NamedServerParams,
	type NamedServerResult,
	namedServerRequest,
	type OurFilesResult,
	ourFilesRequest,
} from './folderProtocol';

export interface FolderRequestParts {
	readonly workspace: Workspace;
	readonly folderCheck: FolderCheck;
}

/** The requests about folders; see `folderProtocol.ts`. */
export function registerFolderRequests(connection: Connection, { workspace, folderCheck }: FolderRequestParts): void {
	connection.onRequest(ourFilesRequest, async (): Promise<OurFilesResult> => ({ files: await workspace.ourFiles() }));

	connection.onRequest(manifestFilesRequest, async ({ uri }: ManifestFilesParams): Promise<ManifestFilesResult> => {
		// The watcher may lag behind the disk; what goes to an appliance is read anew.
		workspace.forget();
		const manifest = canonicalUri(uri);
		const placed = (await workspace.manifestsAbove(manifest)).find(found => found.uri === manifest);
		if (placed === undefined) return { uris: [], isUnreadable: false };
		if (await isUnreadable(workspace, placed.uri)) return { uris: [], isUnreadable: true };
		return { ...(await namedUnattends(placed, workspace)), isUnreadable: false };
	});

	connection.onRequest(namedServerRequest, async ({ uri }: NamedServerParams): Promise<NamedServerResult> => {
		const [nearest] = await workspace.manifestsAbove(uri);
		return { server: nearest?.manifest.server };
	});

	connection.onRequest(checkFolderRequest, () => folderCheck.run());
}
