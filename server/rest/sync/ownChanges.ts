import type { OsImages, StoredFile } from '../osImages';
import { type HiddenLinks, hiddenLinks } from './hiddenLinks';
import { findStored, linkedIds } from './listing';
import type { OwnChange } from './ownChange';
import { differsInTimeOnly, isFinishedSame, isShownSame, type Shown, shownOf } from './shownFacts';
import { noteTouched } from './touchedFiles';
import { isSameDescription } from './uploadFile';
import { markIn } from './uploadMark';
import type { RecordStore } from './uploadRecord';
import { type VersionDoubt, versionSteps } from './versionSteps';

export interface BegunChange {
	/** It was answered, or its answer was lost. */
	end(): void;
	/** It was refused. */
	drop(): void;
}

/** A file as a list has shown it. */
export interface Sighting {
	readonly shown: Shown;
	/** Ids; none also where the appliance does not say. */
	readonly partners: readonly string[];
}

export const sightingOf = (file: StoredFile): Sighting => ({
	shown: shownOf(file),
	partners: file.partners,
});

const isSighted = ({ shown, partners }: Sighting, file: StoredFile): boolean =>
	isShownSame(shown, shownOf(file)) && hasSameMembers(partners, file.partners);

/** True for the same ids, in any order. */
export const hasSameMembers = (one: readonly string[], other: readonly string[]): boolean =>
	one.length === other.length && one.every(id => other.includes(id));

export type Seen = Map<string, Sighting>;

/** What our changes make of files. */
export interface OwnChanges {
	/** Those that were begun, and whose effects a list may still show for the first time. */
	going(): readonly OwnChange[];
	begin(change: OwnChange): BegunChange;
	/** Takes in what they explain of a list; each explains it once. */
	absorb(images: OsImages): void;
	/** Says that a list is about to be asked for; to be called when it was taken in: what had ended before is over then. */
	closing(): () => void;
	doubts(): readonly VersionDoubt[];
}

type Store = Pick<RecordStore, 'about' | 'put'>;

export function ownChanges(seen: Seen, foreign: ReadonlySet<string>, store: Store): OwnChanges {
	/** Changes that were begun, whether they have ended, and what they may have an effect on. */
	const open = new Map<OwnChange, { readonly isOver: boolean; readonly near: ReadonlySet<string> }>();
	/** Those that a list has shown as done: what it shows next, they have not made. */
	const made = new WeakSet<OwnChange>();
	const steps = versionSteps();
	const close = (change: OwnChange): void => {
		const near = open.get(change)?.near ?? new Set();
		open.delete(change);
		const others = new Set([...open.values()].flatMap(other => [...other.near]));
		noteTouched(store, change, { near: [...near].filter(id => !others.has(id)), isTouched: false });
	};
	const hidden = hiddenLinks(store);
	const absorbOne = ({ change, near }: Reach, after: OsImages, reach: readonly Reach[]): void => {
		if (isElsewhen(change, seen, after)) return;
		const { targets } = change;
		for (const id of near) {
			const file = foreign.has(id) ? undefined : findStored(after, id);
			if (!file) continue;
			const before = seen.get(file.id);
			const isOwn = targets.includes(file.id) ? isOwnChange(file, before, change) : isOwnEffect(file, before, near);
			if (!isOwn || !before) continue;
			const changes = changesWithin(reach, file.id);
			if (changes > 0) steps.note({ id: file.id, before: before.shown, now: shownOf(file), changes });
			take(store, seen, file);
		}
	};
	return {
		going: () => [...open.keys()],
		begin(change) {
			const near = nearOf(change, change.before, hidden);
			open.set(change, { isOver: false, near });
			hidden.note(change);
			// What somebody else has changed before is theirs, also after a kill.
			const mayTouch = [...near].filter(id => !foreign.has(id) && isAsRecorded(store, id, seen));
			noteTouched(store, change, { near: mayTouch, isTouched: true });
			return {
				end: () => void (open.has(change) && open.set(change, { isOver: true, near })),
				drop: () => close(change),
			};
		},
		absorb(images) {
			const going = [...open.keys()].filter(change => !made.has(change));
			const done = going.filter(({ targets }) => targets.some(id => isMoved(seen, images, id)));
			const reach = going.map(change => ({ change, near: nearOf(change, images, hidden) }));
			for (const one of reach) absorbOne(one, images, reach);
			for (const change of done) made.add(change);
		},
		closing() {
			const ended = [...open].filter(([, { isOver }]) => isOver).map(([change]) => change);
			return () => {
				for (const change of ended) close(change);
			};
		},
		doubts: () => steps.doubts(),
	};
}

function take(store: Store, seen: Seen, file: StoredFile): void {
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

/** The files themselves, those that they name and those that name them. */
function neighbours(lists: readonly OsImages[], ids: readonly string[]): Set<string> {
	return new Set([...ids, ...lists.flatMap(list => ids.flatMap(id => linkedIds(list, id)))]);
}

/** What a change may have an effect on. */
interface Reach {
	readonly change: OwnChange;
	readonly near: ReadonlySet<string>;
}

function nearOf(change: OwnChange, after: OsImages, hidden: HiddenLinks): Set<string> {
	const { before, targets, partners = [] } = change;
	const ids = [...targets, ...partners.filter(id => id !== undefined)];
	return new Set([...neighbours([before, after], ids), ...hidden.near(change, after)]);
}

/** How often our changes may have moved the version of a file; 0 where an import or a removal may have, by any number. */
function changesWithin(reach: readonly Reach[], id: string): number {
	const near = reach.filter(one => one.near.has(id));
	return near.some(({ change }) => change.targets.length === 0) ? 0 : near.length;
}

function isMoved(seen: Seen, images: OsImages, id: string): boolean {
	const [before, file] = [seen.get(id), findStored(images, id)];
	return before !== undefined && file !== undefined && !isSighted(before, file);
}

/** A change of ours sends name and content as they were: when they are other, it was somebody else. */
function isOwnChange(file: StoredFile, before: Sighting | undefined, { description: sent = '' }: OwnChange): boolean {
	if (before === undefined || !isFinishedSame(before.shown, shownOf(file))) return false;
	const isAsBefore = (file.description ?? '') === String(before.shown.description ?? '');
	return isAsBefore || isSameDescription(file.description, sent);
}

function isOwnEffect(file: StoredFile, before: Sighting | undefined, near: ReadonlySet<string>): boolean {
	const now = sightingOf(file);
	if (!before || !differsInTimeOnly(before.shown, now.shown)) return false;
	return now.partners.every(id => before.partners.includes(id) || near.has(id));
}

/** Of a file that is none of ours nothing is recorded. */
const isAsRecorded = (store: Store, id: string, seen: Seen): boolean => {
	const now = seen.get(id)?.shown;
	const copies = store.about(id).flatMap(({ stored, obsolete }) => [...(stored ? [stored] : []), ...obsolete]);
	return now !== undefined && copies.every(copy => copy.id !== id || isShownSame(copy.shown, now));
};

interface Rebase {
	readonly id: string;
	readonly before: Shown;
	readonly now: Shown;
}

/** Only what was as recorded before our change is recorded anew: an edit of somebody else stays visible. */
function rebase(store: Store, { id, before, now }: Rebase): void {
	const isIt = (file: { readonly id: string; readonly shown: Shown }): boolean =>
		file.id === id && isShownSame(file.shown, before);
	for (const record of store.about(id)) {
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
