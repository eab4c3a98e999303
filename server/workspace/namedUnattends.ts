import type { PlacedManifest, Workspace } from './workspace';

/** URIs of the unattend files that a manifest names and that exist. */
export async function namedUnattends(
	{ uri, folder }: PlacedManifest,
	workspace: Pick<Workspace, 'filesBelow' | 'linkOf'>,
): Promise<readonly string[]> {
	const named: string[] = [];
	for (const file of await workspace.filesBelow(folder)) {
		const link = await workspace.linkOf(file);
		if (link?.manifestUri === uri && link.role === 'unattend') named.push(file);
	}
	return named;
}
