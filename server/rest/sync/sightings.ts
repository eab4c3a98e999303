import { inARow } from '../../texts/inARow';
import { t } from '../../texts/texts';
import type { OsImages, StoredFile } from '../osImages';
import { XClarityError } from '../xclarityError';
import { certainLinks } from './certainText';
import { foreignLinksSince } from './foreignLinks';
import { describedFilesOf, findStored, textFilesOf } from './listing';
import type { OwnChange } from './ownChange';
import { type BegunChange, hasSameMembers, ownChanges, type Seen, sightingOf } from './ownChanges';
import { isShownSame, type Shown, shownOf } from './shownFacts';
import { showsMark } from './uploadMark';
import type { RecordStore } from './uploadRecord';
import type { VersionDoubt } from './versionSteps';

/** How each file was when it was last seen. What differs from that was changed by somebody else. */
export interface Sightings {
	shownOf(id: string): Shown | undefined;
	see(file: StoredFile): void;
	/** What a file names: as the list shows it, otherwise as our last change has left it. */
	linksOf(file: StoredFile): readonly string[];
	/**
	 * Says that the list is about to be asked for; what it gives takes the list, whoever asked for it. What no change of
	 * ours explains is somebody else's doing from then on, whatever we do to that file later.
	 */
	look(): (images: OsImages) => void;
	/** @throws {XClarityError} `conflict` for a file that is gone, or is not as it was last seen. */
	demandUnedited(images: OsImages, id: string): StoredFile;
	/**
	 * Before a file is changed or removed: nor must it be linked, from either side, with a file that we have not named.
	 * The appliance itself links with nothing else; what was linked so before we began may stay.
	 */
	demandUnchanged(images: OsImages, id: string): StoredFile;
	/** Likewise before another file is linked with it: where files have one partner each, that takes it from its own. */
	demandNoStranger(images: OsImages, id: string): void;
	/**
	 * Says that we are about to change something. What lists show as other, up to the first that is asked for after its
	 * end, is taken in: all about the targets; of files linked with them the link, and time and version. Our records of
	 * these files go along, so that the next run does not take it for somebody's edit.
	 */
	begin(change: OwnChange): BegunChange;
	/** Files whose versions tell of more changes than ours: somebody else has changed them between the same two looks. */
	doubts(): readonly VersionDoubt[];
}

function changedSince(seen: Seen, images: OsImages): readonly string[] {
	const changed: string[] = [];
	for (const file of textFilesOf(images)) {
		const before = seen.get(file.id);
		if (before && !isShownSame(before.shown, shownOf(file))) changed.push(file.id);
	}
	return changed;
}

const conflict = (what: string): XClarityError => new XClarityError(what, { kind: 'conflict' });

export function sightingsOf(
	first: OsImages,
	store: Pick<RecordStore, 'about' | 'pending' | 'put'>,
	host: string,
): Sightings {
	const seen = new Map(textFilesOf(first).map(file => [file.id, sightingOf(file)]));
	const linked = (id: string, other: string): XClarityError =>
		conflict(
			t('Somebody has linked {id} on {host} with {other} meanwhile. It was left as it is.', { id, host, other }),
		);

	const links = foreignLinksSince(first);
	/** Files that somebody else has changed. */
	const foreign = new Set<string>();
	const own = ownChanges(seen, foreign, store);
	let latest = first;
	const see = (file: StoredFile): void => {
		links.allow([file.id]);
		seen.set(file.id, sightingOf(file));
		foreign.delete(file.id);
	};
	const observe = (images: OsImages): void => {
		latest = images;
		for (const file of markedFiles(images, store, own.going())) see(file);
		own.absorb(images);
		for (const id of changedSince(seen, images)) foreign.add(id);
	};

	const demandUnedited = (images: OsImages, id: string): StoredFile => {
		const [file, before] = [findStored(images, id), seen.get(id)];
		if (!file) throw conflict(t('{host} no longer lists {id}: somebody has removed it.', { host, id }));
		const now = sightingOf(file);
		if (!before || foreign.has(id) || !isShownSame(before.shown, now.shown))
			throw conflict(t('Somebody has changed {id} on {host} in the meantime. It was left as it is.', { id, host }));
		if (hasSameMembers(before.partners, now.partners)) return file;
		const added = now.partners.filter(other => !before.partners.includes(other));
		throw linked(id, inARow(added.length > 0 ? added : now.partners) || t('nothing'));
	};

	const demandNoStranger = (images: OsImages, id: string): void => {
		const stranger = links.strangerOf(images, id);
		if (stranger) throw linked(id, stranger.id);
	};

	return {
		shownOf: id => seen.get(id)?.shown,
		linksOf: file => certainLinks(store.about(file.id), file),
		see(file) {
			see(file);
			observe(latest);
		},
		look() {
			const close = own.closing();
			return images => {
				observe(images);
				close();
			};
		},
		demandUnchanged(images, id) {
			const file = demandUnedited(images, id);
			demandNoStranger(images, id);
			return file;
		},
		demandNoStranger,
		demandUnedited,
		doubts: () => own.doubts(),
		begin(change) {
			links.allow([...change.targets, ...(change.partners ?? [])]);
			if (change.name !== undefined) links.allowName(change.name);
			return own.begin(change);
		},
	};
}

/**
 * Files of ours that count as they are now: the first list has shown our mark, or their import still runs. That they
 * are ours is written down.
 */
function markedFiles(
	images: OsImages,
	store: Pick<RecordStore, 'pending' | 'put'>,
	open: readonly OwnChange[],
): readonly StoredFile[] {
	const described = describedFilesOf(images);
	if (described.length === 0) return [];
	return store.pending().flatMap(record => {
		const { pending } = record;
		const { mark, markedId, id } = pending ?? {};
		if (!pending || mark === undefined || id !== undefined) return [];
		const [file, ...more] = described.filter(({ description }) => showsMark(description, mark));
		const isComing = open.some(change => change.mark === mark);
		if (!file || more.length > 0 || (markedId !== undefined && !isComing)) return [];
		if (markedId !== file.id) store.put({ ...record, pending: { ...pending, markedId: file.id } });
		return [file];
	});
}
