import { XClarityError } from '../xclarityError';
import { entryOf } from './listing';
import type { PlannedUpload } from './planSync';
import { recordOf, type SyncWork } from './syncWork';
import { succeeds } from './undoUnit';

/**
 * Removes what was replaced, after everything that takes its place was seen to be there.
 * @returns the ids of those that could not be removed; they stay written down.
 */
export async function removeObsolete(work: SyncWork, uploads: readonly PlannedUpload[]): Promise<readonly string[]> {
	const wanted = uploads.flatMap(({ file }) => recordOf(work, file.key).obsolete);
	const listed = wanted.filter(id =>
		['CONFIG' as const, 'UNATTEND' as const].some(type => entryOf(work.lister.latest, type, id)),
	);
	const gone = new Set(wanted.filter(id => !listed.includes(id)));
	if (listed.length > 0 && (await succeeds(work.steady.remove(listed)))) for (const id of listed) gone.add(id);
	else for (const id of listed) if (await isGone(work, id)) gone.add(id);
	for (const { file } of uploads) {
		const record = recordOf(work, file.key);
		if (record.obsolete.length === 0) continue;
		work.store.put({ ...record, obsolete: record.obsolete.filter(id => !gone.has(id)) });
	}
	return wanted.filter(id => !gone.has(id));
}

/** True when the file was removed, or was not there any more. */
async function isGone({ steady }: SyncWork, id: string): Promise<boolean> {
	try {
		await steady.remove([id]);
		return true;
	} catch (error) {
		if (error instanceof XClarityError) return error.status === 404;
		throw error;
	}
}
