import type { OsImages, StoredFile } from '../osImages';
import { XClarityError } from '../xclarityError';
import { foreignLinksSince } from './foreignLinks';
import { findStored, textFilesOf } from './listing';
import { differsInTimeOnly, isFinishedSame, isShownSame, type Shown, shownOf } from './shownFacts';
import { markIn, showsMark } from './uploadMark';
import type { RecordStore } from './uploadRecord';

interface Sighting {
	readonly shown: Shown;
	/** '' for nothing, also where the appliance does not say. */
	readonly link: string;
}

/** A change of ours that is about to be made. */
export interface OwnChange {
	/** The look just before. */
	readonly before: OsImages;
	/** Files that we change. */
	readonly targets: readonly string[];
	/** Files that they are linked with by it. */
	readonly partners?: readonly (string | undefined)[];
	/** Of a file that is imported by it: its id is not known yet. */
	readonly name?: string;
	/** What shows that file as ours. */
	readonly mark?: string | undefined;
}

/** How each file was when it was last seen. What differs from that was changed by somebody else. */
export interface Sightings {
	shownOf(id: string): Shown | undefined;
	see(file: StoredFile): void;
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
}

export interface BegunChange {
	/** It was answered, or its answer was lost. */
	end(): void;
	/** It was refused. */
	drop(): void;
}

const sightingOf = (file: StoredFile): Sighting => ({
	shown: shownOf(file),
	link: file.associatedFileId ?? '',
});

const isSighted = ({ shown, link }: Sighting, file: StoredFile): boolean =>
	isShownSame(shown, shownOf(file)) && link === sightingOf(file).link;

type Seen = Map<string, Sighting>;

const changedSince = (seen: Seen, images: OsImages): readonly string[] =>
	textFilesOf(images).flatMap(file => {
		const before = seen.get(file.id);
		return before && !isShownSame(before.shown, shownOf(file)) ? [file.id] : [];
	});

function take(store: Pick<RecordStore, 'all' | 'put'>, seen: Seen, file: StoredFile): void {
	const before = seen.get(file.id);
	const now = sightingOf(file);
	seen.set(file.id, now);
	if (before && !isShownSame(before.shown, now.shown))
		rebase(store, { id: file.id, before: before.shown, now: now.shown });
}

/** Our change of a file in flight takes its mark away: it was made when a list shows that for the first time. */
const isElsewhen = ({ before: earlier, targets }: OwnChange, seen: Seen, after: OsImages): boolean =>
	targets.some(id => {
		const [begun, before, file] = [findStored(earlier, id), seen.get(id), findStored(after, id)];
		if (!before || !file || markIn(begun?.description) === undefined) return false;
		return markIn(String(before.shown.description)) === undefined || isSighted(before, file);
	});

const conflict = (what: string): XClarityError => new XClarityError(what, { kind: 'conflict' });

export function sightingsOf(first: OsImages, store: Pick<RecordStore, 'all' | 'put'>, host: string): Sightings {
	const seen = new Map(textFilesOf(first).map(file => [file.id, sightingOf(file)]));
	const linked = (id: string, other: string): XClarityError =>
		conflict(`Somebody has linked ${id} on ${host} with ${other} meanwhile. It was left as it is.`);

	const links = foreignLinksSince(first);
	/** Changes of ours, and whether they have ended. */
	const open = new Map<OwnChange, boolean>();
	/** Files that somebody else has changed. */
	const foreign = new Set<string>();
	let latest = first;
	const see = (file: StoredFile): void => {
		links.allow([file.id]);
		seen.set(file.id, sightingOf(file));
		foreign.delete(file.id);
	};
	const absorb = (change: OwnChange, after: OsImages): void => {
		if (isElsewhen(change, seen, after)) return;
		const { targets, partners = [] } = change;
		const near = neighbours([change.before, after], [...targets, ...partners.filter(id => id !== undefined)]);
		for (const file of textFilesOf(after).filter(({ id }) => near.has(id) && !foreign.has(id))) {
			const before = seen.get(file.id);
			const isOwn = targets.includes(file.id) ? isOwnChange(file, before) : isOwnEffect(file, before, near);
			if (isOwn) take(store, seen, file);
		}
	};
	const close = (change: OwnChange): void => {
		open.delete(change);
		noteTouched(store, change, false);
	};
	const observe = (images: OsImages): void => {
		latest = images;
		for (const file of markedFiles(images, store, [...open.keys()])) see(file);
		for (const change of open.keys()) absorb(change, images);
		for (const id of changedSince(seen, images)) foreign.add(id);
	};

	const demandUnedited = (images: OsImages, id: string): StoredFile => {
		const [file, before] = [findStored(images, id), seen.get(id)];
		if (!file) throw conflict(`${host} no longer lists ${id}: somebody has removed it.`);
		const now = sightingOf(file);
		if (!before || foreign.has(id) || !isShownSame(before.shown, now.shown))
			throw conflict(`Somebody has changed ${id} on ${host} in the meantime. It was left as it is.`);
		if (before.link !== now.link) throw linked(id, now.link || 'nothing');
		return file;
	};

	const demandNoStranger = (images: OsImages, id: string): void => {
		const stranger = links.strangerOf(images, id);
		if (stranger) throw linked(id, stranger.id);
	};

	return {
		shownOf: id => seen.get(id)?.shown,
		see(file) {
			see(file);
			observe(latest);
		},
		look() {
			const ended = [...open].filter(([, isOver]) => isOver).map(([change]) => change);
			return images => {
				observe(images);
				for (const change of ended) close(change);
			};
		},
		demandUnchanged(images, id) {
			const file = demandUnedited(images, id);
			demandNoStranger(images, id);
			return file;
		},
		demandNoStranger,
		demandUnedited,
		begin(change) {
			open.set(change, false);
			links.allow([...change.targets, ...(change.partners ?? [])]);
			if (change.name !== undefined) links.allowName(change.name);
			noteTouched(store, change, true);
			return { end: () => void (open.has(change) && open.set(change, true)), drop: () => close(change) };
		},
	};
}

