import type { StartedImport } from '../fileImport';
import { textBody } from '../multipart';
import { pause } from '../pause';
import { idIn } from '../storedFileId';
import { paths } from '../wire';
import { throwIfCancelled, XClarityError } from '../xclarityError';
import { type DesiredFile, sentFacts, shownName } from './desiredFile';
import { namedFiles } from './listing';
import { knownIds, recordOf, type SyncWork } from './syncWork';
import type { PendingImport } from './uploadRecord';

/** A file as it was put on the appliance. */
export interface MadeFile {
	readonly file: DesiredFile;
	readonly id: string;
	readonly jobId?: string | undefined;
	/** The import has named this partner. */
	readonly named?: string | undefined;
}

/** Texts longer than this, in bytes, go by file job from the start. */
const largestContent = 8 * 1024 * 1024;

/** Imports the file and learns its id. Every step is written down before it is taken. */
export function sendFile(work: SyncWork, file: DesiredFile, partnerId: string | undefined): Promise<MadeFile> {
	return work.inTurn(file.imageType, file.name, async () => {
		throwIfCancelled(work.signal, `The upload of ${shownName(file)}`);
		work.report(`Sending ${file.name}`, file.key, 0);
		const pending: PendingImport = {
			...sentFacts(file),
			known: knownIds(work.lister.latest, work.claimed, file.imageType, file.name),
		};
		const note = (more: Partial<PendingImport>): void =>
			work.store.put({ ...recordOf(work, file.key), pending: { ...pending, ...more } });
		work.store.keepText(pending.sha256, file.text);
		note({});
		const { started, named } = await startImport(work, file, { partnerId, onJob: jobId => note({ jobId }) });
		const { jobId } = started;
		if (jobId !== undefined) note({ jobId });
		const task =
			jobId === undefined
				? undefined
				: await work.client.followTask(jobId, {
						onProgress: ({ percent = 0 }) => work.report(`Importing ${file.name}`, file.key, 0.5 + percent / 200),
					});
		const id = await learnId(work, file, { pending, said: [task?.raw, started.reply] });
		work.claimed.add(id);
		note({ id, jobId });
		work.report(`Importing ${file.name}`, file.key, 1);
		return { file, id, jobId, named };
	});
}

interface Started {
	readonly started: StartedImport;
	readonly named?: string | undefined;
}

interface ImportOptions {
	readonly partnerId: string | undefined;
	readonly onJob: (jobId: string) => void;
}

async function startImport(work: SyncWork, file: DesiredFile, options: ImportOptions): Promise<Started> {
	const { imageType, name, os, osrelease, description, deviceType, text } = file;
	if (work.method === 'content' && Buffer.byteLength(text) <= largestContent) {
		try {
			const facts = { imageType, name, os, osrelease, description, deviceType, content: text };
			const started = await work.steady.importByContent({ ...facts, associatedFileId: options.partnerId });
			return { started, named: options.partnerId };
		} catch (error) {
			if (!isAboutContent(error)) throw error;
		}
	}
	return { started: await importByJob(work, file, options) };
}

const importByJob = (work: SyncWork, file: DesiredFile, { onJob }: ImportOptions): Promise<StartedImport> => {
	const { imageType, name, os, osrelease, description, deviceType, text } = file;
	return work.client.importByFile({
		...{ imageType, name, os, osrelease, description, deviceType, onJob, body: textBody(text) },
		onSent: (bytes, total) => work.report(`Sending ${name}`, file.key, (0.5 * bytes) / total),
	});
};

/** Statuses that speak of the way in which the text was sent rather than of the file. */
const wayStatuses: readonly (number | undefined)[] = [404, 405, 413, 415, 501];

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

/** The id from what the appliance said, and otherwise from what has come into its list. */
async function learnId(
	work: SyncWork,
	file: DesiredFile,
	{ pending, said }: { readonly pending: PendingImport; readonly said: readonly unknown[] },
): Promise<string> {
	const isNew = (id: string | undefined): id is string =>
		id !== undefined && !pending.known.includes(id) && !work.claimed.has(id);
	const told = said.map(value => idIn(value, file.name)).find(isNew);
	if (told !== undefined) return told;
	for (const interval of work.patience.listIntervals) {
		if (interval > 0) await pause(interval, `The upload of ${shownName(file)}`, work.signal);
		const found = namedFiles(await work.lister.fresh(), file.imageType, file.name).find(({ id }) => isNew(id));
		if (found) return found.id;
	}
	const what = `${work.client.host} took ${shownName(file)}, but does not list it.`;
	throw new XClarityError(what, { kind: 'unexpected' });
}

/** True for an answer by which the appliance has made nothing. */
export const madeNothing = (error: unknown): boolean =>
	error instanceof XClarityError &&
	(error.kind === 'refused' || error.kind === 'unauthorized') &&
	error.method === 'POST' &&
	error.path === paths.osImages;
