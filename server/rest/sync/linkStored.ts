import { t } from '../../texts/texts';
import type { OsImages, StoredFile } from '../osImages';
import { isSilentAbout, noListError } from '../silentLists';
import type { XClarityClient } from '../xclarityClient';
import { XClarityError } from '../xclarityError';
import { carriedOf } from './certainText';
import { lostLinks } from './foreignLinks';
import { doubtConflicts } from './lastLook';
import { type ChangedLink, linkFiles, type Wanted } from './linkFiles';
import { changedLinks, noteLink, takenLinks } from './linkMemory';
import { entryOf, sharedLister, withLinks } from './listing';
import { isShownSame, shownOf, showsChanges } from './shownFacts';
import { sightingsOf } from './sightings';
import type { TextType } from './uploadFile';
import { linkTypesOf, type RecordStore, recordOfStored } from './uploadRecord';

/** Two files on the appliance; without `config`, the unattend file is to be linked with nothing. */
export interface StoredPair {
	readonly unattend: string;
	readonly config: string | undefined;
}

export interface LinkOutcome {
	/** False when they were linked already, or when a conflict stands in the way. */
	readonly isChanged: boolean;
	/** A sentence for each thing that somebody else did and that a person has to decide about. */
	readonly conflicts: readonly string[];
}

export interface LinkStoredOptions {
	readonly store: RecordStore;
	/** Undo also what somebody else has linked. */
	readonly overwrite?: boolean;
}

/**
 * Links two files that are on the appliance, both ways, and reads back. A configuration file that another unattend
 * file uses keeps naming that one. Changes nothing that somebody else has changed since the first look.
 * @throws {XClarityError} `refused` for an id that is not listed; `conflict`.
 */
export async function linkStored(
	client: XClarityClient,
	pair: StoredPair,
	{ store, overwrite = false }: LinkStoredOptions,
): Promise<LinkOutcome> {
	const linkTypes = linkTypesOf(store.all());
	const images = withLinks(await client.osImages(), linkTypes);
	const changed: ChangedLink[] = [];
	const steady = client.withSignal(undefined);
	const seen = sightingsOf(images, store, client.host);
	const lister = sharedLister(client, images, { linkTypes, look: seen.look });
	const access = { client, steady, lister, seen };
	const wanted = wantedLinks(images, pair, (type, id) => {
		const entry = entryOf(images, type, id);
		if (!entry && isSilentAbout(images, type)) throw noListError({ name: id, imageType: type }, client.host);
		if (!entry)
			throw new XClarityError(t('{host} has no {type} file {id}.', { host: client.host, type, id }), {
				kind: 'refused',
			});
		return { ...carriedOf(store, entry), named: knownLink(store, entry) };
	});
	const links = { wanted, images, host: client.host };
	const changedOnes = overwrite ? [] : changedLinks(store, links);
	const rivals =
		overwrite || pair.config === undefined || changedOnes.length > 0 ? changedOnes : takenLinks(store, links);
	if (rivals.length > 0) return { isChanged: false, conflicts: rivals };
	const leaving = new Set(pair.config === undefined ? [pair.unattend] : []);
	const after = await linkFiles(access, wanted, { leaving, changed });
	for (const link of wanted) noteLink(store, link, after);
	const linked = new Set(pair.config === undefined || overwrite ? [] : [pair.config]);
	const lost = lostLinks({ before: images, after, host: client.host }, linked, new Set([pair.unattend]));
	return { isChanged: changed.length > 0, conflicts: [...lost, ...doubtConflicts(seen, store, client.host)] };
}

/** What our last change has linked it with, if the list would show that it was changed since. */
function knownLink(store: RecordStore, entry: StoredFile): string | undefined {
	const stored = recordOfStored(store, entry.id)?.stored;
	const shown = shownOf(entry);
	return stored && showsChanges(shown) && isShownSame(stored.shown, shown) ? stored.linkedWith : undefined;
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
	const namedBy = images.configs.filter(({ partners }) => partners.includes(unattend));
	const others = namedBy
		.map(({ id, partners }) => wanted('CONFIG', id, partners.find(other => other !== unattend) ?? ''))
		.filter(({ content }) => content !== undefined);
	return [wanted('UNATTEND', unattend, ''), ...others];
}
