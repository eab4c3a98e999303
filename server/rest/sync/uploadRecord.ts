import type { StoredFile } from '../osImages';
import type { SentFacts } from './desiredFile';

/** What the appliance itself says of a file besides its id: when this changes, somebody has changed the file. */
export type Shown = Readonly<Record<string, string | number | boolean>>;

/** A file of ours that was seen on the appliance, complete. */
export interface StoredCopy extends SentFacts {
	readonly id: string;
	readonly shown: Shown;
}

/** An import that was begun and whose end was not seen. Written before the first byte is sent. */
export interface PendingImport extends SentFacts {
	/** Files of that name that were there before: none of them is this one. */
	readonly known: readonly string[];
	readonly jobId?: string | undefined;
	/** Known when the file was found, but the upload that it belongs to did not come to its end. */
	readonly id?: string | undefined;
}

/** What we remember of one local file on one appliance. It holds no password and no token. */
export interface RecordedFile {
	readonly key: string;
	readonly stored?: StoredCopy | undefined;
	readonly pending?: PendingImport | undefined;
	/** Files of ours that were replaced and not yet removed. */
	readonly obsolete: readonly string[];
}

/** The memory of uploads to one appliance. What was put is kept when `put` returns. */
export interface RecordStore {
	get(key: string): RecordedFile | undefined;
	put(record: RecordedFile): void;
	all(): readonly RecordedFile[];
	/** Keeps a text under its digest. */
	keepText(sha256: string, text: string): void;
	textOf(sha256: string): string | undefined;
}

/** Remembers as long as the process lives. */
export function memoryRecords(): RecordStore {
	const records = new Map<string, RecordedFile>();
	const texts = new Map<string, string>();
	return {
		get: key => records.get(key),
		put: record => void records.set(record.key, record),
		all: () => [...records.values()],
		keepText: (sha256, text) => void texts.set(sha256, text),
		textOf: sha256 => texts.get(sha256),
	};
}

const told = /^(name|description|os|osrelease|size|version|content)$|time|date|modif/i;

/** Attributes that change with the file; links change with other files and are not among them. */
export const shownOf = ({ raw }: StoredFile): Shown =>
	Object.fromEntries(
		Object.entries(raw).filter(
			(entry): entry is [string, string | number | boolean] =>
				told.test(entry[0]) && ['string', 'number', 'boolean'].includes(typeof entry[1]),
		),
	);

export const isShownSame = (one: Shown, other: Shown): boolean =>
	[...new Set([...Object.keys(one), ...Object.keys(other)])].every(key => one[key] === other[key]);

/** Every id that belongs to a local file. */
export const claimedIds = (records: readonly RecordedFile[]): Set<string> =>
	new Set(
		records.flatMap(({ stored, pending, obsolete }) =>
			[stored?.id, pending?.id, ...obsolete].filter(id => id !== undefined),
		),
	);
