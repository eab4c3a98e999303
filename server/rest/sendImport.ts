import { sentences } from '../texts/inARow';
import { t } from '../texts/texts';
import { findImported, type Imported, idsIn, shownIn, unknownImport, vanishedSince } from './importedFile';
import { type NamesakeChoice, namesakesOf, removeNamesakes, strangersIn } from './importNamesakes';
import { bodyOf, type ImportOrder, stampOf } from './importOrder';
import { cancelLostJob } from './lostJob';
import type { OsImages } from './osImages';
import { demandListOf, isSilentAbout, noListError } from './silentLists';
import { isShownSame } from './sync/shownFacts';
import { type RecordedImport, type RecordStore, recordOf } from './sync/uploadRecord';
import type { Task } from './task';
import { listedTypes, unlikeSent } from './unlikeSent';
import type { XClarityClient } from './xclarityClient';
import { XClarityError } from './xclarityError';

/** What has come of an import. */
export interface ImportOutcome extends Imported {
	/**
	 * `there`: it was imported from here before, and is unchanged. `stopped` and `kept`: nothing was sent, as others have
	 * its name and kind; with `kept` that was asked for.
	 */
	readonly status: 'imported' | 'there' | 'stopped' | 'kept';
	readonly jobId?: string | undefined;
	/** A sentence about files that had its name and are gone since: the appliance may have put it in their place. */
	readonly vanished?: string;
	/** Ids of others of its name and kind that did not come from this import. */
	readonly namesakes?: readonly string[];
	/** A sentence for each of them that was to be removed and stays. */
	readonly staying?: readonly string[];
}

/** Milliseconds that a cancelled job may take to end. */
const cancelTimeout = 15_000;

export interface ImportOptions {
	readonly store: RecordStore;
	readonly choice: NamesakeChoice;
}

/**
 * Imports a file by a job, once: what was begun is written down, so that the same order, given again after a failure or
 * a kill, takes up the job that runs, or finds what it has made. After a failure or a cancellation the job is cancelled
 * on the appliance, and the error says what is there.
 * @throws {XClarityError} `conflict` when nothing tells what an earlier import has made.
 */
export async function sendImport(
	client: XClarityClient,
	order: ImportOrder,
	{ store, choice }: ImportOptions,
): Promise<ImportOutcome> {
	const { facts } = order;
	const key = keyOf(order);
	const stamp = await stampOf(order);
	const images = await client.osImages();
	const earlier = recordOf(store, key).import;
	const note = (record: RecordedImport | undefined): void => store.put({ ...recordOf(store, key), import: record });
	const namesakes = namesakesOf(images, facts);
	const withOthers = async (outcome: ImportOutcome, strangers: readonly string[]): Promise<ImportOutcome> => {
		const beside = strangers.filter(id => id !== outcome.id && !outcome.others.includes(id));
		if (choice !== 'overwrite' || outcome.others.length > 0) return { ...outcome, namesakes: beside };
		const going = Object.fromEntries(beside.map(id => [id, namesakes[id] ?? {}]));
		return { ...outcome, staying: await removeNamesakes(client, going, { facts, store }) };
	};
	const trustsSilence = choice === 'overwrite';
	const again = earlier && (await takeUp(client, order, { earlier, stamp, images, trustsSilence }));
	if (again) {
		note({ ...again.record, isDone: true });
		if (again.outcome.status === 'imported' && again.record.stamp === stamp)
			await demandAsSent(client, order, { record: again.record, note });
		return withOthers(again.outcome, strangersIn(namesakes, again.record));
	}
	const strangers = strangersIn(namesakes, earlier);
	if (strangers.length > 0 && (choice === 'stop' || choice === 'keep'))
		return { status: choice === 'keep' ? 'kept' : 'stopped', others: [], namesakes: strangers };
	const rivals = choice === 'overwrite' ? [] : strangers;
	const begun: RecordedImport = { stamp, known: idsIn(images.raw), rivals, namesakes };
	return withOthers(await importAnew(client, order, { begun, note }), strangers);
}

interface Beginning {
	readonly begun: RecordedImport;
	note(record: RecordedImport | undefined): void;
}

