import type { OsImages } from '../osImages';
import type { XClarityClient } from '../xclarityClient';
import type { DesiredFile } from './desiredFile';
import { entryOf } from './listing';
import { candidates, settleImport } from './settleImport';
import { claimedIds, type PendingImport, type RecordedFile, type RecordStore, shownOf } from './uploadRecord';

export interface RecoverOptions {
	readonly store: RecordStore;
	/** Milliseconds to wait for jobs of an upload that was broken off. */
	readonly patience: number;
	readonly signal?: AbortSignal | undefined;
	/** Look only: wait for nothing, stop nothing, write nothing down. */
	readonly lookOnly: boolean;
}

export interface Recovered {
	readonly images: OsImages;
	readonly records: ReadonlyMap<string, RecordedFile>;
}

/** What is known of our files after the end of uploads that were broken off has been found out. */
export async function recoverImports(
	client: XClarityClient,
	desired: readonly DesiredFile[],
	options: RecoverOptions,
): Promise<Recovered> {
	const { store, lookOnly } = options;
	let images = await client.osImages();
	const records = new Map(store.all().map(record => [record.key, record]));
	for (const { key } of desired) {
		const record = records.get(key);
		const pending = record?.pending;
		if (!record || !pending) continue;
		const claimed = claimedIds([...records.values()].filter(other => other.key !== key));
		for (const id of [record.stored?.id, ...record.obsolete]) if (id !== undefined) claimed.add(id);
		let id = pending.id;
		if (id === undefined) {
			const found = lookOnly
				? { ...candidates(pending, images, claimed), images }
				: await settleImport(client, pending, { ...options, claimed, stop: false });
			images = found.images;
			id = found.found.length === 1 ? found.found[0]?.id : undefined;
		}
		const settled = adopt(record, { pending, id, images });
		records.set(key, settled);
		if (!lookOnly) store.put(settled);
	}
	return { images, records };
}

/** The file that was found takes the place of the one before it, which is then to be removed. */
function adopt(
	{ key, stored, obsolete }: RecordedFile,
	{
		pending,
		id,
		images,
	}: { readonly pending: PendingImport; readonly id: string | undefined; readonly images: OsImages },
): RecordedFile {
	const listed = entryOf(images, pending.imageType, id);
	if (!listed) return { key, stored, obsolete };
	const { known: _, jobId: __, ...facts } = pending;
	return {
		key,
		stored: { ...facts, id: listed.id, shown: shownOf(listed) },
		obsolete: [...obsolete, ...(stored && stored.id !== listed.id ? [stored.id] : [])],
	};
}
