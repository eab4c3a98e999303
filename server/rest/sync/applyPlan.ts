import { t } from '../../texts/texts';
import { XClarityError } from '../xclarityError';
import { type SyncedFile, shownPartner } from './confirm';
import { lastLook } from './lastLook';
import { entryOf } from './listing';
import { type PlannedUpload, partnersOf, type SyncPlan } from './planSync';
import { removeObsolete } from './removeObsolete';
import { type SyncWork, steadily } from './syncWork';
import { transact } from './transaction';
import { shownName } from './uploadFile';

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
	/** One sentence for each thing that somebody else did and that a person has to decide about. */
	readonly conflicts: readonly string[];
}

/** A configuration file with the unattend files that are to name it, or a single file. */
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
 * Does what a plan without conflicts says. Each pair is a transaction of its own; pairs run side by side. Failures,
 * and a cancellation, are part of the outcome, as other parts of the plan may have succeeded.
 */
export async function applyPlan(
	work: SyncWork,
	plan: SyncPlan,
	{ concurrency = 12 }: { readonly concurrency?: number | undefined } = {},
): Promise<SyncOutcome> {
	const before = work.lister.latest;
	const failures: XClarityError[] = [];
	const isOver = (): boolean => work.signal?.aborted === true || failures.some(endsAll);
	const run: Run = { files: [], failures, leftovers: [], limit: limiter(concurrency), isOver };
	const groups = groupsOf(plan);
	await Promise.all(groups.map(group => runGroup(work, group, { ...run, isPart: groups.length > 1 })));
	const order = new Map(plan.files.map(({ file }, at) => [file.key, at]));
	const placeOf = ({ key }: SyncedFile): number => order.get(key) ?? -1;
	const done = new Set(run.files.map(({ key }) => key));
	const skipped = [...order.keys()].filter(key => !done.has(key));
	if (work.signal?.aborted && failures.length === 0 && skipped.length > 0)
		failures.push(new XClarityError(t('The upload was cancelled.'), { kind: 'cancelled' }));
	const conflicts = [
		...work.conflicts,
		...(await lastLook(work, plan, { files: run.files, before })),
		...doubledConflicts(plan),
	];
	return {
		files: run.files.toSorted((a, b) => placeOf(a) - placeOf(b)),
		failures,
		leftovers: run.leftovers,
		skipped,
		conflicts,
	};
}

const doubledConflicts = ({ files }: SyncPlan): string[] =>
	files
		.filter(({ isDoubled }) => isDoubled)
		.map(({ file, id, others }) =>
			t(
				'Beside {file} ({id}) others have its name: {others}. Decide which is to stay; xclarity delete ID removes the others.',
				{
					file: shownName(file),
					id: id ?? t('new'),
					others: others.join(', '),
				},
			),
		);

async function runGroup(work: SyncWork, { config, unattends }: Group, run: GroupRun): Promise<void> {
	const all = [...(config ? [config] : []), ...unattends];
	if (all.every(needsNothing)) {
		run.files.push(...all.map(upload => untouched(work, upload)));
		return;
	}
	const leaving = new Set(
		all.flatMap(({ status, id, obsolete }) => [...obsolete, ...(status === 'replaces' && id ? [id] : [])]),
	);
	const [first, ...others] = unattends;
	const group = `links of ${all[0]?.file.key ?? ''}`;
	const isPart = run.isPart || others.length > 0;
	const common = { leaving, group, isPart };
	const begun = await attempt(run, () => transact(work, { config, unattend: first, ...common }));
	if (!begun) return;
	const configId = begun.find(({ imageType }) => imageType === 'CONFIG')?.id;
	const rest = await Promise.all(
		others.map(async unattend =>
			needsNothing(unattend)
				? [untouched(work, unattend)]
				: attempt(run, () => transact(work, { unattend, configId, ...common })),
		),
	);
	run.files.push(...begun, ...rest.flatMap(files => files ?? []));
	const isWhole = rest.every(files => files !== undefined);
	const done = new Set([...begun, ...rest.flatMap(files => files ?? [])].map(({ key }) => key));
	const ready = all.filter(({ file }) => done.has(file.key) && (isWhole || file.imageType === 'UNATTEND'));
	if (run.isOver()) return;
	await attempt(run, async () => {
		const { leftovers, conflicts } = await removeObsolete(steadily(work), ready);
		run.leftovers.push(...leftovers);
		work.conflicts.push(...conflicts);
		return [];
	});
}

interface GroupRun extends Run {
	/** True when the plan has more than this group. */
	readonly isPart: boolean;
}

function untouched({ lister }: SyncWork, { file, id = '', status }: PlannedUpload): SyncedFile {
	const { key, imageType } = file;
	const entry = entryOf(lister.latest, imageType, id);
	return {
		file: shownName(file),
		key,
		imageType,
		id,
		status,
		...(entry ? shownPartner(entry, file.partnerId, lister.latest) : {}),
	};
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
