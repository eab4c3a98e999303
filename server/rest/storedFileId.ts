import type { OsImages, StoredFile } from './osImages';
import { isObject, storedFileIdPattern } from './wire';

export interface WantedFile {
	readonly imageType: 'CONFIG' | 'UNATTEND';
	readonly name: string;
}

export const filesOfType = (images: OsImages, imageType: WantedFile['imageType']): readonly StoredFile[] =>
	imageType === 'CONFIG' ? images.configs : images.unattends;

/** Answers and jobs nest a few levels. */
const deepest = 4;

/**
 * The id of the file in an answer or a job, wherever it stands: as an attribute that is called so, or as a text that
 * has the form of such an id and ends with the name.
 */
export function idIn(value: unknown, name: string, depth = 0): string | undefined {
	if (typeof value === 'string') return storedFileIdPattern.exec(value)?.groups?.name === name ? value : undefined;
	if (depth > deepest) return undefined;
	if (Array.isArray(value)) return firstDefined(value, entry => idIn(entry, name, depth + 1));
	if (!isObject(value)) return undefined;
	const own = value.fileId ?? value.fileID;
	if ((typeof own === 'string' && own !== '') || typeof own === 'number') return String(own);
	return firstDefined(Object.values(value), entry => idIn(entry, name, depth + 1));
}

function firstDefined(values: readonly unknown[], find: (value: unknown) => string | undefined): string | undefined {
	for (const value of values) {
		const found = find(value);
		if (found !== undefined) return found;
	}
	return undefined;
}
