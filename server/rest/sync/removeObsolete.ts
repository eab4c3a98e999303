import type { OsImages } from '../osImages';
import { filesOfType } from '../storedFileId';
import { XClarityError } from '../xclarityError';
import { findStored, textFilesOf } from './listing';
import type { PlannedUpload } from './planSync';
import { removeFiles } from './removeFiles';
import { isShownSame } from './shownFacts';
import type { SyncWork } from './syncWork';
import { type ObsoleteFile, recordOf } from './uploadRecord';

/** What was replaced and is still there. */
export interface Leftovers {
	/** Ids of files that could not be removed; they stay written down. */
	readonly leftovers: readonly string[];
	/** One sentence for each that somebody has changed, or has linked something with: it is theirs now. */
	readonly conflicts: readonly string[];
}

/** Removes what was replaced, after everything that takes its place was seen to be there. */
export async function removeObsolete(work: SyncWork, uploads: readonly PlannedUpload[]): Promise<Leftovers> {
	const wanted = uploads.flatMap(({ file }) => recordOf(work.store, file.key).obsolete);
	if (wanted.length === 0) return { leftovers: [], conflicts: [] };
	const images = await work.lister.fresh();
	const conflicts = new Map<string, string>();
	for (const file of wanted) {
		const reason = reasonToKeep(work, file, { images, leaving: wanted });
		if (reason !== undefined) conflicts.set(file.id, reason);
	}
	const going = wanted.map(({ id }) => id).filter(id => !conflicts.has(id));
	const left = await removeTogether(work, going, wanted);
	// What somebody else has made of a file stays a conflict, until a person has decided.
	const open = work.onConflict === 'keep' ? left : [...left, ...conflicts.keys()];
	for (const { file } of uploads) {
		const record = recordOf(work.store, file.key);
		const obsolete = record.obsolete.filter(({ id }) => open.includes(id));
		if (record.obsolete.length > obsolete.length) work.store.put({ ...record, obsolete });
	}
	return { leftovers: left, conflicts: work.onConflict === 'keep' ? [] : [...conflicts.values()] };
}

interface Around {
	readonly images: OsImages;
	readonly leaving: readonly ObsoleteFile[];
}

function reasonToKeep(
	{ client, seen, onConflict }: SyncWork,
	file: ObsoleteFile,
	{ images, leaving }: Around,
): string | undefined {
	const { id } = file;
	if (!findStored(images, id)) return undefined;
	const shown = seen.shownOf(id);
	const user = textFilesOf(images).find(
		other => other.associatedFileId === id && !leaving.some(gone => gone.id === other.id),
	);
	if (user) return `${id} was replaced, but ${user.id} on ${client.host} is linked with it: it stays.`;
	if (shown !== undefined && (onConflict === 'overwrite' || isShownSame(shown, file.shown))) {
		try {
			seen.demandUnchanged(images, id);
			return undefined;
		} catch (error) {
			if (!(error instanceof XClarityError)) throw error;
		}
	}
	return `${id} was replaced, but somebody has changed it on ${client.host} meanwhile: it stays, beside the new file. Use --overwrite to remove it, or --keep to leave it.`;
}

/** All at once, as linked files may hold each other; then one by one. Gives the ids of those that are still there. */
async function removeTogether(
	work: SyncWork,
	ids: readonly string[],
	leaving: readonly ObsoleteFile[],
): Promise<readonly string[]> {
	if (ids.length === 0) return [];
	const guard = (images: OsImages): void => {
		for (const file of leaving.filter(({ id }) => ids.includes(id))) {
			const reason = reasonToKeep(work, file, { images, leaving });
			if (reason !== undefined) throw new XClarityError(reason, { kind: 'conflict' });
		}
	};
	if (await succeeds(removeFiles(work, ids, { guard }))) return [];
	for (const id of ids) await succeeds(removeFiles(work, [id], { guard }));
	return listed(work, ids);
}

async function listed({ lister }: SyncWork, ids: readonly string[]): Promise<readonly string[]> {
	const images = await lister.fresh().catch((error: unknown) => {
		if (error instanceof XClarityError) return undefined;
		throw error;
	});
	if (!images) return ids;
	const there = [...filesOfType(images, 'CONFIG'), ...filesOfType(images, 'UNATTEND')].map(({ id }) => id);
	return ids.filter(id => there.includes(id));
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
