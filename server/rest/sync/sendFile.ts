import type { StartedImport } from '../fileImport';
import { bytesBody } from '../multipart';
import type { OsImages, StoredFile } from '../osImages';
import { pause } from '../pause';
import { filesOfType } from '../storedFileId';
import { paths } from '../wire';
import { throwIfCancelled, XClarityError } from '../xclarityError';
import { identify, newcomers, type Verdict } from './identify';
import { findStored, isNamed, namedFiles } from './listing';
import { theOnlyOne } from './settleImport';
import { isShownSame, type Shown, shownOf } from './shownFacts';
import type { SyncWork } from './syncWork';
import { encodingOf, shownName, shownSizes, textDigestOf, textOf, type UploadFile } from './uploadFile';
import { newMark, withMark } from './uploadMark';
import { type PendingImport, recordOf, sentFacts } from './uploadRecord';
import { vanishedWords } from './vanished';

/** An import whose file was found. */
export interface SentFile {
	readonly id: string;
	readonly jobId?: string | undefined;
	/** The import has named this partner. */
	readonly named?: string | undefined;
}

/** Files larger than this, in bytes, go by file job from the start. */
const largestContent = 8 * 1024 * 1024;

/**
 * Imports the file and finds out which one it has become. Every step is written down before it is taken.
 * @throws {XClarityError} `conflict` when that cannot be decided, or somebody has linked its partner elsewhere.
 */
export function sendFile(work: SyncWork, file: UploadFile, partnerId: string | undefined): Promise<SentFile> {
	return work.inTurn(`${file.imageType} ${file.name}`, async () => {
		throwIfCancelled(work.signal, `The upload of ${shownName(file)}`);
		demandSendable(work, file);
		if (partnerId !== undefined) work.seen.demandNoStranger(work.lister.latest, partnerId);
		work.report(`Sending ${file.name}`, file.key, 0);
		const pending = pendingOf(work, file);
		const markedId = (): string | undefined => recordOf(work.store, file.key).pending?.markedId;
		const note = (more: Partial<PendingImport>): void =>
			work.store.put({ ...recordOf(work.store, file.key), pending: { ...pending, markedId: markedId(), ...more } });
		work.store.keepBytes(pending.sha256, file.bytes);
		note({ markedId: undefined });
		const before = work.lister.latest;
		const own = work.seen.begin({ before, targets: [], partners: [partnerId], name: file.name, mark: pending.mark });
		const { mark } = pending;
		const marked = mark === undefined ? file : { ...file, description: withMark(mark, file.description) };
		const importAndFollow = async () => {
			const { started, named } = await startImport(work, marked, { partnerId, note });
			const { jobId } = started;
			if (jobId !== undefined) note({ jobId });
			const onProgress = ({ percent = 0 }): void =>
				work.report(`Importing ${file.name}`, file.key, 0.5 + percent / 200);
			const task = jobId === undefined ? undefined : await work.client.followTask(jobId, { onProgress });
			return { jobId, named, said: [task?.raw, started.reply] };
		};
		const { jobId, named, said } = await importAndFollow();
		// One whose answer was lost may still come about.
		own.end();
		note({ jobId, isConfirmed: true });
		const sights = work.lister.watch();
		const noted = (more: Partial<PendingImport>): void => note({ jobId, isConfirmed: true, ...more });
		const id = await findImport(work, file, { pending, said, noted, markedId });
		noteVanished(work, file, { before, id });
		work.claimed.add(id);
		// The first list that has shown it may have been asked for by another pair.
		const entry = sights.get(id);
		if (entry && markedId() !== id) work.seen.see(entry);
		note({ id, jobId, shown: work.seen.shownOf(id), rivals: [] });
		work.report(`Importing ${file.name}`, file.key, 1);
		return { id, jobId, named };
	});
}

/** All by which the file can be found again. */
function pendingOf({ lister, claimed }: SyncWork, file: UploadFile): PendingImport {
	const text = textOf(file.bytes);
	return {
		...sentFacts(file),
		mark: text === undefined ? undefined : newMark(),
		textSha256: text === undefined ? undefined : textDigestOf(text),
		known: filesOfType(lister.latest, file.imageType).map(({ id }) => id),
		sizes: shownSizes(file.bytes),
		rivals: namedFiles(lister.latest, file.imageType, file.name)
			.map(({ id }) => id)
			.filter(id => !claimed.has(id)),
	};
}

/** @throws {XClarityError} `refused` for bytes that would not arrive as they are. */
function demandSendable({ method }: SyncWork, file: UploadFile): void {
	if (textOf(file.bytes) !== undefined) return;
	const what = `${shownName(file)} is not UTF-8 but ${encodingOf(file.bytes)}`;
	if (file.imageType === 'CONFIG')
		throw new XClarityError(`${what}. A configuration-settings file must be UTF-8: convert it.`, { kind: 'refused' });
	if (method === 'content') {
		throw new XClarityError(
			`${what}, and a request carries UTF-8 text only. Send it as a file job (--method file), or convert it.`,
			{ kind: 'refused' },
		);
	}
}

interface Started {
	readonly started: StartedImport;
	readonly named?: string | undefined;
}

interface ImportOptions {
	readonly partnerId: string | undefined;
	readonly note: (more: Partial<PendingImport>) => void;
}

async function startImport(work: SyncWork, file: UploadFile, options: ImportOptions): Promise<Started> {
	const content = work.method === 'file' || file.bytes.length > largestContent ? undefined : textOf(file.bytes);
	if (content !== undefined) {
		try {
			const { imageType, name, os, osrelease, description, deviceType } = file;
			const facts = { imageType, name, os, osrelease, description, deviceType, content };
			const started = await work.steady.importByContent({ ...facts, associatedFileId: options.partnerId });
			return { started, named: options.partnerId };
		} catch (error) {
			if (!isAboutContent(error)) throw error;
		}
	}
	return { started: await importByJob(work, file, options) };
}

