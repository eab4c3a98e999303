import { parentUri, relativePath } from './fileUri';

/** The nearest folder that holds both files. */
export function commonFolder(one: string, other: string): string {
	let folder = parentUri(one);
	while (folder !== undefined && relativePath(folder, other) === undefined) folder = parentUri(folder);
	return folder ?? one;
}

/** Relative path from a folder to a file that may lie beside or above it. */
export function pathFrom(folder: string, uri: string): string {
	let up = '';
	for (let base: string | undefined = folder; base !== undefined; base = parentUri(base)) {
		const path = relativePath(base, uri);
		if (path !== undefined) return up + path;
		up += '../';
	}
	return uri;
}
