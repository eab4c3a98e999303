import { t } from '../../texts/texts';
import { cancelLostJob } from '../lostJob';
import type { OsImages } from '../osImages';
import { pause } from '../pause';
import { isSilentAbout } from '../silentLists';
import type { XClarityClient } from '../xclarityClient';
import { XClarityError } from '../xclarityError';
import { identify, isAsSent, type Verdict } from './identify';
import type { Lister } from './listing';
import type { PendingImport } from './uploadRecord';

/** What has become of an import whose end was not seen. */
export interface Settled {
	readonly verdict: Verdict;
	/** False when a job may still make the file, or it may be there unseen. */
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
	// Whatever is there then, even the same, somebody else has brought it.
	if (ending.succeeded === false) return { verdict: { kind: 'absent' }, certain: true, images };
	const verdict = identify(images, pending, { said: [ending.said], claimed: options.claimed });
	// It may have been made, and there is no list in which it could be.
	const isUntold = verdict.kind === 'absent' && isSilentAbout(images, pending.imageType);
	return {
		verdict: options.proven ? asProven(verdict, pending) : asSighted(verdict, pending),
		certain: ending.certain && !isUntold,
		images,
	};
}

/** The answer was lost: somebody else may have brought the same content. */
export const isByContentAlone = (verdict: Verdict, { isConfirmed }: PendingImport): boolean =>
	verdict.kind === 'ours' && verdict.by === 'content' && isConfirmed !== true;

/** What is to be removed must be ours beyond doubt, and as it was sent. */
const asProven = (verdict: Verdict, pending: PendingImport): Verdict =>
	verdict.kind === 'ours' && (isByContentAlone(verdict, pending) || !isAsSent(verdict.file, pending))
		? { kind: 'undecided', candidates: [verdict.file] }
		: verdict;

/** The only candidate was the only one in the run that has imported it, too. */
export function asSighted(verdict: Verdict, { isConfirmed, sighted = [] }: PendingImport): Verdict {
	const decided = isConfirmed ? theOnlyOne(verdict) : verdict;
	return decided.kind === 'ours' && verdict.kind === 'undecided' && sighted.join() !== decided.file.id
		? verdict
		: decided;
}

/** Our own import has made a file, and there is only one candidate. */
export const theOnlyOne = (verdict: Verdict): Verdict => {
	const [only, ...more] = verdict.kind === 'undecided' ? verdict.candidates : [];
	return only && more.length === 0 ? { kind: 'ours', file: only } : verdict;
};

interface Ending {
	/** No job makes the file any more. */
	readonly certain: boolean;
	/** Our job has made it, or has ended without. */
	readonly succeeded?: boolean;
	readonly said?: unknown;
}

async function jobEnds(client: XClarityClient, jobId: string, options: SettleOptions): Promise<Ending> {
	const ends = async (act: () => Promise<Ending>): Promise<Ending> => {
		try {
			return await act();
		} catch (error) {
			if (!(error instanceof XClarityError)) throw error;
			// It has ended badly, and has made nothing; or it has not moved for long.
			if (error.kind === 'failed' && error.status === undefined) return ends(look);
			// A job that is not known proves nothing either: the appliance may have forgotten one that still works.
			return { certain: false };
		}
	};
	const look = async (): Promise<Ending> => {
		const { done, succeeded, raw } = await client.task(jobId);
		return done ? { certain: true, succeeded, said: raw } : { certain: false };
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
		await pause(interval, t('Waiting for the jobs of the appliance'), signal);
	}
}
