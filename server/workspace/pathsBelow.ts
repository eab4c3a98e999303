import { oncePerVersion } from '../language/oncePerVersion';
import type { FileList } from './fileSystem';
import { relativePath } from './fileUri';

/** A file of a list, by its path below a folder. */
interface PathBelow {
	readonly uri: string;
	/** `/`-separated. */
	readonly path: string;
}

/** The files of a list with their paths below a folder; worked out once for a list and its folder. */
export const pathsBelow = oncePerVersion(({ uris }: FileList, folder: string): readonly PathBelow[] =>
	uris.flatMap(uri => {
		const path = relativePath(folder, uri);
		return path === undefined ? [] : [{ uri, path }];
	}),
);
