import { t } from '../../texts/texts';
import type { OsImages, StoredFile } from '../osImages';
import { demandListOf } from '../silentLists';
import type { XClarityClient } from '../xclarityClient';
import { identify, isAsSent } from './identify';
import { findStored, namedFiles, sharedLister, textFilesOf, withLinks } from './listing';
import type { Known } from './planSync';
import { asSighted, isByContentAlone, type Settled, settleImport } from './settleImport';
import { isFinishedSame, isShownSame, type Shown, shownOf } from './shownFacts';
import { settleTouched } from './touchedFiles';
import { shownName, type UploadFile } from './uploadFile';
import { showsMark } from './uploadMark';
import {
	claimedIds,
	linkTypesOf,
	type ObsoleteFile,
	type PendingImport,
	type RecordedFile,
	type RecordStore,
	type StoredCopy,
} from './uploadRecord';
import { vanishedWords } from './vanished';

export interface RecoverOptions {
	readonly store: RecordStore;
	/** Milliseconds to wait for jobs of an upload that was broken off. */
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;
	/** Take a file of ours for gone also where there is no list in which it could be. */
	readonly trustsSilence: boolean;
	/** Look only: wait for nothing, stop nothing, write nothing down. */
	readonly lookOnly: boolean;
}

export type Recovered = Required<Known>;

/** What is known of our files after the end of uploads that were broken off has been found out. */
export async function recoverImports(
	client: XClarityClient,
	files: readonly UploadFile[],
	options: RecoverOptions,
): Promise<Recovered> {
	const { store, lookOnly } = options;
	const linkTypes = linkTypesOf(store.all());
	let images = withLinks(await client.osImages(), linkTypes);
	const records = new Map(store.all().map(record => [record.key, settleTouched(record, images)]));
	if (!lookOnly) for (const record of records.values()) if (store.get(record.key) !== record) store.put(record);
	for (const { key } of options.trustsSilence ? [] : files) {
		const { stored, pending } = records.get(key) ?? {};
		const seen = stored ?? (pending?.isConfirmed === undefined ? undefined : pending);
		if (seen) demandListOf(images, seen, client.host);
	}
	const undecided = new Map<string, readonly string[]>();
	const doubts: string[] = [];
	for (const file of files) {
		const { key } = file;
		const before = records.get(key);
		const record = before && latecomers(before, images);
		if (record) records.set(key, record);
		if (record && record !== before && !lookOnly) store.put(record);
		const pending = record?.pending;
		if (!record || !pending) continue;
		const claimed = claimedIds(
			[...records.values()].filter(other => other.key !== key),
			images,
		);
		// A file that was found once and is gone has been removed: another of its name is somebody else's.
		let found: StoredFile | undefined = findStored(images, pending.id);
		const rivals = new Set([...(pending.rivals ?? []), ...namesakes(images, record, { file, claimed })]);
		if (pending.id === undefined) {
			const { verdict, images: seen } = await settle({ client, images, linkTypes }, pending, { ...options, claimed });
			images = seen;
			if (verdict.kind === 'undecided') {
				undecided.set(
					key,
					verdict.candidates.map(({ id }) => id),
				);
				continue;
			}
			found = verdict.kind === 'ours' ? verdict.file : undefined;
			if (found && isByContentAlone(verdict, pending)) doubts.push(contentWords(found, file, client.host));
		}
		const gone = [...rivals].filter(id => !findStored(images, id));
		doubts.push(...vanishedWords(gone, file, client.host));
		const settled = adopt(record, pending, found);
		records.set(key, settled);
		if (!lookOnly) store.put(settled);
	}
	return { images, records, undecided, linkTypes, doubts };
}

/** Other people's files of its name: a job of ours that still runs may replace them. */
function namesakes(
	images: OsImages,
	{ stored, pending, obsolete }: RecordedFile,
	{ file, claimed }: { readonly file: UploadFile; readonly claimed: ReadonlySet<string> },
): readonly string[] {
	const ours = new Set([stored?.id, pending?.id, pending?.markedId, ...obsolete.map(({ id }) => id)]);
	return namedFiles(images, file.imageType, file.name)
		.map(({ id }) => id)
		.filter(id => !ours.has(id) && !claimed.has(id));
}

