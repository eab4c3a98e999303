import type { FileFacts } from '../fileImport';
import type { OsImages } from '../osImages';
import { queue } from '../queue';
import { findStored } from './listing';
import type { Shown } from './shownFacts';
import { digestOf, type TextType, type UploadFile } from './uploadFile';

/** What was sent of a file, its bytes as their digest. */
export interface SentFacts extends FileFacts {
	/** SHA-256 of the bytes, in hexadecimal. */
	readonly sha256: string;
	readonly bytes: number;
	readonly imageType: TextType;
}

export const sentFacts = (file: UploadFile): SentFacts => {
	const { imageType, name, os, osrelease, description, deviceType, bytes } = file;
	return {
		sha256: digestOf(bytes),
		bytes: bytes.length,
		imageType,
		name,
		os,
		osrelease,
		description,
		deviceType,
	};
};

/** The system of a configuration file is of no meaning to the appliance; a device type that is not said may be any. */
export const isSame = (one: SentFacts, other: SentFacts): boolean =>
	one.sha256 === other.sha256 &&
	one.name === other.name &&
	(one.description ?? '') === (other.description ?? '') &&
	(one.deviceType === undefined || other.deviceType === undefined || one.deviceType === other.deviceType) &&
	(one.imageType === 'CONFIG' || (one.os === other.os && one.osrelease === other.osrelease));

/** A file of ours that was seen on the appliance, complete. */
export interface StoredCopy extends SentFacts {
	readonly id: string;
	readonly shown: Shown;
	/** It was found after an upload that was broken off: its description and its link are still to be made. */
	readonly isUnfinished?: boolean | undefined;
	readonly mark?: string | undefined;
	/** Other files of its name that were there then. */
	readonly beside?: readonly string[] | undefined;
	/** What our last change linked it with: counts where the appliance does not show links. */
	readonly linkedWith?: string | undefined;
	/** The appliance shows links of files of this type. */
	readonly showsLink?: boolean | undefined;
}

/** An import that was begun and whose end was not seen. Written before the first byte is sent. */
export interface PendingImport extends SentFacts {
	/** Stands in the description of the file while it is in flight. A file that is no UTF-8 has none: its job proves it. */
	readonly mark?: string | undefined;
	/** Files that were there before: none of them is this one, unless the appliance gives an id again. */
	readonly known: readonly string[];
	/** Of its text, whatever its line ends are. */
	readonly textSha256?: string | undefined;
	/** Sizes that the list may show for it. */
	readonly sizes?: readonly number[] | undefined;
	/** Other people's files of its name that were there before: where one is gone, a person must be told. */
	readonly rivals?: readonly string[] | undefined;
	/** Jobs that were there before its own was announced. */
	readonly jobsBefore?: readonly string[] | undefined;
	readonly jobId?: string | undefined;
	/** The appliance has said that it was done; `false`: and somebody else has been at it, so that being alone proves nothing. */
	readonly isConfirmed?: boolean | undefined;
	/** Candidates, as the looks after it have shown them. */
	readonly sighted?: readonly string[] | undefined;
	/** The file that a list has shown with our mark: it is ours, whatever becomes of its description. */
	readonly markedId?: string | undefined;
	/** Known when the file was found, but the upload that it belongs to did not come to its end. */
	readonly id?: string | undefined;
	/** As it was then. */
	readonly shown?: Shown | undefined;
	/** A change of ours was begun, and what it has made of the file was not seen. */
	readonly isTouched?: boolean | undefined;
}

/** A file that was replaced and is to be removed, as it was when it was last seen. */
export interface ObsoleteFile {
	readonly id: string;
	readonly shown: Shown;
	readonly linkedWith?: string | undefined;
}

/** An import by `sendImport`, from before its first request on. */
export interface RecordedImport {
	/** Tells the file, and what was said of it, from others. */
	readonly stamp: string;
	/** Ids of all that was listed before. */
	readonly known: readonly string[];
	/** Of these, what had its name and was to stay: where one is gone, a person must be told. */
	readonly rivals?: readonly string[] | undefined;
	/** What had its name and kind, as it was shown: the import may have taken the place of one, under the same id. */
	readonly namesakes?: Readonly<Record<string, Shown>> | undefined;
	readonly jobsBefore?: readonly string[] | undefined;
	readonly jobId?: string | undefined;
	readonly isDone?: boolean | undefined;
	readonly id?: string | undefined;
	/** As it was shown then. */
	readonly shown?: Shown | undefined;
	/** One of these is it, and nothing tells which. */
	readonly candidates?: readonly string[] | undefined;
}

