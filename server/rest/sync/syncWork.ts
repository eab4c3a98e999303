import type { OsImages } from '../osImages';
import type { XClarityClient } from '../xclarityClient';
import type { TextType } from './desiredFile';
import { type Lister, namedFiles } from './listing';
import type { RecordedFile, RecordStore } from './uploadRecord';

/** How long what cannot be known at once is waited for, in milliseconds. */
export interface SyncPatience {
	/** For a job that was told to end, or whose start was not answered. */
	readonly job: number;
	/** Between looks at the list for a file that was imported. */
	readonly listIntervals: readonly number[];
}

export const usualPatience: SyncPatience = { job: 15_000, listIntervals: [0, 100, 300, 1_000, 3_000] };

/** What the steps of one upload share. */
export interface SyncWork {
	/** For looking: may be cancelled. */
	readonly client: XClarityClient;
	/** For changes: a change whose answer is not read cannot be taken back. */
	readonly steady: XClarityClient;
	readonly signal: AbortSignal | undefined;
	readonly lister: Lister;
	readonly store: RecordStore;
	readonly method: 'content' | 'file';
	readonly patience: SyncPatience;
	/** Ids that belong to a file of ours: none of them is the one that was just imported. */
	readonly claimed: Set<string>;
	/** Runs work on files of one name one after the other, so that each can tell which new file is its own. */
	inTurn<T>(type: TextType, name: string, work: () => Promise<T>): Promise<T>;
	/** Says how far the upload of a file is: from 0 to 1. */
	report(text: string, key: string, fraction: number): void;
}

export const recordOf = ({ store }: Pick<SyncWork, 'store'>, key: string): RecordedFile =>
	store.get(key) ?? { key, obsolete: [] };

/** Ids of files of this name that are there and are not the one to be imported. */
export const knownIds = (images: OsImages, claimed: ReadonlySet<string>, type: TextType, name: string): string[] => [
	...new Set([...namedFiles(images, type, name).map(({ id }) => id), ...[...claimed].filter(id => id.endsWith(name))]),
];

/** Runs work of the same key one after the other. */
export function turns(): SyncWork['inTurn'] {
	const last = new Map<string, Promise<unknown>>();
	return (type, name, work) => {
		const key = `${type} ${name}`;
		const before = last.get(key) ?? Promise.resolve();
		const turn = before.then(work, work);
		last.set(
			key,
			turn.catch(() => undefined),
		);
		return turn;
	};
}
