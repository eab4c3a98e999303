import { t } from '../../texts/texts';
import { shownName, type UploadFile } from './uploadFile';

/**
 * On an appliance on which a name, or an id, can be there but once, an import removes what had it.
 * @param ids what was not uploaded from here, had the name, and is gone since
 * @returns a sentence for the person, where there is something to say.
 */
export function vanishedWords(
	ids: readonly string[],
	file: Pick<UploadFile, 'path' | 'name'>,
	host: string,
): readonly string[] {
	if (ids.length === 0) return [];
	return [
		t(
			'{ids} had the name of {file}, was not uploaded from here, and is gone from {host} since the import: it may have been replaced by it.',
			{ ids, file: shownName(file), host },
		),
	];
}
