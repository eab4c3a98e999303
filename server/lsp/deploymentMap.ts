import { type DeploymentMap, deploymentMap, type MappedUpload } from '../language/deployment/map/deploymentMap';
import { mapPicture } from '../language/deployment/map/mapPicture';
import { canonicalUri, fileName, relativePath } from '../workspace/fileUri';
import { mapSubjects } from '../workspace/mapSubjects';
import type { Workspace } from '../workspace/workspace';
import type { DeploymentMapParams, DeploymentPictureParams, DeploymentPictureResult } from './folderProtocol';

/** The answer to `xclarity/deploymentMap`. */
export async function readMap(
	workspace: Workspace,
	roots: readonly string[],
	{ uploads = [] }: DeploymentMapParams,
): Promise<DeploymentMap> {
	const byFile = new Map<string, MappedUpload[]>();
	for (const { uri, server, isCurrent } of uploads) {
		const key = canonicalUri(uri);
		byFile.set(key, [...(byFile.get(key) ?? []), { server, isCurrent }]);
	}
	const shown = (uri: string): string => shownPath(uri, roots);
	const ours = (await workspace.ourFiles()).map(({ uri }) => uri);
	return deploymentMap(await mapSubjects(workspace, ours, { shown, uploads: byFile }));
}

/** The answer to `xclarity/deploymentPicture`. */
export async function drawMap(
	workspace: Workspace,
	roots: readonly string[],
	params: DeploymentPictureParams,
): Promise<DeploymentPictureResult> {
	const map = await readMap(workspace, roots, params);
	const { page } = params;
	if (!page) return { svg: mapPicture(map) };
	const { nonce, command } = page;
	return {
		svg: mapPicture(map, {
			colours: 'editor',
			nonce,
			addressOf: ({ uri, range }) => `command:${command}?${encodeURIComponent(JSON.stringify([uri, range]))}`,
		}),
	};
}

/** Below the folder that is worked on; with the name of that folder where there are several. */
function shownPath(uri: string, roots: readonly string[]): string {
	for (const root of roots) {
		const path = relativePath(root, uri);
		if (path !== undefined) return roots.length === 1 ? path : `${fileName(root.replace(/\/$/, ''))}/${path}`;
	}
	return fileName(uri);
}
