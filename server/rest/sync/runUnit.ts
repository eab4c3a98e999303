import type { OsImages } from '../osImages';
import { filesOfType } from '../storedFileId';
import { UploadError, type UploadedFile } from '../uploadError';
import { throwIfCancelled, XClarityError } from '../xclarityError';
import { type DesiredFile, sentFacts, shownName } from './desiredFile';
import { type ChangedLink, linkFiles, type WantedLink } from './linkFiles';
import { entryOf } from './listing';
import type { PlannedUpload, PlanStatus } from './planSync';
import { type MadeFile, sendFile } from './sendFile';
import { recordOf, type SyncWork } from './syncWork';
import { undoUnit } from './undoUnit';
import { type RecordedFile, shownOf } from './uploadRecord';

/** What is done or undone as a whole: one file, or a configuration file and one unattend file. */
export interface Unit {
	readonly config?: PlannedUpload | undefined;
	readonly unattend?: PlannedUpload | undefined;
	/** The configuration file of the unattend file, when an earlier unit has seen to it. */
	readonly configId?: string | undefined;
	/** Ids that will be removed in the end: nothing may stay linked with them. */
	readonly leaving: ReadonlySet<string>;
}

/** A file of an upload as it is on the appliance now. */
export interface SyncedFile extends UploadedFile {
	readonly key: string;
	readonly status: PlanStatus;
}

const isSent = ({ status }: PlannedUpload): boolean => status === 'new' || status === 'replaces';

/**
 * Brings a unit to where it shall be. When this does not succeed, or is cancelled, what it has made is taken back.
 * @throws {UploadError} which says what is left on the appliance.
 */
export async function runUnit(work: SyncWork, unit: Unit): Promise<readonly SyncedFile[]> {
	const planned = [unit.config, unit.unattend].filter(file => file !== undefined);
	const changed: ChangedLink[] = [];
	const made: MadeFile[] = [];
	try {
		const send = async (upload: PlannedUpload, partnerId: string | undefined): Promise<string | undefined> => {
			if (!isSent(upload)) return upload.id;
			const file = await sendFile(work, upload.file, partnerId);
			made.push(file);
			return file.id;
		};
		const configId = unit.config ? await send(unit.config, unit.config.file.partnerId) : unit.configId;
		const wantedPartner = configId ?? unit.unattend?.file.partnerId;
		const unattendId = unit.unattend && (await send(unit.unattend, wantedPartner));
		throwIfCancelled(work.signal, 'The upload');
		const links = linksOf(work, unit, { configId, unattendId, made });
		work.report(stepOf(planned), planned[0]?.file.key ?? '', 1);
		const images = await linkFiles(work, links, { leaving: unit.leaving, changed });
		const ids = { CONFIG: configId, UNATTEND: unattendId };
		return planned.map(upload => confirm(work, upload, { id: ids[upload.file.imageType], images, made }));
	} catch (error) {
		work.report('Taking back what was sent', '', 0);
		const files = planned.filter(isSent).map(({ file }) => file);
		const remainder = await undoUnit(work, { files, changed, error });
		if (!(error instanceof XClarityError)) throw error;
		throw new UploadError(error, remainder, work.client.host);
	}
}

const stepOf = (planned: readonly PlannedUpload[]): string => {
	const names = planned.map(({ file }) => file.name);
	return names.length > 1 ? `Linking ${names.toReversed().join(' and ')}` : `Checking ${names.join()}`;
};

interface Ids {
	readonly configId: string | undefined;
	readonly unattendId: string | undefined;
	readonly made: readonly MadeFile[];
}

function linksOf(work: SyncWork, { config, unattend }: Unit, { configId, unattendId, made }: Ids): WantedLink[] {
	const named = (file: DesiredFile): string | undefined => made.find(entry => entry.file === file)?.named;
	const carried = ({ text, description }: DesiredFile) => ({ content: text, description });
	const links: WantedLink[] = [];
	if (config && configId !== undefined) {
		const partnerId = unattendId ?? config.file.partnerId;
		const own = { imageType: 'CONFIG' as const, id: configId, ...carried(config.file), named: named(config.file) };
		if (partnerId !== undefined) links.push({ ...own, partnerId, orAnyUser: config.file.partnerId === undefined });
		if (config.status === 'replaces') links.push(...usersOf(work, config, { configId, except: unattend?.id }));
	}
	if (unattend && unattendId !== undefined) {
		const partnerId = configId ?? unattend.file.partnerId;
		const own = { imageType: 'UNATTEND' as const, id: unattendId, ...carried(unattend.file) };
		if (partnerId !== undefined) links.push({ ...own, partnerId, named: named(unattend.file) });
	}
	return links;
}

/** Unattend files that name a configuration file which is replaced: they shall name the new one. */
function usersOf(
	work: SyncWork,
	{ id: old }: PlannedUpload,
	{ configId, except }: { readonly configId: string; readonly except: string | undefined },
): WantedLink[] {
	const users = filesOfType(work.lister.latest, 'UNATTEND').filter(
		({ id, associatedFileId }) => old !== undefined && associatedFileId === old && id !== except,
	);
	return users.map(({ id, description }) => {
		const stored = work.store.all().find(record => record.stored?.id === id)?.stored;
		const content = stored && work.store.textOf(stored.sha256);
		return { imageType: 'UNATTEND', id, content, description, partnerId: configId };
	});
}

interface Seen {
	readonly id: string | undefined;
	readonly images: OsImages;
	readonly made: readonly MadeFile[];
}

/** Writes down what the appliance shows. @throws {XClarityError} when it does not list the file. */
function confirm(work: SyncWork, upload: PlannedUpload, { id, images, made }: Seen): SyncedFile {
	const { file, status, conflict } = upload;
	const entry = entryOf(images, file.imageType, id);
	if (!entry) {
		throw new XClarityError(`${work.client.host} does not list ${id ?? file.name} any more.`, { kind: 'unexpected' });
	}
	const before = recordOf(work, file.key);
	const replaced = status === 'replaces' && upload.id !== undefined ? [upload.id] : [];
	const record: RecordedFile = {
		key: file.key,
		stored: { ...sentFacts(file), id: entry.id, shown: shownOf(entry) },
		obsolete: [...new Set([...before.obsolete, ...replaced])],
	};
	// A file that was kept although it is in conflict is not what we sent: it stays in conflict.
	if (conflict === undefined || isSent(upload)) {
		if (!isSent(upload)) work.store.keepText(record.stored?.sha256 ?? '', file.text);
		work.store.put(record);
		work.claimed.add(entry.id);
	}
	const jobId = made.find(entryOfMade => entryOfMade.file === file)?.jobId;
	return {
		...{ file: shownName(file), key: file.key, imageType: file.imageType, id: entry.id, status },
		...(entry.associatedFileId === undefined ? {} : { associatedFileId: entry.associatedFileId }),
		...(jobId === undefined ? {} : { jobId }),
	};
}
