import type { FileList } from './fileSystem';
import { folderUri, joinUri } from './fileUri';

/** A file or folder in a folder. */
export interface FolderEntry {
	readonly name: string;
	/** A link to a folder is none. */
	readonly isFolder: boolean;
}

const namedAsOurs = /(?:^|[./\\])xclarity\.json$/i;

/** Whether a folder, a pipe or a device has a name that a file of ours would have: what it is shows when it is read. */
export const isNamedAsOurs = (path: string): boolean => namedAsOurs.test(path);

/**
 * Lists the files below a folder, nearer ones first, without hidden folders and `node_modules`.
 * @param most after so many it stops
 * @param entriesOf what is in a folder; `undefined` when it may not be looked into
 */
export async function filesBelow(
	folder: string,
	most: number,
	entriesOf: (folder: string) => Promise<readonly FolderEntry[] | undefined>,
): Promise<FileList> {
	const uris: string[] = [];
	const closed: string[] = [];
	const pending = [folderUri(folder)];
	for (const next of pending) {
		if (uris.length > most) break;
		const entries = await entriesOf(next);
		if (!entries) closed.push(next);
		for (const { name, isFolder } of [...(entries ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const uri = joinUri(next, name);
			if (!isFolder || isNamedAsOurs(name)) uris.push(uri);
			if (isFolder && !name.startsWith('.') && name !== 'node_modules') pending.push(folderUri(uri));
		}
	}
	return { uris: uris.slice(0, most), isCut: uris.length > most, closed };
}
