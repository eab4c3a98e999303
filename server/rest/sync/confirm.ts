import type { OsImages, StoredFile } from '../osImages';
import type { UploadedFile } from '../uploadError';
import { XClarityError } from '../xclarityError';
import { entryOf, namedFiles } from './listing';
import type { PlannedUpload, PlanStatus } from './planSync';
import type { SentFile } from './sendFile';
import { shownOf } from './shownFacts';
import type { SyncWork } from './syncWork';
import { isSameText, shownName, textOf } from './uploadFile';
import { recordOf, sentFacts } from './uploadRecord';

/** A file of an upload as it is on the appliance now. */
export interface SyncedFile extends UploadedFile {
	readonly key: string;
	readonly status: PlanStatus;
}

interface Found {
	readonly id: string | undefined;
	/** The list in which all was seen. */
	readonly images: OsImages;
	/** Absent for a file that was there before. */
	readonly sent: SentFile | undefined;
}

/**
 * Writes down what the appliance shows.
 * @throws {XClarityError} `conflict` when it does not list the file, or shows another content than what was sent.
 */
export function confirm(work: SyncWork, upload: PlannedUpload, { id, images, sent }: Found): SyncedFile {
	const { file, status, conflict } = upload;
	const entry = entryOf(images, file.imageType, id);
	if (!entry) {
		throw new XClarityError(`${work.client.host} no longer lists ${id ?? file.name}.`, { kind: 'conflict' });
	}
	const before = recordOf(work.store, file.key);
	const beside = namedFiles(images, file.imageType, file.name).filter(other => other.id !== entry.id);
	if (conflict === undefined || sent) work.seen.demandUnchanged(images, entry.id);
	if (sent) demandAsSent(work, upload, entry);
	// A file that was kept although it is in conflict is not what we sent: it stays in conflict.
	if (conflict === undefined || sent) {
		const facts = sentFacts(file);
		const replaced = status === 'replaces' && upload.id !== undefined ? [obsoleteOf(work, upload.id)] : [];
		if (!sent) work.store.keepBytes(facts.sha256, file.bytes);
		work.store.put({
			key: file.key,
			stored: { ...facts, id: entry.id, shown: shownOf(entry), beside: beside.map(other => other.id) },
			obsolete: [...before.obsolete.filter(old => old.id !== upload.id), ...replaced],
			lost: before.lost,
		});
		work.claimed.add(entry.id);
	}
	return {
		file: shownName(file),
		key: file.key,
		imageType: file.imageType,
		id: entry.id,
		status,
		...(entry.associatedFileId === undefined ? {} : { associatedFileId: entry.associatedFileId }),
		...(sent?.jobId === undefined ? {} : { jobId: sent.jobId }),
	};
}

const obsoleteOf = ({ seen }: SyncWork, id: string) => ({ id, shown: seen.shownOf(id) ?? {} });

/** Line ends, and what stands before the name, may be the appliance's own; anything else was somebody else. */
function demandAsSent({ client }: SyncWork, { file }: PlannedUpload, entry: StoredFile): void {
	const { content, name } = entry.raw;
	const text = textOf(file.bytes);
	const isNamedSo = typeof name !== 'string' || name.toLowerCase().endsWith(file.name.toLowerCase());
	const isContentSame = typeof content !== 'string' || text === undefined || isSameText(content, text);
	if (isNamedSo && isContentSame) return;
	const what = isNamedSo
		? `${client.host} shows another content for ${entry.id} than what was sent for ${shownName(file)}.`
		: `${client.host} shows ${entry.id} under the name ${name}, but it was sent as ${file.name}.`;
	throw new XClarityError(what, { kind: 'conflict' });
}
