import { t } from '../../texts/texts';
import type { StartedImport } from '../fileImport';
import { bytesBody } from '../multipart';
import type { OsImages } from '../osImages';
import { paths } from '../wire';
import { throwIfCancelled, XClarityError } from '../xclarityError';
import { demandName } from './demandName';
import { findImport } from './findImport';
import { findStored, hidesSizes, idsOfType, isNamed, namedFiles } from './listing';
import type { SyncWork } from './syncWork';
import { digestOf, encodingOf, shownName, shownSizes, textDigestOf, textOf, type UploadFile } from './uploadFile';
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

export interface SendOptions {
	/** What the import is to name, so that the appliance links both. */
	readonly partnerId: string | undefined;
	/** The file in whose place it goes, as the person wants it: that this is gone afterwards needs no word. */
	readonly replaced?: string | undefined;
}

/** Files larger than this, in bytes, go by file job from the start. */
const largestContent = 8 * 1024 * 1024;

/**
 * Imports the file and finds out which one it has become. Every step is written down before it is taken.
 * @throws {XClarityError} `conflict` when that cannot be decided, or somebody has linked its partner elsewhere.
 */
export function sendFile(work: SyncWork, file: UploadFile, { partnerId, replaced }: SendOptions): Promise<SentFile> {
	return work.inTurn(`${file.imageType} ${file.name}`, async () => {
		throwIfCancelled(work.signal, t('The upload of {file}', { file: shownName(file) }));
		demandSendable(work, file);
		// Before the rest, which is of one moment: what others do meanwhile must not fall in between.
		await work.store.keepBytes(digestOf(file.bytes), file.bytes);
		if (partnerId !== undefined) work.seen.demandNoStranger(work.lister.latest, partnerId);
		work.report(t('Sending {file}', { file: file.name }), file.key, 0);
		const pending = pendingOf(work, file, replaced);
		const markedId = (): string | undefined => recordOf(work.store, file.key).pending?.markedId;
		const note = (more: Partial<PendingImport>): void =>
			work.store.put({ ...recordOf(work.store, file.key), pending: { ...pending, markedId: markedId(), ...more } });
		note({ markedId: undefined });
		const before = work.lister.latest;
		const leaving = new Set(replaced === undefined ? [] : [replaced]);
		const own = work.seen.begin({
			before,
			targets: [],
			partners: [partnerId],
			name: file.name,
			mark: pending.mark,
			leaving,
		});
		const { mark } = pending;
		const marked = mark === undefined ? file : { ...file, description: withMark(mark, file.description) };
		const importAndFollow = async () => {
			const { started, named } = await startImport(work, marked, { partnerId, note });
			const { jobId } = started;
			if (jobId !== undefined) note({ jobId });
			const onProgress = ({ percent = 0 }): void =>
				work.report(t('Importing {file}', { file: file.name }), file.key, 0.5 + percent / 200);
			const task = jobId === undefined ? undefined : await work.client.followTask(jobId, { onProgress });
			return { jobId, named, said: [task?.raw, started.reply] };
		};
		const { jobId, named, said } = await importAndFollow();
		// One whose answer was lost may still come about.
		own.end();
		note({ jobId, isConfirmed: true });
		const sights = work.lister.watch();
		const noted = (more: Partial<PendingImport>): void => note({ jobId, isConfirmed: true, ...more });
		const id = await findImport(work, file, { pending, said, noted, markedId }).finally(sights.end);
		noteVanished(work, file, { before, id, replaced });
		work.claimed.add(id);
		// The first list that has shown it may have been asked for by another pair.
		const entry = sights.get(id);
		if (entry && markedId() !== id) work.seen.see(entry);
		note({ id, jobId, shown: work.seen.shownOf(id), rivals: [] });
		// It must not get its last change, and nothing may be removed for it.
		const found = findStored(work.lister.latest, id);
		if (found) demandName(found, file.name, work.client.host);
		work.report(t('Importing {file}', { file: file.name }), file.key, 1);
		return { id, jobId, named };
	});
}

/** All by which the file can be found again. */
function pendingOf({ lister, claimed }: SyncWork, file: UploadFile, replaced: string | undefined): PendingImport {
	const text = textOf(file.bytes);
	return {
		...sentFacts(file),
		mark: text === undefined ? undefined : newMark(),
		textSha256: text === undefined ? undefined : textDigestOf(text),
		known: idsOfType(lister.latest, file.imageType),
		sizes: [...shownSizes(file.bytes), ...(hidesSizes(lister.latest) ? [0] : [])],
		rivals: namedFiles(lister.latest, file.imageType, file.name)
			.map(({ id }) => id)
			.filter(id => id !== replaced && !claimed.has(id)),
	};
}

/** @throws {XClarityError} `refused` for bytes that would not arrive as they are. */
function demandSendable({ method }: SyncWork, file: UploadFile): void {
	if (textOf(file.bytes) !== undefined) return;
	const facts = { file: shownName(file), encoding: encodingOf(file.bytes) };
	if (file.imageType === 'CONFIG') {
		throw new XClarityError(
			t('{file} is not UTF-8 but {encoding}. A configuration-settings file must be UTF-8: convert it.', facts),
			{ kind: 'refused' },
		);
	}
	if (method === 'content') {
		throw new XClarityError(
			t(
				'{file} is not UTF-8 but {encoding}, and a request carries UTF-8 text only. Send it as a file job (--method file), or convert it.',
				facts,
			),
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
			if (!isAboutContent(error)) throw withOtherWay(error);
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
		onSent: (sent, total) => work.report(t('Sending {name}', { name }), file.key, (0.5 * sent) / total),
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

/** A refusal without a reason may be about the way of sending; that is not sure enough to send it twice. */
function withOtherWay(error: unknown): unknown {
	if (!(error instanceof XClarityError) || error.status !== 400 || error.messages.length > 0) return error;
	const { kind, status, method, path } = error;
	const advice = t('It does not say why: a file job (--method file) may do.');
	return new XClarityError(`${error.message} ${advice}`, { kind, status, method, path, cause: error });
}

/** An appliance on which a name, or an id, may be there once has removed what had it. */
function noteVanished(
	{ client, lister, claimed, conflicts }: SyncWork,
	file: UploadFile,
	{
		before,
		id: own,
		replaced,
	}: { readonly before: OsImages; readonly id: string; readonly replaced?: string | undefined },
): void {
	const theirs = lister.met(file.imageType).filter(other => isNamed(other, file.name) && !claimed.has(other.id));
	const gone = theirs.filter(({ id }) => (id === own ? findStored(before, id) : !findStored(lister.latest, id)));
	const ids = gone.map(({ id }) => id).filter(id => id !== replaced);
	conflicts.push(...vanishedWords(ids, file, client.host));
}

/** True for an answer by which the appliance has made nothing. */
export const madeNothing = (error: unknown): boolean =>
	error instanceof XClarityError &&
	(error.kind === 'refused' || error.kind === 'unauthorized') &&
	error.method === 'POST' &&
	error.path === paths.osImages;
