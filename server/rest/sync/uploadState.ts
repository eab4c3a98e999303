import type { OsImages } from '../osImages';
import { isSilentAbout } from '../silentLists';
import { entryOf } from './listing';
import { isShownSame, shownOf } from './shownFacts';
import type { RecordedFile, StoredCopy } from './uploadRecord';

/**
 * How a local file and what was uploaded of it stand to each other. `changedHere`: its bytes are others since;
 * `changedThere`: the appliance tells other facts since; `changedBoth`: both; `goneThere`: the appliance lists it no
 * longer; `never`: it was not uploaded from here.
 */
export type UploadState = 'never' | 'uploaded' | 'changedHere' | 'changedThere' | 'changedBoth' | 'goneThere';

/** What an appliance listed, and what was remembered of uploads when it was asked. */
export interface Look {
	readonly records: readonly RecordedFile[];
	readonly images: OsImages;
}

/** What this machine knows without asking the appliance; a look counts as long as nothing was uploaded after it. */
export function uploadState(
	record: Pick<RecordedFile, 'key' | 'stored'> | undefined,
	{ isCurrent, look }: { readonly isCurrent: boolean; readonly look: Look | undefined },
): UploadState {
	const stored = record?.stored;
	if (!stored) return 'never';
	const there = look && countsFor(look, record.key, stored) ? seenIn(look, stored) : 'same';
	if (there === 'gone') return 'goneThere';
	if (there === 'changed') return isCurrent ? 'changedThere' : 'changedBoth';
	return isCurrent ? 'uploaded' : 'changedHere';
}

const countsFor = ({ records }: Look, key: string, stored: StoredCopy): boolean => {
	const before = records.find(record => record.key === key)?.stored;
	return before?.id === stored.id && isShownSame(before.shown, stored.shown);
};

function seenIn({ images }: Look, { imageType, id, shown }: StoredCopy): 'same' | 'changed' | 'gone' {
	const listed = entryOf(images, imageType, id);
	// Where there is no list, nothing tells.
	if (!listed) return isSilentAbout(images, imageType) ? 'same' : 'gone';
	return isShownSame(shown, shownOf(listed)) ? 'same' : 'changed';
}
