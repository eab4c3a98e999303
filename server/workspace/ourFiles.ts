import { uploadedEndings } from '../language/languageService';
import { recognise } from '../language/recognise';
import { fileName } from './fileUri';
import type { Workspace } from './workspace';

/** Contents are looked at in a repository of unattend files, not in a home folder. */
const mostOpened = 500;

/** URIs of the files of ours below these folders; see `Workspace.ourFiles`. */
export async function ourFilesBelow(
	roots: readonly string[],
	workspace: Pick<Workspace, 'filesBelow' | 'linkOf' | 'document'>,
): Promise<readonly string[]> {
	const found = new Set<string>();
	let opened = 0;
	for (const root of roots) {
		for (const uri of await workspace.filesBelow(root)) {
			const path = fileName(uri);
			const known = recognise({ path, text: '' }) !== undefined || (await workspace.linkOf(uri)) !== undefined;
			if (known) found.add(uri);
			else if (mayBeOurs(path) && opened++ < mostOpened) {
				const document = await workspace.document(uri);
				if (document && recognise({ path, text: document.getText() })) found.add(uri);
			}
		}
	}
	return [...found];
}

const mayBeOurs = (path: string): boolean => uploadedEndings.some(ending => path.toLowerCase().endsWith(ending));
