import { cancelLostJob } from '../lostJob';
import type { OsImages } from '../osImages';
import { pause } from '../pause';
import type { XClarityClient } from '../xclarityClient';
import { XClarityError } from '../xclarityError';
import { identify, type Verdict } from './identify';
import type { Lister } from './listing';
import type { PendingImport } from './uploadRecord';

/** What has become of an import whose end was not seen. */
export interface Settled {
	readonly verdict: Verdict;
	/** False when a job may still make the file. */
	readonly certain: boolean;
	readonly images: OsImages;
}

export interface SettleOptions {
	/** Milliseconds. */
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;
	/** Ids that belong to other files of ours. */
	readonly claimed: ReadonlySet<string>;
	/** Stop a job that still runs, rather than let it come to its end. */
	readonly stop: boolean;
	/** Nothing less than proof will do, as the file is to be removed. */
	readonly proven: boolean;
}

/** Waits for what may still come of an import, then looks what is there. */
export async function settleImport(
	{ client, lister }: { readonly client: XClarityClient; readonly lister: Lister },
	pending: PendingImport,
	options: SettleOptions,
): Promise<Settled> {
	const { jobId } = pending;
	// What was announced, and whose number was lost, waits for bytes that nobody sends.
	if (jobId === undefined && pending.jobsBefore) await cancelLostJob(client, pending.jobsBefore);
	const ending = jobId === undefined ? await othersEnd(client, options) : await jobEnds(client, jobId, options);
	const images = await lister.fresh();
	const verdict = identify(images, pending, { said: [ending.said], claimed: options.claimed });
	const isConfirmed = pending.isConfirmed ?? ending.succeeded;
	return { verdict: isConfirmed && !options.proven ? theOnlyOne(verdict) : verdict, certain: ending.certain, images };
}

/** Our own job has made a file, and there is only one candidate. */
export const theOnlyOne = (verdict: Verdict): Verdict => {
	const [only, ...more] = verdict.kind === 'undecided' ? verdict.candidates : [];
	return only && more.length === 0 ? { kind: 'ours', file: only } : verdict;
};

interface Ending {
	/** No job makes the file any more. */
	readonly certain: boolean;
	/** Our job has made it. */
	readonly succeeded?: boolean;
	readonly said?: unknown;
}

async function jobEnds(client: XClarityClient, jobId: string, options: SettleOptions): Promise<Ending> {
	const ends = async (act: () => Promise<Ending>): Promise<Ending> => {
		try {
			return await act();
		} catch (error) {
			if (!(error instanceof XClarityError)) throw error;
			// A job that ended badly has ended; one that is not known does nothing.
			return { certain: error.kind === 'failed' ? error.status === undefined : error.status === 404 };
		}
	};
	const follow = async (): Promise<Ending> => {
		const { raw } = await client.followTask(jobId, { signal: AbortSignal.timeout(options.timeout) });
		return { certain: true, succeeded: true, said: raw };
	};
	const isWaiting = async (): Promise<boolean> => {
		let waits = false;
		await ends(async () => {
			waits = (await client.task(jobId)).state === 'Pending';
			return { certain: true };
		});
		return waits;
	};
	if (!options.stop && !(await isWaiting())) {
		const ended = await ends(follow);
		if (ended.certain) return ended;
	}
	await ends(async () => {
		await client.cancelTask(jobId);
		return { certain: true };
	});
	return ends(follow);
}

/** The job is not known: waits until none is running that could be ours. Jobs that wait for bytes are not. */
async function othersEnd(client: XClarityClient, { timeout, signal }: SettleOptions): Promise<Ending> {
	const until = performance.now() + timeout;
	for (let interval = 20; ; interval = Math.min(1_000, interval * 2)) {
		const going = (await client.tasks()).some(({ done, state }) => !done && state !== 'Pending');
		if (!going) return { certain: true };
		if (performance.now() + interval > until) return { certain: false };
		await pause(interval, 'Waiting for the jobs of the appliance', signal);
	}
}
