import { t } from '../../texts/texts';
import type { OsImages, StoredFile } from '../osImages';
import { XClarityError } from '../xclarityError';
import { carriedOf, certainLinks } from './certainText';
import { strangerSince } from './foreignLinks';
import { linkFiles } from './linkFiles';
import { entryOf, findStored, textFilesOf } from './listing';
import type { PlannedUpload } from './planSync';
import { removeFiles } from './removeFiles';
import { isShownSame } from './shownFacts';
import type { SyncWork } from './syncWork';
import { type ObsoleteFile, recordOf, recordOfStored } from './uploadRecord';

/** What was replaced and is still there. */
export interface Leftovers {
	/** Ids of files that could not be removed; they stay written down. */
	readonly leftovers: readonly string[];
	/** One sentence for each that somebody has changed, or has linked something with: it is theirs now. */
	readonly conflicts: readonly string[];
}

/** Removes what was replaced, after everything that takes its place was seen to be there. */
export async function removeObsolete(work: SyncWork, uploads: readonly PlannedUpload[]): Promise<Leftovers> {
	const recorded = (): ObsoleteFile[] => uploads.flatMap(({ file }) => recordOf(work.store, file.key).obsolete);
	const wanted = recorded().map(({ id }) => id);
	if (wanted.length === 0) return { leftovers: [], conflicts: [] };
	const images = await work.lister.fresh();
	// Our own changes meanwhile are recorded.
	const reasons = (list: OsImages): Map<string, string> => reasonsToKeep(work, recorded(), list);
	const before = reasons(images);
	const leaving = wanted.filter(id => !before.has(id));
	await letGo(work, leaving);
	const after = await removeTogether(work, leaving, list =>
		reasonsToKeep(
			work,
			recorded().filter(({ id }) => leaving.includes(id)),
			list,
		),
	);
	const there = wanted.filter(id => !after || findStored(after, id));
	// Somebody may have changed one just before it was to go.
	const conflicts = after ? reasons(after) : before;
	const left = there.filter(id => !conflicts.has(id));
	// What somebody else has made of a file stays a conflict, until a person has decided.
	const open = work.onConflict === 'keep' ? left : there;
	for (const { file } of uploads) {
		const record = recordOf(work.store, file.key);
		const obsolete = record.obsolete.filter(({ id }) => open.includes(id));
		if (record.obsolete.length > obsolete.length) work.store.put({ ...record, obsolete });
	}
	return { leftovers: left, conflicts: work.onConflict === 'keep' ? [] : [...conflicts.values()] };
}

/** By id: why files stay. What a file that stays is linked with stays as well. */
function reasonsToKeep(work: SyncWork, wanted: readonly ObsoleteFile[], images: OsImages): Map<string, string> {
	const kept = new Map<string, string>();
	for (let before = -1; before < kept.size; ) {
		before = kept.size;
		const leaving = wanted.filter(({ id }) => !kept.has(id));
		for (const file of leaving) {
			const reason = reasonToKeep(work, file, { images, leaving });
			if (reason !== undefined) kept.set(file.id, reason);
		}
	}
	return kept;
}

interface Around {
	readonly images: OsImages;
	readonly leaving: readonly ObsoleteFile[];
}

function reasonToKeep(work: SyncWork, file: ObsoleteFile, { images, leaving }: Around): string | undefined {
	const { client, store, seen, onConflict, claimed } = work;
	const { id } = file;
	const entry = findStored(images, id);
	if (!entry) return undefined;
	const shown = seen.shownOf(id);
	const isAsRecorded = (): boolean =>
		shown !== undefined &&
		isShownSame(shown, file.shown) &&
		strangerSince(images, entry, { known: [file.linkedWith], claimed }) === undefined;
	const user = textFilesOf(images).find(
		other =>
			certainLinks(store.all(), other).includes(id) &&
			!leaving.some(gone => gone.id === other.id) &&
			!hasSuccessor(work, other, { images, leaving }),
	);
	if (user)
		return t('{id} was replaced, but {user} on {host} is linked with it: it stays.', {
			id,
			user: user.id,
			host: client.host,
		});
	if (shown !== undefined && (onConflict === 'overwrite' || isAsRecorded())) {
		try {
			seen.demandUnchanged(images, id);
			return undefined;
		} catch (error) {
			if (!(error instanceof XClarityError)) throw error;
		}
	}
	return t(
		'{id} was replaced, but somebody has changed it on {host} meanwhile: it stays, beside the new file. Use --overwrite to remove it, or --keep to leave it.',
		{ id, host: client.host },
	);
}

/** A file of ours that is linked with another one of ours that stays: what goes is only still listed beside that. */
function hasSuccessor({ store, claimed }: SyncWork, file: StoredFile, { images, leaving }: Around): boolean {
	if (!claimed.has(file.id)) return false;
	const stays = (id: string): boolean =>
		claimed.has(id) && findStored(images, id) !== undefined && !leaving.some(gone => gone.id === id);
	const last = recordOfStored(store, file.id)?.stored?.linkedWith;
	// Of several, an appliance may show one: what our last change has named counts when it names this file.
	const isNamedBack = findStored(images, last)?.partners.includes(file.id) === true;
	return file.partners.some(stays) || (last !== undefined && stays(last) && isNamedBack);
}

/** A file that still names one that stays may take that along when it is removed, or not be removed because of it. */
async function letGo(work: SyncWork, leaving: readonly string[]): Promise<void> {
	for (const id of leaving) {
		const { latest } = work.lister;
		const entry = findStored(latest, id);
		const stays = (other: string): boolean => !leaving.includes(other) && findStored(latest, other) !== undefined;
		if (!entry || !work.seen.linksOf(entry).some(stays)) continue;
		const imageType = entryOf(latest, 'CONFIG', id) ? 'CONFIG' : 'UNATTEND';
		const alone = { id, imageType, partnerId: '', ...carriedOf(work.store, entry) } as const;
		await succeeds(linkFiles(work, [alone], { leaving: new Set(leaving), changed: [] }));
	}
}

/** All at once, as linked files may hold each other; then one by one. Gives the list afterwards, where it can be had. */
async function removeTogether(
	work: SyncWork,
	ids: readonly string[],
	reasons: (images: OsImages) => ReadonlyMap<string, string>,
): Promise<OsImages | undefined> {
	const guard = (images: OsImages): void => {
		for (const reason of reasons(images).values()) throw new XClarityError(reason, { kind: 'conflict' });
	};
	if (ids.length === 0) return work.lister.latest;
	if (!(await succeeds(removeFiles(work, ids, { guard })))) {
		for (const id of ids) await succeeds(removeFiles(work, [id], { guard }));
	}
	return (await succeeds(work.lister.fresh())) ? work.lister.latest : undefined;
}

/** True when the appliance did it; what it does not do shows in what remains. */
export async function succeeds(work: Promise<unknown>): Promise<boolean> {
	try {
		await work;
		return true;
	} catch (error) {
		if (error instanceof XClarityError) return false;
		throw error;
	}
}
