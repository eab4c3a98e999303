import type { OsImages, StoredFile } from '../osImages';
import type { XClarityClient } from '../xclarityClient';
import { XClarityError } from '../xclarityError';
import { carriedOf } from './certainText';
import { type ChangedLink, linkFiles, type Wanted } from './linkFiles';
import { entryOf, sharedLister, withLinks } from './listing';
import { isShownSame, shownOf, showsChanges } from './shownFacts';
import { sightingsOf } from './sightings';
import type { TextType } from './uploadFile';
import { linkTypesOf, type RecordedFile, type RecordStore, type StoredCopy } from './uploadRecord';

/** Two files on the appliance; without `config`, the unattend file is to be linked with nothing. */
export interface StoredPair {
	readonly unattend: string;
	readonly config: string | undefined;
}

/**
 * Links two files that are on the appliance, both ways, and reads back. A configuration file that another unattend
 * file uses keeps naming that one. Changes nothing that somebody else has changed since the first look.
 * @returns false when they were linked already.
 * @throws {XClarityError} `refused` for an id that is not listed; `conflict`.
 */
export async function linkStored(client: XClarityClient, pair: StoredPair, store: RecordStore): Promise<boolean> {
	const linkTypes = linkTypesOf(store.all());
	const images = withLinks(await client.osImages(), linkTypes);
	const changed: ChangedLink[] = [];
	const steady = client.withSignal(undefined);
	const seen = sightingsOf(images, store, client.host);
	const lister = sharedLister(client, images, { linkTypes, look: seen.look });
	const access = { client, steady, lister, seen };
	const wanted = wantedLinks(images, pair, (type, id) => {
		const entry = entryOf(images, type, id);
		if (!entry) throw new XClarityError(`${client.host} has no ${type} file ${id}.`, { kind: 'refused' });
		return { ...carriedOf(store, entry), named: knownLink(store, entry) };
	});
	await linkFiles(access, wanted, { leaving: new Set(), changed });
	for (const { id, partnerId } of wanted) noteLink(store, id, partnerId);
	return changed.length > 0;
}

const copyOf = (store: RecordStore, id: string): (RecordedFile & { stored: StoredCopy }) | undefined =>
	store.all().find((record): record is RecordedFile & { stored: StoredCopy } => record.stored?.id === id);

/** What our last change has linked it with, if the list would show that it was changed since. */
function knownLink(store: RecordStore, entry: StoredFile): string | undefined {
	const stored = copyOf(store, entry.id)?.stored;
	const shown = shownOf(entry);
	return stored && showsChanges(shown) && isShownSame(stored.shown, shown) ? stored.linkedWith : undefined;
}

function noteLink(store: RecordStore, id: string, partnerId: string | undefined): void {
	const record = copyOf(store, id);
	if (record) store.put({ ...record, stored: { ...record.stored, linkedWith: partnerId } });
}

function wantedLinks(
	images: OsImages,
	{ unattend, config }: StoredPair,
	carriedBy: (type: TextType, id: string) => Pick<Wanted, 'content' | 'description' | 'named'>,
): readonly Wanted[] {
	const wanted = (imageType: TextType, id: string, partnerId: string): Wanted => ({
		imageType,
		id,
		partnerId,
		orAnyUser: imageType === 'CONFIG' && partnerId !== '',
		...carriedBy(imageType, id),
	});
	if (config !== undefined) return [wanted('UNATTEND', unattend, config), wanted('CONFIG', config, unattend)];
	// A configuration file that names it is let go as well, where its text is known: a change has to carry it.
	const namedBy = images.configs.filter(({ associatedFileId }) => associatedFileId === unattend);
	const others = namedBy.map(({ id }) => wanted('CONFIG', id, '')).filter(({ content }) => content !== undefined);
	return [wanted('UNATTEND', unattend, ''), ...others];
}
