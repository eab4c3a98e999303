import { queue } from '../queue';
import type { XClarityClient } from '../xclarityClient';
import type { Lister } from './listing';
import type { Sightings } from './sightings';
import type { RecordStore } from './uploadRecord';

/** How long what cannot be known at once is waited for, in milliseconds. */
export interface SyncTimeouts {
	/** For a job that was told to end, or whose start was not answered. */
	readonly job: number;
	/** Between looks at the list for a file that was imported. */
	readonly listIntervals: readonly number[];
}

export const defaultTimeouts: SyncTimeouts = { job: 15_000, listIntervals: [0, 100, 300, 1_000, 3_000] };

/** By content, or by file job; `undefined` lets each file decide. */
export type SendMethod = 'content' | 'file' | undefined;

/** What the steps of one upload share. */
export interface SyncWork {
	/** For looking: may be cancelled. */
	readonly client: XClarityClient;
	/** For changes: a change whose answer is not read cannot be taken back. */
	readonly steady: XClarityClient;
	readonly signal: AbortSignal | undefined;
	readonly lister: Lister;
	readonly store: RecordStore;
	readonly seen: Sightings;
	readonly method: SendMethod;
	readonly timeouts: SyncTimeouts;
	/** Ids that belong to a file of ours: none of them is the one that was just imported. */
	readonly claimed: Set<string>;
	/** What the person wants to be done about files that somebody has changed. */
	readonly onConflict: 'stop' | 'overwrite' | 'keep';
	/** Takes a sentence for each thing that a person has to decide about. */
	readonly conflicts: string[];
	/** Runs work on the same thing one after the other: files of one name, or changes of one group of linked files. */
	inTurn<T>(subject: string, work: (hasWaited: boolean) => Promise<T>): Promise<T>;
	/** Says how far the upload of a file is: from 0 to 1. */
	report(text: string, key: string, fraction: number): void;
}

/** Runs work on the same subject one after the other. */
export function turns(): SyncWork['inTurn'] {
	const queues = new Map<string, ReturnType<typeof queue>>();
	return (subject, work) => {
		const turn = queues.get(subject) ?? queue();
		queues.set(subject, turn);
		return turn(work);
	};
}

/** The same work without the signal: for what must come to its end, and for taking back. */
export const steadily = (work: SyncWork): SyncWork => ({
	...work,
	client: work.steady,
	signal: undefined,
	lister: work.lister.through(work.steady),
});
