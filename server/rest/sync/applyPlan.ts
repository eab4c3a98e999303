import { isCancelled, throwIfCancelled, XClarityError } from '../xclarityError';
import { shownName } from './desiredFile';
import { entryOf } from './listing';
import type { PlannedUpload, SyncPlan } from './planSync';
import { partnersOf } from './planSync';
import { removeObsolete } from './removeObsolete';
import { runUnit, type SyncedFile } from './runUnit';
import type { SyncWork } from './syncWork';

/** What has come of a plan. */
export interface SyncOutcome {
	/** In the order of the plan; files whose upload failed are not among them. */
	readonly files: readonly SyncedFile[];
	/** One for each part of the plan that failed; its message says what remains of it. */
	readonly failures: readonly XClarityError[];
	/** Replaced files that could not be removed. */
	readonly leftovers: readonly string[];
	/** Keys of files that were not begun because of a failure before them. */
	readonly skipped: readonly string[];
}

/** A configuration file with the unattend files that shall name it, or a single file. */
interface Group {
	readonly config?: PlannedUpload | undefined;
	readonly unattends: readonly PlannedUpload[];
}

function groupsOf({ files }: SyncPlan): readonly Group[] {
	const configs = files.filter(({ file }) => file.imageType === 'CONFIG');
	const alone = files.filter(upload => upload.file.imageType === 'UNATTEND' && partnersOf(upload, files).length === 0);
	return [
		...configs.map(config => ({ config, unattends: partnersOf(config, files) })),
		...alone.map(unattend => ({ unattends: [unattend] })),
	];
}

/** Failures after which nothing more can succeed. */
const endsAll = ({ kind }: XClarityError): boolean =>
	kind === 'unreachable' || kind === 'untrusted' || kind === 'unauthorized' || kind === 'cancelled';

/** Work that is going on, at most so much at once; ends early when nothing more can succeed. */
interface Run {
	readonly files: SyncedFile[];
	readonly failures: XClarityError[];
	readonly leftovers: string[];
	readonly limit: <T>(task: () => Promise<T>) => Promise<T>;
	readonly isOver: () => boolean;
}

const needsNothing = ({ status, obsolete }: PlannedUpload): boolean => status === 'unchanged' && obsolete.length === 0;

/**
 * Does what a plan without conflicts says. Each pair is a transaction of its own; pairs run side by side.
 * @throws {XClarityError} `cancelled`; other failures are part of the outcome.
 */
export async function applyPlan(
	work: SyncWork,
	plan: SyncPlan,
	{ concurrency = 12 }: { readonly concurrency?: number | undefined } = {},
): Promise<SyncOutcome> {
	const failures: XClarityError[] = [];
	const isOver = (): boolean => work.signal?.aborted === true || failures.some(endsAll);
	const run: Run = { files: [], failures, leftovers: [], limit: limiter(concurrency), isOver };
	await Promise.all(groupsOf(plan).map(group => runGroup(work, group, run)));
	const cancelled = failures.find(isCancelled);
	if (cancelled) throw cancelled;
	throwIfCancelled(work.signal, 'The upload');
	const order = plan.files.map(({ file }) => file.key);
	const done = new Set(run.files.map(({ key }) => key));
	return {
		files: run.files.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
		...{ failures, leftovers: run.leftovers },
		skipped: failures.length === 0 ? [] : order.filter(key => !done.has(key)),
	};
}

async function runGroup(work: SyncWork, { config, unattends }: Group, run: Run): Promise<void> {
	const all = [...(config ? [config] : []), ...unattends];
	if (all.every(needsNothing)) {
		run.files.push(...all.map(upload => untouched(work, upload)));
		return;
	}
	const leaving = new Set(
		all.flatMap(({ status, id, obsolete }) => [...obsolete, ...(status === 'replaces' && id ? [id] : [])]),
	);
	const [first, ...others] = unattends;
	const begun = await attempt(run, () => runUnit(work, { config, unattend: first, leaving }));
	if (!begun) return;
	const configId = begun.find(({ imageType }) => imageType === 'CONFIG')?.id;
	const rest = await Promise.all(
		others.map(async unattend =>
			config?.status !== 'replaces' && needsNothing(unattend)
				? [untouched(work, unattend)]
				: attempt(run, () => runUnit(work, { unattend, configId, leaving })),
		),
	);
	run.files.push(...begun, ...rest.flatMap(files => files ?? []));
	const isWhole = rest.every(files => files !== undefined);
	const done = new Set([...begun, ...rest.flatMap(files => files ?? [])].map(({ key }) => key));
	const ready = all.filter(({ file }) => done.has(file.key) && (isWhole || file.imageType === 'UNATTEND'));
	if (!run.isOver()) run.leftovers.push(...(await run.limit(() => removeObsolete(work, ready))));
}

function untouched({ lister }: SyncWork, { file, id = '', status }: PlannedUpload): SyncedFile {
	const { key, imageType } = file;
	const associatedFileId = entryOf(lister.latest, imageType, id)?.associatedFileId;
	const link = associatedFileId === undefined ? {} : { associatedFileId };
	return { file: shownName(file), key, imageType, id, status, ...link };
}

async function attempt(
	run: Run,
	task: () => Promise<readonly SyncedFile[]>,
): Promise<readonly SyncedFile[] | undefined> {
	return run.limit(async () => {
		if (run.isOver()) return undefined;
		try {
			return await task();
		} catch (error) {
			if (!(error instanceof XClarityError)) throw error;
			run.failures.push(error);
			return undefined;
		}
	});
}

/** At most so many tasks at once, in the order of asking. */
function limiter(most: number): Run['limit'] {
	const waiting: (() => void)[] = [];
	let running = 0;
	return async task => {
		if (running >= most) await new Promise<void>(resolve => waiting.push(resolve));
		else running += 1;
		try {
			return await task();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	};
}
