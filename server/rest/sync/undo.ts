import { t } from '../../texts/texts';
import type { OsImages } from '../osImages';
import type { Remainder, UncertainFile, UploadedFile } from '../uploadError';
import { XClarityError } from '../xclarityError';
import { hiddenUsersOf } from './configUsers';
import { isAsSent } from './identify';
import { type ChangedLink, linkFiles } from './linkFiles';
import { findStored, isNamed, textFilesOf } from './listing';
import type { PlannedUpload } from './planSync';
import { removeFiles } from './removeFiles';
import { succeeds } from './removeObsolete';
import { madeNothing } from './sendFile';
import { settleImport } from './settleImport';
import { type SyncWork, steadily } from './syncWork';
import { shownName, type UploadFile } from './uploadFile';
import { recordOf } from './uploadRecord';
import { vanishedWords } from './vanished';

interface Begun {
	/** Those that were sent, or were to be. */
	readonly uploads: readonly PlannedUpload[];
	readonly changed: readonly ChangedLink[];
	readonly error: unknown;
}

/**
 * Takes back what was made of these files, as far as it is proven to be ours and nobody has changed it. Works without
 * the signal of the upload, which may be what ended it, and never throws because of the appliance. What remains stays
 * written down, so that the next upload finishes it.
 */
export async function undo(broken: SyncWork, { uploads, changed, error }: Begun): Promise<Remainder> {
	const work = steadily(broken);
	const made: UploadedFile[] = [];
	const kept: UploadedFile[] = [];
	const uncertain: UncertainFile[] = [];
	// What our last change has made of time and version may not have been looked at: it counts as ours.
	if (changed.length > 0) await succeeds(work.lister.fresh());
	for (const upload of uploads) {
		const { file } = upload;
		// That the one goes which is replaced needs no word.
		const rivals = rivalsOf(work, file).filter(id => upload.status !== 'replaces' || id !== upload.id);
		const found = await madeOf(work, file, error);
		const gone = rivals.filter(id => !findStored(work.lister.latest, id));
		work.conflicts.push(...vanishedWords(gone, file, work.client.host));
		if (found === undefined) continue;
		if ('candidates' in found) uncertain.push({ file: shownName(file), candidates: found.candidates });
		else {
			// Where the appliance has removed the old file itself, the new one is all that is left.
			const isOldThere = upload.id !== found.id && findStored(work.lister.latest, upload.id) !== undefined;
			const isAllThatIsLeft = upload.status === 'replaces' && !isOldThere;
			const list = isAllThatIsLeft ? kept : made;
			list.push({ file: shownName(file), imageType: file.imageType, id: found.id });
		}
	}
	await restoreLinks(work, changed, new Set([...made, ...kept].map(({ id }) => id)));
	const remaining = made.length === 0 ? [] : await removeMade(work, made, changed);
	const files = uploads.map(({ file }) => file);
	for (const { id } of made) if (!remaining.some(file => file.id === id)) forget(work, files, id);
	return { remaining: [...remaining, ...kept], uncertain };
}

/** What others had put there under its name when it was sent, or until a list was last seen; none when that was told. */
function rivalsOf({ store, lister, claimed }: SyncWork, { key, imageType, name }: UploadFile): string[] {
	const { pending } = recordOf(store, key);
	if (!pending || pending.id !== undefined) return [];
	const met = lister.met(imageType).filter(other => isNamed(other, name) && !claimed.has(other.id));
	return [...new Set([...(pending.rivals ?? []), ...met.map(({ id }) => id)])];
}

