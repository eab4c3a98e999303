import { t } from '../texts/texts';
import type { FileFacts } from './fileImport';
import type { OsImages } from './osImages';
import { idIn } from './storedFileId';
import { isShownSame, type Shown, shownOf } from './sync/shownFacts';
import type { RecordedImport } from './sync/uploadRecord';
import { isObject, isStoredFileEntry, type JsonObject } from './wire';

/** A file as an import has made it. */
export interface Imported {
	/** Undefined where the appliance does not tell, or lists several candidates. */
	readonly id?: string | undefined;
	/** New files of the same name: one of them may be ours. */
	readonly others: readonly string[];
}

interface Entry {
	readonly id: string;
	readonly name: string | undefined;
	readonly list: string;
}

/** Every entry of every list; lists of other things have entries without an id. */
const entriesIn = (body: JsonObject): readonly Entry[] =>
	Object.entries(body).flatMap(([list, value]) =>
		(Array.isArray(value) ? value : []).filter(isObject).flatMap(({ id, name }) => {
			if (typeof id !== 'string' && typeof id !== 'number') return [];
			return [{ id: String(id), name: typeof name === 'string' ? name : undefined, list }];
		}),
	);

/** Ids of all that is listed. */
export const idsIn = (body: JsonObject): readonly string[] => entriesIn(body).map(({ id }) => id);

/** What the appliance shows of the entry with this id, for a comparison. */
export function shownIn(body: JsonObject, id: string | undefined): Shown | undefined {
	const entries = Object.values(body).flatMap(value => (Array.isArray(value) ? value : []));
	const raw: unknown = entries.find(entry => isObject(entry) && id !== undefined && String(entry.id) === id);
	return isObject(raw) && isStoredFileEntry(raw) ? shownOf({ raw }) : undefined;
}

/** A sentence about what had the name of an import and is gone since, or has become it; '' for nothing. */
export function vanishedSince(
	name: string,
	{ rivals = [], id }: Pick<RecordedImport, 'rivals' | 'id'>,
	body: JsonObject,
): string {
	if (id !== undefined && rivals.includes(id))
		return t('{id} had the name {name} before: the import has replaced it, under the same id.', { id, name });
	const now = idsIn(body);
	const gone = rivals.filter(rival => !now.includes(rival)).join(', ');
	return gone === ''
		? ''
		: t('{gone} had the name {name} and is gone: the import may have replaced it.', { gone, name });
}

export interface ImportEvidence {
	/** Ids that were listed before. */
	readonly known: readonly string[];
	/** Answers to our own requests, and our job. */
	readonly said: readonly unknown[];
	/** What had the name and kind before, as it was shown. */
	readonly namesakes?: RecordedImport['namesakes'];
}

/**
 * What our job has made: told by an answer, or the only new entry that fits; or else what had the name before and is
 * shown as another now. An image may get a name of its own.
 */
export function findImported(
	{ raw }: Pick<OsImages, 'raw'>,
	{ imageType, name }: FileFacts,
	{ known, said, namesakes = {} }: ImportEvidence,
): Imported {
	const fresh = entriesIn(raw).filter(({ id }) => !known.includes(id));
	const told = said.map(value => idIn(value, name));
	const isTold = (id: string): boolean => told.includes(id);
	const replaced = Object.keys(namesakes).filter(id => shownIn(raw, id) !== undefined);
	const ours = fresh.map(({ id }) => id).find(isTold) ?? replaced.find(isTold);
	if (ours !== undefined) return { id: ours, others: [] };
	const fitting = fresh.filter(
		entry => entry.name === name || entry.id.endsWith(`_${name}`) || (imageType === 'OS' && entry.list === 'items'),
	);
	const fits = [...new Set(fitting.map(({ id }) => id))];
	const changed = replaced.filter(id => !isShownSame(shownIn(raw, id) ?? {}, namesakes[id] ?? {}));
	if (fits.length === 0 && changed.length === 1) return { id: changed[0], others: [] };
	const [only, ...more] = fits;
	return more.length === 0 ? { id: only, others: [] } : { others: fits };
}

/** What is said where nothing tells whether an import has made its file. */
export const unknownImport = (names: {
	readonly name: string;
	readonly host: string;
	readonly jobId: string | undefined;
}) =>
	t('It is not known whether {host} has {name}: job {jobId} may still be there. The same command finds out.', names);