async function importAnew(
	client: XClarityClient,
	order: ImportOrder,
	{ begun, note }: Beginning,
): Promise<ImportOutcome> {
	let record = begun;
	const more = (facts: Partial<RecordedImport>): void => {
		record = { ...record, ...facts };
		note(record);
	};
	more({});
	let outcome: ImportOutcome;
	let isUntold = false;
	try {
		const { jobId, reply } = await start(client, order, more);
		const task = await follow(client, order, jobId);
		const after = await client.osImages();
		const found = findImported(after, order.facts, { ...record, said: [task.raw, reply] });
		more({ isDone: true, id: found.id, candidates: found.others, shown: shownIn(after.raw, found.id) });
		outcome = {
			status: 'imported',
			jobId,
			...found,
			vanished: vanishedSince(order.facts.name, record, after.raw),
		};
		isUntold = isSilentAbout(after, order.facts.imageType);
	} catch (error) {
		if (!(error instanceof XClarityError)) throw error;
		const sentence = await takeBack(client.withSignal(undefined), order, { record, note });
		const { kind, status, method, path, messages, trustProblem } = error;
		const facts = { kind, status, method, path, messages, trustProblem, cause: error };
		throw new XClarityError(`${error.message} ${sentence}`, facts);
	}
	const { vanished = '' } = outcome;
	await demandAsSent(client, order, { record, note, vanished });
	if (listedTypes.includes(order.facts.imageType) && outcome.id === undefined && outcome.others.length === 0) {
		if (isUntold) throw noListError(order.facts, client.host);
		const before = Object.keys(begun.namesakes ?? {}).join(', ');
		const doubt =
			before === '' ? '' : t('{before} had that name before: look whether it is what was sent.', { before });
		const what = t('{host} took {name}, but lists nothing new: somebody may have removed it.', {
			host: client.host,
			name: order.facts.name,
		});
		throw new XClarityError(sentences(what, vanished, doubt), { kind: 'conflict' });
	}
	return outcome;
}

/** @throws {XClarityError} `conflict` when the list shows something else than what was sent. */
async function demandAsSent(
	{ host }: XClarityClient,
	order: ImportOrder,
	{ record, note, vanished = '' }: Begun,
): Promise<void> {
	const { id, shown } = record;
	const unlike = id === undefined || !shown ? '' : await unlikeSent(order, { host, id, shown });
	if (unlike === '') return;
	// Whatever is shown in the next run, it is not what was sent.
	note({ ...record, isDone: true, shown: {} });
	throw new XClarityError(sentences(unlike, vanished), { kind: 'conflict' });
}

const keyOf = ({ facts, source }: ImportOrder): string =>
	`import ${facts.imageType} ${facts.name} ${'file' in source ? source.file : `${source.serverId}:${source.path}`}`;

const follow = (client: XClarityClient, { onProgress }: ImportOrder, jobId: string): Promise<Task> =>
	client.followTask(jobId, { onProgress: ({ percent = 0 }) => onProgress('importing', percent / 100) });

interface Earlier {
	readonly earlier: RecordedImport;
	readonly stamp: string;
	readonly images: OsImages;
	/** Take what was made for gone also where there is no list in which it could be. */
	readonly trustsSilence: boolean;
}

/** What an earlier run has made or has begun; `undefined` when there is nothing of it. */
async function takeUp(
	client: XClarityClient,
	order: ImportOrder,
	{ earlier, stamp, images, trustsSilence }: Earlier,
): Promise<{ readonly record: RecordedImport; readonly outcome: ImportOutcome } | undefined> {
	const { jobId, id, isDone } = earlier;
	const ids = idsIn(images.raw);
	if (isDone && id !== undefined && !ids.includes(id) && !trustsSilence) demandListOf(images, order.facts, client.host);
	if (isDone) {
		const open = (earlier.candidates ?? []).filter(candidate => ids.includes(candidate));
		if (earlier.stamp === stamp && open.length > 0)
			return { record: earlier, outcome: { status: 'there', others: open } };
		const isThere = id !== undefined && ids.includes(id) && earlier.stamp === stamp;
		const shown = shownIn(images.raw, id);
		if (isThere && earlier.shown && shown && !isShownSame(earlier.shown, shown)) {
			throw new XClarityError(
				t(
					'Somebody has changed {id} on {host} since {name} was imported. Remove it (xclarity delete {id}) to import the file again.',
					{ id, host: client.host, name: order.facts.name },
				),
				{ kind: 'conflict' },
			);
		}
		return isThere ? { record: earlier, outcome: { status: 'there', id, others: [] } } : undefined;
	}
	if (jobId === undefined) {
		if (earlier.jobsBefore) await cancelLostJob(client, earlier.jobsBefore);
		return undefined;
	}
	const task = await jobOf(client, jobId);
	if (task?.state === 'Pending') {
		await client.cancelTask(jobId);
		return undefined;
	}
	if (task?.done && !task.succeeded) return undefined;
	const ended = task && (await follow(client, order, jobId));
	const now = await client.osImages();
	const found = findImported(now, order.facts, { ...earlier, said: [ended?.raw] });
	if (!ended && found.id === undefined && found.others.length === 0) return undefined;
	if (!ended) {
		const candidates = [found.id, ...found.others].filter(other => other !== undefined).join(', ');
		throw new XClarityError(
			t(
				'An earlier import of {name} was broken off, and {host} no longer knows its job {jobId}. Nothing tells whether it has made {candidates}. Remove that, or leave it and import under another name.',
				{ name: order.facts.name, host: client.host, jobId, candidates },
			),
			{ kind: 'conflict' },
		);
	}
	// It is the same job; whether the file here has changed since shows in the next run.
	return {
		record: { ...earlier, id: found.id, candidates: found.others, shown: shownIn(now.raw, found.id) },
		outcome: {
			status: 'imported',
			jobId,
			...found,
			vanished: vanishedSince(order.facts.name, { ...earlier, id: found.id }, now.raw),
		},
	};
}