/** The id of the file that was made, if one was; or files of which nothing tells whether they are it. */
async function madeOf(
	work: SyncWork,
	file: UploadFile,
	error: unknown,
): Promise<{ readonly id: string } | { readonly candidates: readonly string[] } | undefined> {
	const record = recordOf(work.store, file.key);
	const { pending } = record;
	if (!pending) return undefined;
	if (pending.id !== undefined) {
		const isSeen = await succeeds(work.lister.fresh());
		const entry = findStored(work.lister.latest, pending.id);
		if (entry && !isAsSent(entry, pending)) return { candidates: [pending.id] };
		// Somebody has removed it; that it was ours stays written down.
		return isSeen && !entry ? undefined : { id: pending.id };
	}
	if (madeNothing(error) && pending.jobId === undefined) {
		work.store.put({ ...record, pending: undefined });
		return undefined;
	}
	try {
		const options = { timeout: work.timeouts.job, claimed: work.claimed, stop: true, proven: true };
		const { verdict, certain } = await settleImport({ client: work.steady, lister: work.lister }, pending, options);
		if (verdict.kind === 'undecided') return { candidates: verdict.candidates.map(({ id }) => id) };
		if (verdict.kind === 'ours') {
			const { id } = verdict.file;
			if (recordOf(work.store, file.key).pending?.markedId !== id) work.seen.see(verdict.file);
			work.store.put({ ...record, pending: { ...pending, id, shown: work.seen.shownOf(id) } });
			return { id };
		}
		// It stays written down: it may still come about, or the list is late, and the next upload looks for it.
		return !certain || pending.isConfirmed === true ? { candidates: [] } : undefined;
	} catch (failure) {
		if (failure instanceof XClarityError) return { candidates: [] };
		throw failure;
	}
}

async function restoreLinks(
	work: SyncWork,
	changed: readonly ChangedLink[],
	going: ReadonlySet<string>,
): Promise<void> {
	for (const { wanted, before } of changed.toReversed()) {
		if (going.has(wanted.id)) continue;
		for (const partnerId of before.filter(id => id !== wanted.partnerId)) {
			const back = { ...wanted, partnerId, orAnyUser: false, named: undefined };
			const users =
				wanted.imageType === 'CONFIG' ? hiddenUsersOf(work, wanted.id, { leaving: going, but: partnerId }) : [];
			await succeeds(linkFiles(work, [back, ...users], { leaving: going, changed: [] }));
		}
	}
}

/** Removes what was made; files that hold each other are let go of first. Gives what is still there. */
async function removeMade(
	work: SyncWork,
	made: readonly UploadedFile[],
	changed: readonly ChangedLink[],
): Promise<readonly UploadedFile[]> {
	const ids = made.map(({ id }) => id);
	const guard = (going: readonly string[]) => ({
		guard: (images: OsImages): void => demandNoneHeld(work, images, { going, ids }),
	});
	if (await succeeds(removeFiles(work, ids, guard(ids)))) return [];
	for (const { id, imageType } of made) {
		const content = changed.find(({ wanted }) => wanted.id === id)?.wanted.content;
		const alone = { id, imageType, content, partnerId: '' };
		await succeeds(linkFiles(work, [alone], { leaving: new Set(), changed: [] }));
	}
	for (const id of ids) await succeeds(removeFiles(work, [id], guard([id])));
	const left = await work.lister.fresh().catch((failure: unknown) => {
		if (failure instanceof XClarityError) return undefined;
		throw failure;
	});
	return made.filter(({ id }) => !left || findStored(left, id));
}

/** An appliance may remove the partner along with a file: one that stays must not be linked with what goes. */
function demandNoneHeld(
	{ seen, client }: SyncWork,
	images: OsImages,
	{ going, ids }: { readonly going: readonly string[]; readonly ids: readonly string[] },
): void {
	const linked = going.flatMap(id => findStored(images, id)?.partners ?? []);
	for (const { id, partners } of textFilesOf(images)) {
		if (going.includes(id) || !(partners.some(other => going.includes(other)) || linked.includes(id))) continue;
		if (ids.includes(id)) seen.demandUnchanged(images, id);
		else
			throw new XClarityError(t('{id} on {host} is linked with what is to go.', { id, host: client.host }), {
				kind: 'conflict',
			});
	}
}

function forget(work: SyncWork, files: readonly UploadFile[], id: string): void {
	work.claimed.delete(id);
	for (const { key } of files) {
		const record = recordOf(work.store, key);
		if (record.pending?.id === id) work.store.put({ ...record, pending: undefined });
	}
}
