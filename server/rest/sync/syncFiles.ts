import { t } from '../../texts/texts';
import type { XClarityClient } from '../xclarityClient';
import { applyPlan, type SyncOutcome } from './applyPlan';
import { sharedLister } from './listing';
import { type PlannedUpload, type PlanOptions, planSync, type SyncPlan } from './planSync';
import { type Recovered, recoverImports } from './recoverImports';
import { sightingsOf } from './sightings';
import { defaultTimeouts, type SendMethod, type SyncTimeouts, type SyncWork, turns } from './syncWork';
import type { UploadFile, UploadProgress } from './uploadFile';
import { claimedIds, type RecordStore } from './uploadRecord';

export interface SyncOptions {
	readonly store: RecordStore;
	/** How files are sent; by content where that is possible, unless given. */
	readonly method?: SendMethod;
	readonly signal?: AbortSignal | undefined;
	readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
	readonly timeouts?: SyncTimeouts | undefined;
	/** Pairs at a time, 12 unless given; the transport has at most four requests in flight. */
	readonly concurrency?: number | undefined;
	/** See `PlanOptions`; 'conflict' and 'stop' unless given. */
	readonly unknown?: PlanOptions['unknown'] | undefined;
	readonly onConflict?: PlanOptions['onConflict'] | undefined;
}

/** A plan together with what it was made from. */
export interface PreparedSync {
	readonly plan: SyncPlan;
	readonly known: Recovered;
	/** False when nothing has to be done. */
	readonly hasWork: boolean;
	readonly conflicts: readonly PlannedUpload[];
}

/**
 * Looks at the appliance and makes the plan. With `lookOnly` nothing is changed, neither there nor in our records.
 * @throws {XClarityError}
 */
export async function prepareSync(
	client: XClarityClient,
	files: readonly UploadFile[],
	options: SyncOptions & { readonly lookOnly?: boolean },
): Promise<PreparedSync> {
	const { store, signal, unknown = 'conflict', onConflict = 'stop', lookOnly = false } = options;
	const timeout = (options.timeouts ?? defaultTimeouts).job;
	options.onProgress?.({ text: t('Looking at {host}', { host: client.host }), percent: 0 });
	const watching = signal ? client.withSignal(signal) : client;
	const trustsSilence = onConflict === 'overwrite';
	const known = await recoverImports(watching, files, { store, signal, timeout, lookOnly, trustsSilence });
	const plan = planSync(files, known, { unknown, onConflict });
	return {
		plan,
		known,
		hasWork: plan.files.some(({ status, obsolete }) => status !== 'unchanged' || obsolete.length > 0),
		conflicts: plan.files.filter(({ status }) => status === 'conflict'),
	};
}

/**
 * Does what was prepared.
 * @throws {RangeError} for a plan with conflicts. Failures, and a cancellation, are in the outcome.
 */
export async function applySync(
	client: XClarityClient,
	{ plan, known, conflicts }: PreparedSync,
	options: SyncOptions,
): Promise<SyncOutcome> {
	if (conflicts.length > 0) throw new RangeError(t('A plan with conflicts cannot be applied.'));
	const { store, signal, method, timeouts = defaultTimeouts, concurrency, onConflict = 'stop' } = options;
	const watching = signal ? client.withSignal(signal) : client;
	const seen = sightingsOf(known.images, store, client.host);
	const work: SyncWork = {
		client: watching,
		steady: client.withSignal(undefined),
		signal,
		store,
		method,
		timeouts,
		onConflict,
		conflicts: [...known.doubts],
		lister: sharedLister(watching, known.images, { linkTypes: known.linkTypes, look: seen.look }),
		seen,
		claimed: claimedIds([...known.records.values()], known.images),
		inTurn: turns(),
		report: reporter(plan, options),
	};
	const outcome = await applyPlan(work, plan, { concurrency });
	if (outcome.failures.length === 0) options.onProgress?.({ text: t('Done'), percent: 100 });
	return outcome;
}

/** Adds up the files that are on their way, and calls with the share of the whole. */
function reporter({ files }: SyncPlan, { onProgress }: SyncOptions): SyncWork['report'] {
	const sent = new Set(
		files.filter(({ status }) => status === 'new' || status === 'replaces').map(({ file }) => file.key),
	);
	const shares = new Map<string, number>();
	let total = 0;
	let furthest = 0;
	return (text, key, fraction) => {
		if (sent.has(key)) {
			// An import that is begun again, under the other word for its type, must not look like a step back.
			const share = Math.max(shares.get(key) ?? 0, fraction);
			total += share - (shares.get(key) ?? 0);
			shares.set(key, share);
		}
		furthest = Math.max(furthest, Math.round((100 * total) / (sent.size + 1)));
		onProgress?.({ text, percent: furthest });
	};
}