/** The job when it has ended, well or badly. @throws {XClarityError} when that cannot be found out. */
async function ended(client: XClarityClient, jobId: string): Promise<Pick<Task, 'succeeded' | 'raw'>> {
	try {
		return await client.followTask(jobId, { timeout: cancelTimeout });
	} catch (error) {
		const task = await jobOf(client, jobId);
		if (task?.done) return task;
		throw error;
	}
}

/** `undefined` for a job that the appliance does not know. */
async function jobOf(client: XClarityClient, jobId: string): Promise<Task | undefined> {
	return (await client.tasks()).find(({ id }) => id === jobId);
}

function start(client: XClarityClient, order: ImportOrder, note: (facts: Partial<RecordedImport>) => void) {
	const { facts, source, signature, onProgress } = order;
	const noting = {
		onAnnounce: (jobsBefore: readonly string[]) => note({ jobsBefore }),
		onJob: (jobId: string) => note({ jobId }),
	};
	if (!('file' in source)) {
		return client.importFromServer({ ...facts, ...noting }, { serverId: source.serverId, path: source.path });
	}
	return client.importByFile(
		{ ...facts, ...noting, body: bodyOf(source), onSent: (sent, total) => onProgress('sending', sent / total) },
		signature && { imageType: 'BUNDLESIG', name: signature.name, body: bodyOf(signature) },
	);
}

interface Begun {
	readonly record: RecordedImport;
	note(record: RecordedImport | undefined): void;
	/** What is to be said besides. */
	readonly vanished?: string;
}

/** Cancels the job, and says what is there. Never throws because of the appliance. */
async function takeBack(client: XClarityClient, order: ImportOrder, { record, note }: Begun): Promise<string> {
	const [{ jobId }, { facts }, { host }] = [record, order, client];
	const names = { name: facts.name, host, jobId };
	const nothing = t('Nothing of {name} is left on {host}.', names);
	try {
		if (jobId === undefined) {
			if (record.isDone === undefined) note(undefined);
			return nothing;
		}
		// A job that has ended cannot be cancelled; what it made is looked for.
		await client.cancelTask(jobId).catch((error: unknown) => {
			if (!(error instanceof XClarityError)) throw error;
		});
		const task = await ended(client, jobId);
		const images = await client.osImages();
		if (!task.succeeded) {
			note(undefined);
			return sentences(nothing, vanishedSince(facts.name, record, images.raw));
		}
		const { id, others } = findImported(images, facts, { ...record, said: [task.raw] });
		const made: RecordedImport = { ...record, isDone: true, id, candidates: others, shown: shownIn(images.raw, id) };
		const vanished = vanishedSince(facts.name, made, images.raw);
		note(made);
		await demandAsSent(client, order, { record: made, note, vanished });
		const there =
			id === undefined
				? t('{name} is on {host} all the same: job {jobId} had ended.', names)
				: t('{name} is on {host} all the same, as {id}: job {jobId} had ended.', { ...names, id });
		return sentences(there, vanished);
	} catch (error) {
		if (!(error instanceof XClarityError)) throw error;
		if (error.kind === 'conflict') return t('Job {jobId} had ended. {error}', { jobId, error: error.message });
		return unknownImport(names);
	}
}
