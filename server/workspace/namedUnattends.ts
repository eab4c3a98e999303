import { isGlob } from '../language/links/matching';
import type { PlacedManifest, Workspace } from './workspace';

export interface NamedUnattends {
	/** URIs of those that exist. */
	readonly uris: readonly string[];
	/**
	 * URI of a folder that may not be looked into, or that holds more files than are listed: what the patterns of the
	 * manifest name there is not known. `undefined` where everything was seen, and where no entry is a pattern.
	 */
	readonly unseen: string | undefined;
}

/** The unattend files that a manifest names. */
export async function namedUnattends(
	{ uri, folder, manifest }: PlacedManifest,
	workspace: Pick<Workspace, 'listBelow' | 'linkOf'>,
): Promise<NamedUnattends> {
	const { uris, closed, isCut } = await workspace.listBelow(folder);
	const named: string[] = [];
	for (const file of uris) {
		const link = await workspace.linkOf(file);
		if (link?.manifestUri === uri && link.role === 'unattend') named.push(file);
	}
	const hasPatterns = manifest.links.some(({ unattend }) => unattend.some(({ text }) => isGlob(text)));
	return { uris: named, unseen: hasPatterns ? (closed[0] ?? (isCut ? folder : undefined)) : undefined };
}
