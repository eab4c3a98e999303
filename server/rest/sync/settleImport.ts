import type { OsImages, StoredFile } from '../osImages';
import { pause } from '../pause';
import type { XClarityClient } from '../xclarityClient';
import { XClarityError } from '../xclarityError';
import { namedFiles } from './listing';
import type { PendingImport } from './uploadRecord';

/** What has become of an import whose end was not seen. */
export interface Settled {
	/** Files that may be the one. */
	readonly found: readonly StoredFile[];
	/** False when a job may still make one. */
	readonly certain: boolean;
}

export interface SettleOptions {
	/** Milliseconds. */
	readonly patience: number;
	readonly signal?: AbortSignal | undefined;
	/** Ids that belong to other files of ours. */
	readonly claimed: ReadonlySet<string>;
	/** Stop a job that still runs, rather than let it come to its end. */
	readonly stop: boolean;
}

/** Waits for what may still come of an import, then looks what is there. */
export async function settleImport(
	client: XClarityClient,
	pending: PendingImport,
	options: SettleOptions,
): Promise<Settled & { readonly images: OsImages }> {
	const certain =
		pending.jobId === undefined ? await othersEnd(client, options) : await jobEnds(client, pending.jobId, options);
	const images = await client.osImages();
	return { ...candidates(pending, images, options.claimed), certain, images };
}

/** Files that came after the import was begun; one whose size tells that it is another is left out. */
export function candidates(
	pending: PendingImport,
	images: OsImages,
	claimed: ReadonlySet<string>,
): Pick<Settled, 'found'> {
	const found = namedFiles(images, pending.imageType, pending.name)
		.filter(({ id }) => !pending.known.includes(id) && !claimed.has(id))
		.filter(({ size }) => size === undefined || size === pending.bytes);
	return { found };
}

/** True when the job has ended, so that it makes no file any more. */
async function jobEnds(client: XClarityClient, jobId: string, options: SettleOptions): Promise<boolean> {
	const ends = async (act: () => Promise<unknown>): Promise<boolean> => {
		try {
			await act();
			return true;
		} catch (error) {
			if (!(error instanceof XClarityError)) throw error;
			// A job that ended badly has ended; one that is not known does nothing.
			return error.kind === 'failed' ? error.status === undefined : error.status === 404;
		}
	};
	const follow = () => client.followTask(jobId, { signal: AbortSignal.timeout(options.patience) });
	const isWaiting = async (): Promise<boolean> => {
		let waits = false;
		const known = await ends(async () => {
			waits = (await client.task(jobId)).state === 'Pending';
		});
		return known && waits;
	};
	if (!options.stop && !(await isWaiting()) && (await ends(follow))) return true;
	await ends(() => client.cancelTask(jobId));
	return ends(follow);
}

/** The job is not known: waits until none is going that could be it. Jobs that wait for bytes are not. */
async function othersEnd(client: XClarityClient, { patience, signal }: SettleOptions): Promise<boolean> {
	const until = performance.now() + patience;
	for (let interval = 20; ; interval = Math.min(1_000, interval * 2)) {
		const going = (await client.tasks()).some(({ done, state }) => !done && state !== 'Pending');
		if (!going) return true;
		if (performance.now() + interval > until) return false;
		await pause(interval, 'Waiting for the jobs of the appliance', signal);
	}
}