/**
 * Files of ours that count as they are now: the first list has shown our mark, or their import still runs. That they
 * are ours is written down.
 */
function markedFiles(
	images: OsImages,
	store: Pick<RecordStore, 'all' | 'put'>,
	open: readonly OwnChange[],
): readonly StoredFile[] {
	return store.all().flatMap(record => {
		const { pending } = record;
		const { mark, markedId, id } = pending ?? {};
		if (!pending || mark === undefined || id !== undefined) return [];
		const [file, ...more] = textFilesOf(images).filter(({ description }) => showsMark(description, mark));
		const isComing = open.some(change => change.mark === mark);
		if (!file || more.length > 0 || (markedId !== undefined && !isComing)) return [];
		if (markedId !== file.id) store.put({ ...record, pending: { ...pending, markedId: file.id } });
		return [file];
	});
}

/** The files themselves, those that they name and those that name them. */
function neighbours(lists: readonly OsImages[], ids: readonly string[]): Set<string> {
	const near = new Set(ids);
	for (const { id, associatedFileId: link } of lists.flatMap(textFilesOf)) {
		if (link !== undefined && ids.includes(link)) near.add(id);
		if (link !== undefined && ids.includes(id)) near.add(link);
	}
	return near;
}

/** A change of ours sends name and content as they were: when they are other, it was somebody else. */
const isOwnChange = (file: StoredFile, before: Sighting | undefined): boolean =>
	before !== undefined && isFinishedSame(before.shown, shownOf(file));

function isOwnEffect(file: StoredFile, before: Sighting | undefined, near: ReadonlySet<string>): boolean {
	const now = sightingOf(file);
	if (!before || !differsInTimeOnly(before.shown, now.shown)) return false;
	return now.link === before.link || now.link === '' || near.has(now.link);
}

interface Rebase {
	readonly id: string;
	readonly before: Shown;
	readonly now: Shown;
}

/** Only what was as recorded before our change is recorded anew: an edit of somebody else stays visible. */
function rebase(store: Pick<RecordStore, 'all' | 'put'>, { id, before, now }: Rebase): void {
	const isIt = (file: { readonly id: string; readonly shown: Shown }): boolean =>
		file.id === id && isShownSame(file.shown, before);
	for (const record of store.all()) {
		const { stored, pending, obsolete } = record;
		const isPending = pending?.id === id && pending.shown !== undefined && isShownSame(pending.shown, before);
		if (!(stored && isIt(stored)) && !isPending && !obsolete.some(isIt)) continue;
		store.put({
			...record,
			...(stored && isIt(stored) ? { stored: { ...stored, shown: now } } : {}),
			...(isPending ? { pending: { ...pending, shown: now } } : {}),
			obsolete: obsolete.map(file => (isIt(file) ? { ...file, shown: now } : file)),
		});
	}
}

/** After a kill in the midst of a change nobody knows what it has made of time and version. */
function noteTouched(
	store: Pick<RecordStore, 'all' | 'put'>,
	{ targets, partners = [] }: OwnChange,
	isTouched: boolean,
): void {
	for (const record of store.all()) {
		const { pending } = record;
		if (pending?.id !== undefined && [...targets, ...partners].includes(pending.id))
			store.put({ ...record, pending: { ...pending, isTouched } });
	}
}
