import type { OsImages, StoredFile } from '../osImages';
import { isShownSame, shownOf } from './shownFacts';
import { textOf } from './uploadFile';
import { type RecordedFile, type RecordStore, recordOfStored } from './uploadRecord';

/**
 * The bytes of a stored file as far as they are certain: it was uploaded from here, and the appliance shows it as it
 * did then.
 */
export function certainBytes(store: Pick<RecordStore, 'about' | 'bytesOf'>, file: StoredFile): Uint8Array | undefined {
	const stored = recordOfStored(store, file.id)?.stored;
	return stored && isShownSame(stored.shown, shownOf(file)) ? store.bytesOf(stored.sha256) : undefined;
}

/** The text of a stored file where it is certain: the appliance shows it, or it is known from its upload. */
export function certainText(store: Pick<RecordStore, 'about' | 'bytesOf'>, file: StoredFile): string | undefined {
	if (typeof file.raw.content === 'string') return file.raw.content;
	const bytes = certainBytes(store, file);
	return bytes && textOf(bytes);
}

/** The description of a stored file, likewise: what a change does not carry may be lost. */
export function certainDescription(store: Pick<RecordStore, 'about'>, file: StoredFile): string | undefined {
	if (file.description !== undefined) return file.description;
	const stored = recordOfStored(store, file.id)?.stored;
	return stored && isShownSame(stored.shown, shownOf(file)) ? stored.description : undefined;
}

/** What a stored file is linked with: as the appliance shows it, otherwise as our last change has left it. */
export function certainLinks(records: readonly RecordedFile[], file: StoredFile): readonly string[] {
	if (file.showsAssociation) return file.partners;
	const copies = records.flatMap(({ stored, obsolete, linked }) => [
		...[...(stored ? [stored] : []), ...obsolete],
		...(linked ? [{ id: linked.id, linkedWith: linked.partnerId }] : []),
	]);
	const link = copies.find(({ id }) => id === file.id)?.linkedWith;
	return link === undefined ? [] : [link];
}

/** The ids of unattend files that name this configuration file. */
export const usersOfConfig = ({ unattends }: OsImages, id: string, records: readonly RecordedFile[]): string[] =>
	unattends.filter(user => certainLinks(records, user).includes(id)).map(user => user.id);

/** What a change of a stored file has to carry along. */
export const carriedOf = (store: Pick<RecordStore, 'about' | 'bytesOf'>, file: StoredFile) => ({
	content: certainText(store, file),
	description: certainDescription(store, file),
});
