import type { OsImages } from '../osImages';
import type { Remainder, UploadedFile } from '../uploadError';
import { XClarityError } from '../xclarityError';
import { type DesiredFile, shownName } from './desiredFile';
import type { ChangedLink } from './linkFiles';
import { entryOf } from './listing';
import { madeNothing } from './sendFile';
import { settleImport } from './settleImport';
import { recordOf, type SyncWork } from './syncWork';

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

interface Begun {
	readonly files: readonly DesiredFile[];
	readonly changed: readonly ChangedLink[];
	readonly error: unknown;
}

/**
 * Takes back what was made of these files, and nothing else. Works without the signal of the upload, which may be
 * what ended it, and never throws because of the appliance. What remains stays written down, so that the next upload
 * finishes it.
 */
export async function undoUnit(work: SyncWork, { files, changed, error }: Begun): Promise<Remainder> {
	const made: UploadedFile[] = [];
	const uncertain: string[] = [];
	for (const file of files) {
		const found = await madeOf(work, file, error);
		if (found === 'uncertain') uncertain.push(shownName(file));
		else if (found !== undefined) made.push({ file: shownName(file), imageType: file.imageType, id: found });
	}
	await restoreLinks(work, changed, new Set(made.map(({ id }) => id)));
	if (made.length === 0) return { remaining: [], uncertain };
	await removeAll(work, made, files);
	const left = await listOrNothing(work);
	const remaining = made.filter(({ imageType, id }) => !left || entryOf(left, imageType, id));
	for (const { id } of made) if (!remaining.some(file => file.id === id)) forget(work, files, id);
	return { remaining, uncertain };
}

/** The id of the file that was made, if one was. */
async function madeOf(work: SyncWork, file: DesiredFile, error: unknown): Promise<string | 'uncertain' | undefined> {
	const record = recordOf(work, file.key);
	const { pending } = record;
	if (!pending) return undefined;
	if (pending.id !== undefined) return pending.id;
	const clear = (): void => work.store.put({ ...record, pending: undefined });
	if (madeNothing(error) && pending.jobId === undefined) {
		clear();
		return undefined;
	}
	try {
		const options = { patience: work.patience.job, claimed: work.claimed, stop: true };
		const { found, certain } = await settleImport(work.steady, pending, options);
		const [only] = found;
		// Somebody else may have uploaded a file of that name meanwhile: it is not for us to remove.
		if (found.length > 1 || !certain) return 'uncertain';
		if (only) work.store.put({ ...record, pending: { ...pending, id: only.id } });
		// An import whose answer was lost may still come about: the next upload looks for it.
		else if (pending.jobId !== undefined) clear();
		return only?.id;
	} catch (failure) {
		if (failure instanceof XClarityError) return 'uncertain';
		throw failure;
	}
}

async function restoreLinks(
	work: SyncWork,
	changed: readonly ChangedLink[],
	going: ReadonlySet<string>,
): Promise<void> {
	for (const { link, before } of changed.toReversed()) {
		if (going.has(link.id) || before === '' || before === link.partnerId) continue;
		const { id, imageType, content, description } = link;
		await succeeds(work.steady.relink(id, { imageType, content, description, associatedFileId: before }));
	}
}

/** Removes files; those that hold each other are let go of first. */
async function removeAll(
	{ steady }: SyncWork,
	made: readonly UploadedFile[],
	files: readonly DesiredFile[],
): Promise<void> {
	if (await succeeds(steady.remove(made.map(({ id }) => id)))) return;
	for (const { id, imageType } of made) {
		const content = files.find(file => file.imageType === imageType)?.text;
		await succeeds(steady.relink(id, { imageType, associatedFileId: '', content }));
	}
	for (const { id } of made) await succeeds(steady.remove([id]));
}

async function listOrNothing({ steady }: SyncWork): Promise<OsImages | undefined> {
	try {
		return await steady.osImages();
	} catch (error) {
		if (error instanceof XClarityError) return undefined;
		throw error;
	}
}

function forget(work: SyncWork, files: readonly DesiredFile[], id: string): void {
	work.claimed.delete(id);
	for (const { key } of files) {
		const record = recordOf(work, key);
		if (record.pending?.id === id) work.store.put({ ...record, pending: undefined });
	}
}