const importByJob = (work: SyncWork, file: UploadFile, { note }: ImportOptions): Promise<StartedImport> => {
	const { imageType, name, os, osrelease, description, deviceType, bytes } = file;
	return work.client.importByFile({
		imageType,
		name,
		os,
		osrelease,
		description,
		deviceType,
		body: bytesBody(bytes),
		onAnnounce: jobsBefore => note({ jobsBefore }),
		onJob: jobId => note({ jobId }),
		onSent: (sent, total) => work.report(`Sending ${name}`, file.key, (0.5 * sent) / total),
	});
};

/** Statuses that speak of the way in which the text was sent rather than of the file. */
const wayStatuses: readonly (number | undefined)[] = [404, 405, 413, 415];

/** A refusal, so that nothing was made, after which the other way of sending may do. */
function isAboutContent(error: unknown): boolean {
	if (!(error instanceof XClarityError) || error.kind !== 'refused' || error.path !== paths.osImages) return false;
	return (
		wayStatuses.includes(error.status) ||
		error.messages.some(({ text, explanation }) =>
			/importByContent|\bcontent\b|too (large|long|big)/i.test(`${text} ${explanation}`),
		)
	);
}

/** An appliance on which a name, or an id, may be there once has removed what had it. */
function noteVanished(
	{ client, lister, claimed, conflicts }: SyncWork,
	file: UploadFile,
	{ before, id: own }: { readonly before: OsImages; readonly id: string },
): void {
	const theirs = lister.met(file.imageType).filter(other => isNamed(other, file.name) && !claimed.has(other.id));
	const gone = theirs.filter(({ id }) => (id === own ? findStored(before, id) : !findStored(lister.latest, id)));
	const ids = gone.map(({ id }) => id);
	conflicts.push(...vanishedWords(ids, file, client.host));
}

interface Search {
	readonly pending: PendingImport;
	/** Answers to our own requests, and our job. */
	readonly said: readonly unknown[];
	/** Writes down what the looks have shown. */
	noted(more: Pick<PendingImport, 'sighted' | 'isConfirmed'>): void;
	markedId(): string | undefined;
}

/** Looks for the file until it is proven to be ours, or all looks are over. */
async function findImport(
	work: SyncWork,
	file: UploadFile,
	{ pending, said, noted, markedId }: Search,
): Promise<string> {
	const host = work.client.host;
	const evidence = { said, claimed: work.claimed };
	const sighted = new Map<string, Shown>();
	const look = async (): Promise<Verdict> => {
		const verdict = identify(await work.lister.fresh(), { ...pending, markedId: markedId() }, evidence);
		const candidates = verdict.kind === 'undecided' ? verdict.candidates : [];
		const fresh = candidates.filter(({ id }) => !sighted.has(id));
		for (const entry of fresh) sighted.set(entry.id, shownOf(entry));
		if (fresh.length > 0) noted({ sighted: [...sighted.keys()] });
		return verdict;
	};
	let last = await look();
	for (const interval of work.timeouts.listIntervals) {
		if (last.kind === 'ours') return last.file.id;
		await pause(interval, `The upload of ${shownName(file)}`, work.signal);
		last = await look();
	}
	const decided = theOnlyOne(last);
	if (decided.kind === 'ours') {
		// Looks for other files have shown more than ours.
		const met = work.lister.met(file.imageType).filter(other => isNamed(other, file.name));
		const fresh = met.filter(({ id }) => !pending.known.includes(id) && !work.claimed.has(id));
		for (const entry of fresh) if (!sighted.has(entry.id)) sighted.set(entry.id, shownOf(entry));
		const doubt = doubtOf(decided.file, sighted, host);
		if (doubt === undefined) return decided.file.id;
		// That it is alone does not prove it ours any more.
		noted({ isConfirmed: false });
		throw new XClarityError(doubt, { kind: 'conflict' });
	}
	const others = newcomers(work.lister.latest, pending, work.claimed).map(({ id }) => id);
	if (decided.kind === 'undecided') {
		const what = `${host} has several files that may be ${shownName(file)}, and nothing tells which one is ours:`;
		throw new XClarityError(`${what} ${others.join(', ')}.`, { kind: 'conflict' });
	}
	const beside = others.length === 0 ? '' : ` New there of that name, but not ours: ${others.join(', ')}.`;
	throw new XClarityError(`${host} took ${shownName(file)}, but does not list it.${beside}`, {
		kind: others.length === 0 ? 'unexpected' : 'conflict',
	});
}

/**
 * Only that it is alone speaks for this file: it must have been so from the first look on.
 * @returns what speaks against it: another one was there before, or this one has changed since.
 */
function doubtOf(file: StoredFile, sighted: ReadonlyMap<string, Shown>, host: string): string | undefined {
	const gone = [...sighted.keys()].filter(id => id !== file.id).join(', ');
	if (gone !== '') {
		return `${host} has shown ${gone} after the import of ${file.name}, and now ${file.id}: nothing tells which one is ours.`;
	}
	const first = sighted.get(file.id);
	if (!first || isShownSame(first, shownOf(file))) return undefined;
	return `Somebody has changed ${file.id} (${file.name}) on ${host} since it was imported.`;
}

/** True for an answer by which the appliance has made nothing. */
export const madeNothing = (error: unknown): boolean =>
	error instanceof XClarityError &&
	(error.kind === 'refused' || error.kind === 'unauthorized') &&
	error.method === 'POST' &&
	error.path === paths.osImages;