const contentWords = ({ id }: StoredFile, file: UploadFile, host: string): string =>
	t(
		'The answer to the import of {file} was lost. {id} on {host} has its content, and nothing else tells whose it is: it counts as ours from now on. Look whether somebody else has put the same there.',
		{ file: shownName(file), id, host },
	);

/** Without waiting where nothing is to be changed. */
async function settle(
	{ client, images, linkTypes }: Pick<Recovered, 'images' | 'linkTypes'> & { readonly client: XClarityClient },
	pending: PendingImport,
	options: RecoverOptions & { readonly claimed: ReadonlySet<string> },
): Promise<Pick<Settled, 'verdict' | 'images'>> {
	if (options.lookOnly) {
		const verdict = identify(images, pending, { said: [], claimed: options.claimed });
		return { verdict: asSighted(verdict, pending), images };
	}
	const lister = sharedLister(client, images, { linkTypes });
	return settleImport({ client, lister }, pending, { ...options, stop: false, proven: false });
}

/** The file that was found takes the place of the one before it, which is then to be removed. */
function adopt(
	{ key, stored, obsolete, lost = [] }: RecordedFile,
	pending: PendingImport,
	found: StoredFile | undefined,
): RecordedFile {
	const {
		known,
		rivals,
		sizes,
		textSha256,
		jobId,
		jobsBefore,
		mark,
		shown = {},
		isConfirmed,
		sighted,
		isTouched,
		markedId,
		id,
		...facts
	} = pending;
	if (!found) {
		const gone = id === undefined ? undefined : { ...facts, id, shown, beside: known };
		return {
			key,
			stored: stored ?? gone,
			obsolete,
			lost: [...lost, ...(mark === undefined ? [] : [mark])].slice(-mostLost),
		};
	}
	return {
		key,
		stored: { ...facts, id: found.id, shown: shownAsOurs(pending, found), mark, isUnfinished: true },
		obsolete: [...obsolete, ...(stored && stored.id !== found.id ? [asObsolete(stored)] : [])],
		lost,
	};
}

const asObsolete = ({ id, shown, linkedWith }: StoredCopy): ObsoleteFile => ({ id, shown, linkedWith });

/** Marks that are remembered for each file. */
const mostLost = 5;

/** Files of imports that were given up and came about all the same: they are ours to remove. */
function latecomers(record: RecordedFile, images: OsImages): RecordedFile {
	if (!record.lost) return record;
	const { lost, obsolete, stored } = record;
	const late = textFilesOf(images).filter(
		({ id, description }) =>
			id !== stored?.id && !obsolete.some(old => old.id === id) && lost.some(mark => showsMark(description, mark)),
	);
	if (late.length === 0) return record;
	return { ...record, obsolete: [...obsolete, ...late.map(file => ({ id: file.id, shown: shownOf(file) }))] };
}

/** What is shown, but for what somebody has changed since: there it is what we left, so that it shows as a conflict. */
function shownAsOurs(pending: PendingImport, file: StoredFile): Shown {
	const { mark, description = '', name, shown: left, isTouched } = pending;
	const shown = shownOf(file);
	const isSame = left === undefined || (isTouched ? isFinishedSame : isShownSame)(left, shown);
	return {
		...shown,
		...(isSame ? {} : left),
		...(isAsSent(file, pending) ? {} : unlike(shown)),
		...(typeof shown.name === 'string' ? { name } : {}),
		...(typeof shown.description === 'string' && !(mark && showsMark(shown.description, mark)) ? { description } : {}),
	};
}

/** What the list cannot have shown of it when it came. */
const unlike = (shown: Shown): Shown =>
	Object.fromEntries(['content', 'size'].filter(key => key in shown).map(key => [key, '']));
