import type { OsImages } from '../osImages';
import { findStored } from './listing';
import type { OwnChange } from './ownChange';
import { isFinishedSame, type Shown, shownOf, showsChanges } from './shownFacts';
import { isSameDescription } from './uploadFile';
import type { ObsoleteFile, RecordedFile, RecordStore, StoredCopy } from './uploadRecord';
import { mostOfOneChange, movedBy } from './versionSteps';

/** After a kill in the midst of a change nobody knows what it has made of time and version. */
export function noteTouched(
	store: Pick<RecordStore, 'about' | 'put'>,
	{ targets, partners = [] }: OwnChange,
	{ near, isTouched }: { readonly near: readonly string[]; readonly isTouched: boolean },
): void {
	for (const id of [...targets, ...partners])
		for (const record of id === undefined ? [] : store.about(id)) {
			const { pending } = record;
			if (!pending || pending.id !== id || (pending.isTouched ?? false) === isTouched) continue;
			store.put({ ...record, pending: { ...pending, isTouched } });
		}
	for (const id of near)
		for (const record of store.about(id)) {
			const { stored, obsolete, touched = [] } = record;
			const isIt = (copy: ObsoleteFile): boolean => copy.id === id && showsChanges(copy.shown);
			const others = touched.filter(other => other !== id);
			const now = isTouched && [...(stored ? [stored] : []), ...obsolete].some(isIt) ? [...others, id] : others;
			if (now.length !== touched.length) store.put({ ...record, touched: now.length === 0 ? undefined : now });
		}
}

/** Takes in what a change that nobody saw the end of may have made of files; anything else stays somebody else's. */
export function settleTouched(record: RecordedFile, images: OsImages): RecordedFile {
	const { stored, obsolete, touched } = record;
	if (touched === undefined) return record;
	const settled = <T extends ObsoleteFile & Partial<Pick<StoredCopy, 'description'>>>(copy: T): T => {
		const entry = touched.includes(copy.id) ? findStored(images, copy.id) : undefined;
		if (!entry) return copy;
		const shown = shownOf(entry);
		const isDescribed =
			shown.description === copy.shown.description || isSameDescription(entry.description, copy.description);
		const isOurs = isFinishedSame(copy.shown, shown) && isDescribed && isOneStep(copy.shown, shown);
		return isOurs ? { ...copy, shown } : copy;
	};
	return { ...record, stored: stored && settled(stored), obsolete: obsolete.map(settled), touched: undefined };
}

const isOneStep = (before: Shown, now: Shown): boolean => (movedBy(before, now) ?? 0) <= mostOfOneChange;
