import { t } from '../../texts/texts';
import type { OsImages, StoredFile } from '../osImages';
import type { UploadedFile } from '../uploadError';
import { XClarityError } from '../xclarityError';
import { demandName } from './demandName';
import { entryOf, findStored, namedFiles } from './listing';
import type { PlannedUpload, PlanStatus } from './planSync';
import type { SentFile } from './sendFile';
import { shownOf } from './shownFacts';
import type { SyncWork } from './syncWork';
import { isSameDescription, isSameText, shownName, textOf } from './uploadFile';
import { type ObsoleteFile, recordOf, type StoredCopy, sentFacts } from './uploadRecord';

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
	/** What it was to be linked with. */
	readonly partnerId?: string | undefined;
}

/**
 * Writes down what the appliance shows.
 * @throws {XClarityError} `conflict` when it does not list the file, or shows another content than what was sent.
 */
export function confirm(work: SyncWork, upload: PlannedUpload, { id, images, sent, partnerId }: Found): SyncedFile {
	const { file, status, conflict } = upload;
	const entry = entryOf(images, file.imageType, id);
	if (!entry) {
		const facts = { host: work.client.host, file: id ?? file.name };
		throw new XClarityError(t('{host} no longer lists {file}.', facts), { kind: 'conflict' });
	}
	const before = recordOf(work.store, file.key);
	const beside = namedFiles(images, file.imageType, file.name).filter(other => other.id !== entry.id);
	if (conflict === undefined || sent) work.seen.demandUnedited(images, entry.id);
	if (sent) demandAsSent(work, upload, entry);
	// A file that was kept although it is in conflict is not what we sent: it stays in conflict. One of somebody else
	// that is the same stays theirs.
	const isOurs = before.stored?.id === entry.id || before.pending?.id === entry.id;
	if (sent || (conflict === undefined && isOurs)) {
		const facts = sentFacts(file);
		// An appliance may give an id again: what was replaced is gone then.
		const old = status === 'replaces' && upload.id !== entry.id ? upload.id : undefined;
		const replaced = old === undefined ? [] : [obsoleteOf(work, old, before.stored)];
		const linkedWith = partnerId ?? (isOurs ? before.stored?.linkedWith : undefined);
		work.store.put({
			key: file.key,
			stored: {
				...facts,
				id: entry.id,
				shown: shownOf(entry),
				beside: beside.map(other => other.id),
				linkedWith,
				showsLink: entry.showsAssociation,
			},
			obsolete: [...before.obsolete.filter(({ id: other }) => other !== upload.id && other !== entry.id), ...replaced],
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
		...shownPartner(entry, partnerId, images),
		...(sent?.jobId === undefined ? {} : { jobId: sent.jobId }),
	};
}

/** Of the files that it is linked with, the wanted one where one of the two names the other. */
export function shownPartner(
	{ id, partners }: StoredFile,
	wanted: string | undefined,
	images: OsImages,
): Pick<UploadedFile, 'associatedFileId'> {
	const [first] = partners;
	if (first === undefined) return {};
	const isLinked = partners.some(other => other === wanted) || findStored(images, wanted)?.partners.includes(id);
	return { associatedFileId: isLinked && wanted !== undefined ? wanted : first };
}

const obsoleteOf = ({ seen }: SyncWork, id: string, stored: StoredCopy | undefined): ObsoleteFile => ({
	id,
	shown: seen.shownOf(id) ?? {},
	linkedWith: stored?.id === id ? stored.linkedWith : undefined,
});

/**
 * Line ends, and the time of the import before the name, may be the appliance's own; anything else was somebody else. Of
 * another name nothing tells who has given it.
 */
function demandAsSent({ client }: SyncWork, { file }: PlannedUpload, entry: StoredFile): void {
	const { id, raw, description } = entry;
	const { content } = raw;
	demandName(entry, file.name, client.host);
	const text = textOf(file.bytes);
	const isContentSame = typeof content !== 'string' || text === undefined || isSameText(content, text);
	const isDescribedSame = isSameDescription(description, file.description);
	if (isContentSame && isDescribedSame) return;
	const facts = { host: client.host, id, file: shownName(file) };
	const message = isContentSame
		? t('{host} shows another description for {id} than what was sent for {file}.', facts)
		: isDescribedSame
			? t('{host} shows another content for {id} than what was sent for {file}.', facts)
			: t('{host} shows another content and another description for {id} than what was sent for {file}.', facts);
	throw new XClarityError(message, { kind: 'conflict' });
}
