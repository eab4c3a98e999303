import { addLink, type NewLink } from '../language/links/linkEdit';
import { t } from '../texts/texts';
import { joinUri, relativePath } from './fileUri';
import { commonFolder } from './folderPaths';
import { manifestName } from './manifestName';
import type { Workspace } from './workspace';

/** A manifest and its text after an edit. */
export interface EditedManifest {
	/** Its URI; the file may not exist yet. */
	readonly manifest: string;
	readonly text: string;
}

/**
 * The manifest that a link between two files belongs into, with its text after the link was written: the nearest
 * one above both, or a new one in the nearest folder that holds both.
 * @throws {RangeError} with a sentence for the person when the manifest cannot be edited.
 */
export async function linkEdit(
	workspace: Pick<Workspace, 'document' | 'manifestsAbove'>,
	link: NewLink,
): Promise<EditedManifest> {
	const above = await workspace.manifestsAbove(link.unattend);
	const placed = above.find(({ folder }) => relativePath(folder, link.config) !== undefined);
	const folder = placed?.folder ?? commonFolder(link.unattend, link.config);
	const manifest = joinUri(folder, manifestName);
	const unattend = relativePath(folder, link.unattend);
	const config = relativePath(folder, link.config);
	if (unattend === undefined || config === undefined)
		throw new RangeError(t('The two files have no folder in common.'));
	const before = await workspace.document(manifest);
	const text = addLink(before?.getText(), { ...link, unattend, config });
	if (text === undefined)
		throw new RangeError(
			t('{manifestName} cannot be read as JSON: correct it first, then link the files.', { manifestName }),
		);
	return { manifest: before?.uri ?? manifest, text };
}
