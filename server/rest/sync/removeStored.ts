import { t } from '../../texts/texts';
import { profileFileKinds, readImageProfiles } from '../imageProfiles';
import type { OsImages } from '../osImages';
import { readOtherFiles } from '../otherFiles';
import { pause } from '../pause';
import { noListError } from '../silentLists';
import { isObject, isStoredFileEntry, type StoredFileEntry } from '../wire';
import type { XClarityClient } from '../xclarityClient';
import { XClarityError } from '../xclarityError';
import { mayBeDone } from './linkFiles';
import { textFilesOf } from './listing';
import { hasSameMembers } from './ownChanges';
import { isShownSame, type Shown, shownOf } from './shownFacts';
import { sightingsOf } from './sightings';
import type { RecordStore } from './uploadRecord';

/** Something on the appliance that can be removed. */
interface Listed {
	readonly id: string;
	readonly name: string;
	readonly shown: Shown;
	/** Ids of what it needs: partner, files of a profile. */
	readonly uses: readonly string[];
	/** A link goes both ways, whichever of the two shows it. */
	readonly isLinked: boolean;
	/** Of a profile: its image, with which it goes. */
	readonly image?: string;
}

const entryOf = (raw: StoredFileEntry, uses: readonly string[] = []): Listed => ({
	isLinked: uses.length > 0,
	id: String(raw.id),
	name: typeof raw.name === 'string' ? raw.name : String(raw.id),
	uses,
	shown: shownOf({ raw }),
});

function listedIn(images: OsImages): readonly Listed[] {
	const isEntry = (value: unknown): value is StoredFileEntry => isObject(value) && isStoredFileEntry(value);
	return [
		...textFilesOf(images).map(({ raw, partners }) => entryOf(raw, partners)),
		...images.images.filter(isEntry).map(raw => entryOf(raw)),
		...readOtherFiles(images.raw).map(({ raw }) => entryOf(raw)),
		...readImageProfiles(images).map(({ id, name, files, image }) => ({
			id,
			name,
			shown: {},
			isLinked: false,
			image: image.id,
			uses: profileFileKinds.flatMap(kind => files[kind] ?? []),
		})),
	];
}

/** What was removed, or what stands in the way. */
export interface Removal {
	readonly removed: readonly string[];
	/** A sentence for each thing that stays and uses one that was to go; nothing was removed then. */
	readonly users: readonly string[];
}

export interface RemovalOptions {
	readonly store: RecordStore;
	/** Remove what others use. */
	readonly isForced: boolean;
}

const mostTries = 3;

/** Milliseconds between two tries. */
const betweenTries = 150;

/**
 * Removes files, images and profiles by their ids, after a look that shows them as they were at first. A profile goes
 * with its image. A lost answer is looked at.
 * @throws {XClarityError} `refused` for an id that is not listed; `conflict` when somebody has changed one meanwhile.
 */
export async function removeStored(
	client: XClarityClient,
	ids: readonly string[],
	{ store, isForced }: RemovalOptions,
): Promise<Removal> {
	const first = await client.osImages();
	const known = listedIn(first);
	const wanted = known.filter(({ id }) => ids.includes(id));
	const missing = ids.filter(id => !wanted.some(thing => thing.id === id));
	const [silent] = first.silent;
	if (missing.length > 0 && silent) throw noListError({ name: missing.join(', '), imageType: silent }, client.host);
	if (missing.length > 0)
		throw new XClarityError(
			t('{host} has nothing with the id {missing}.', { host: client.host, missing: missing.join(', ') }),
			{ kind: 'refused' },
		);
	const ours = new Set(store.all().map(({ stored }) => stored?.id));
	const seen = sightingsOf(first, store, client.host);
	const going = wanted.filter(({ image }) => image === undefined || !ids.includes(image)).map(({ id }) => id);
	let lost: XClarityError | undefined;
	for (let round = 0; ; round++) {
		const images = round === 0 ? first : await client.osImages();
		const listed = listedIn(images);
		const there = listed.filter(({ id }) => going.includes(id));
		if (there.length === 0) return { removed: ids, users: [] };
		if (round >= mostTries) throw lost ?? new XClarityError(stillThere(client.host, there), { kind: 'unexpected' });
		for (const thing of there) demandSame(thing, known, client.host);
		const users = isForced ? [] : usersOf(listed, ids, ours);
		if (users.length > 0) return { removed: [], users };
		const change = seen.begin({ before: images, targets: [], partners: ids });
		try {
			await client.withSignal(undefined).remove(there.map(({ id }) => id));
		} catch (error) {
			if (!mayBeDone(error) && !(error instanceof XClarityError && error.status === 404)) throw error;
			lost = error;
			await pause(betweenTries, t('Removing'), undefined);
		}
		change.end();
		const note = seen.look();
		note(await client.withSignal(undefined).osImages());
	}
}

function demandSame({ id, shown, uses }: Listed, known: readonly Listed[], host: string): void {
	const before = known.find(thing => thing.id === id);
	if (before && isShownSame(before.shown, shown) && hasSameMembers(before.uses, uses)) return;
	throw new XClarityError(
		t('Somebody has changed {id} on {host} in the meantime. It was left as it is.', { id, host }),
		{
			kind: 'conflict',
		},
	);
}

/** What names a thing that goes; and what such a file itself names, unless that is ours, which the next upload links. */
const usersOf = (
	listed: readonly Listed[],
	ids: readonly string[],
	ours: ReadonlySet<string | undefined>,
): string[] => {
	const linked = listed.filter(({ id, isLinked }) => isLinked && ids.includes(id));
	return listed.flatMap(({ id, name, uses, image }) => {
		if (ids.includes(id) || (image !== undefined && ids.includes(image))) return [];
		const namedBy = ours.has(id) ? [] : linked.filter(thing => thing.uses.includes(id)).map(thing => thing.id);
		const used = new Set([...uses.filter(use => ids.includes(use)), ...namedBy]);
		return used.size > 0 ? [t('{name} ({id}) is linked with {used}.', { name, id, used: [...used].join(', ') })] : [];
	});
};

const stillThere = (host: string, things: readonly Listed[]): string =>
	t('{host} lists {things} although it was removed.', { host, things: things.map(({ id }) => id).join(', ') });