/** What we remember of one local file on one appliance. It holds no password and no token. */
export interface RecordedFile {
	readonly key: string;
	readonly stored?: StoredCopy | undefined;
	readonly pending?: PendingImport | undefined;
	/** Files of ours that were replaced and not yet removed. */
	readonly obsolete: readonly ObsoleteFile[];
	/** Marks of imports that were lost: a file that comes about after all is ours, and not wanted any more. */
	readonly lost?: readonly string[] | undefined;
	readonly import?: RecordedImport | undefined;
	/** Ids of its files that a change of ours was begun for, or near, whose effect no list has shown yet. */
	readonly touched?: readonly string[] | undefined;
	/** Of a file that was not uploaded from here: what our last change has linked it with. */
	readonly linked?: { readonly id: string; readonly partnerId?: string | undefined } | undefined;
}

/** The memory of uploads to one appliance. What was put is kept when `put` returns. */
export interface RecordStore {
	get(key: string): RecordedFile | undefined;
	put(record: RecordedFile): void;
	all(): readonly RecordedFile[];
	/** Those that speak of a file on the appliance, also as what another is linked with, or did so before. */
	about(id: string): readonly RecordedFile[];
	/** Those of imports whose end was not seen. */
	pending(): readonly RecordedFile[];
	/** Keeps bytes under their digest, when its promise is fulfilled. */
	keepBytes(sha256: string, bytes: Uint8Array): Promise<void>;
	bytesOf(sha256: string): Uint8Array | undefined;
	/**
	 * Does work that changes the appliance, one after the other on this machine.
	 * @throws {XClarityError} `conflict`, naming the holder, when another program is at it.
	 */
	exclusive<T>(work: () => Promise<T>): Promise<T>;
}

export const recordOf = (store: Pick<RecordStore, 'get'>, key: string): RecordedFile =>
	store.get(key) ?? { key, obsolete: [] };

/** The record of a stored file that was uploaded from here. */
export const recordOfStored = (store: Pick<RecordStore, 'about'>, id: string): RecordedFile | undefined =>
	store.about(id).find(({ stored }) => stored?.id === id);

/** Every file on the appliance that belongs to a local file. An id that is not listed may be given to another file. */
export function claimedIds(records: readonly RecordedFile[], images: OsImages): Set<string> {
	const ids = records.flatMap(({ stored, pending, obsolete }) => [
		...[stored?.id, pending?.id],
		...obsolete.map(({ id }) => id),
	]);
	return new Set(ids.filter(id => id !== undefined).filter(id => findStored(images, id)));
}

/** Types of files whose links the appliance has shown. */
export const linkTypesOf = (records: readonly RecordedFile[]): Set<TextType> =>
	new Set(records.flatMap(({ stored }) => (stored?.showsLink ? [stored.imageType] : [])));

export type RecordIndex = Pick<RecordStore, 'get' | 'put' | 'all' | 'about' | 'pending'>;

/** Records in memory: an upload asks at each step for those that speak of one file, and not for all. */
export function recordIndex(first: Iterable<RecordedFile> = []): RecordIndex {
	const records = new Map<string, RecordedFile>();
	const pending = new Map<string, RecordedFile>();
	const keysById = new Map<string, Set<string>>();
	const put = (record: RecordedFile): void => {
		const { key } = record;
		records.set(key, record);
		if (record.pending) pending.set(key, record);
		else pending.delete(key);
		for (const id of idsIn(record)) {
			const keys = keysById.get(id);
			if (keys) keys.add(key);
			else keysById.set(id, new Set([key]));
		}
	};
	for (const record of first) put(record);
	return {
		put,
		get: key => records.get(key),
		all: () => [...records.values()],
		about: id => [...(keysById.get(id) ?? [])].flatMap(key => records.get(key) ?? []),
		pending: () => [...pending.values()],
	};
}

const idsIn = ({ stored, pending, obsolete, linked }: RecordedFile): readonly string[] =>
	[
		...[stored?.id, stored?.linkedWith, pending?.id, linked?.id, linked?.partnerId],
		...obsolete.flatMap(({ id, linkedWith }) => [id, linkedWith]),
	].filter(id => id !== undefined);

/** Remembers as long as the process lives. */
export function memoryRecords(): RecordStore {
	const kept = new Map<string, Uint8Array>();
	return {
		...recordIndex(),
		keepBytes: async (sha256, bytes) => void kept.set(sha256, bytes),
		bytesOf: sha256 => kept.get(sha256),
		exclusive: queue(),
	};
}
