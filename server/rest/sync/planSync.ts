import type { OsImages, StoredFile } from '../osImages';
import { certainLinks, usersOfConfig } from './certainText';
import { strangerSince } from './foreignLinks';
import { entryOf, namedFiles } from './listing';
import { isShownSame, shownOf } from './shownFacts';
import { type TextType, textOf, type UploadFile } from './uploadFile';
import { markIn } from './uploadMark';
import { claimedIds, isSame, type RecordedFile, sentFacts } from './uploadRecord';

/** `re-link`: the file is as it should be; its link is not, or an interrupted upload has left its mark. */
export type PlanStatus = 'new' | 'replaces' | 'unchanged' | 're-link' | 'conflict';

/**
 * `changed`: the appliance tells other facts than after our last upload. `superseded`: our file is gone and there is
 * another of its name. `unknown`: there is a file of this name that was not uploaded from here. `undecided`: an upload
 * was broken off, and nothing tells whether a file of this name is what it made, or somebody else's. `in-use`: a
 * configuration file would be replaced that an unattend file names which was not uploaded from here.
 */
export type ConflictKind = 'changed' | 'superseded' | 'unknown' | 'undecided' | 'in-use';

export interface PlannedUpload {
	readonly file: UploadFile;
	readonly status: PlanStatus;
	/** The file on the appliance that stays, is replaced or is in conflict. */
	readonly id?: string | undefined;
	readonly conflict?: ConflictKind | undefined;
	/** With `unknown`: the file carries the mark of an upload, which did not come to its end and is not remembered here. */
	readonly isMarked?: boolean;
	/** With `in-use`: the unattend files. */
	readonly users?: readonly string[];
	/** Files of ours that are to be removed. */
	readonly obsolete: readonly string[];
	/** Other files of this name, which stay as they are. */
	readonly others: readonly string[];
	/** True for a file of ours when the others should not be there. */
	readonly isDoubled: boolean;
}

export interface SyncPlan {
	readonly files: readonly PlannedUpload[];
}

export interface PlanOptions {
	/** What a file of the same name is that was not uploaded from here: 'new' puts ours beside it, as the person asked. */
	readonly unknown: 'new' | 'conflict';
	/** What to do about conflicts; with 'stop' they stay in the plan, which then cannot be applied. */
	readonly onConflict: 'stop' | 'overwrite' | 'keep';
}

/** What is known of the appliance and of earlier uploads. */
export interface Known {
	readonly images: OsImages;
	readonly records: ReadonlyMap<string, RecordedFile>;
	/** By key: files that may be what an upload that was broken off has made. */
	readonly undecided?: ReadonlyMap<string, readonly string[]>;
	/** Types of files whose links the appliance has shown. */
	readonly linkTypes?: Set<TextType>;
	/** A sentence for each thing about an import that was broken off which a person has to look at. */
	readonly doubts?: readonly string[];
}

type Draft = Pick<PlannedUpload, 'status' | 'id' | 'conflict'>;

/** What has to be done so that the appliance has the desired files. Sends nothing. */
export function planSync(desired: readonly UploadFile[], known: Known, options: PlanOptions): SyncPlan {
	const claimed = claimedIds([...known.records.values()], known.images);
	const drafts = desired.map((file): PlannedUpload => {
		const record = known.records.get(file.key);
		const others = namedFiles(known.images, file.imageType, file.name).filter(({ id }) => !claimed.has(id));
		const undecided = known.undecided?.get(file.key)?.[0];
		const around = { images: known.images, others, options };
		const draft = resolve(
			undecided === undefined
				? draftOf(file, record, around)
				: { status: 'conflict', conflict: 'undecided', id: undecided },
			options,
		);
		const obsolete = (record?.obsolete ?? []).map(({ id }) => id);
		const beside = others.map(({ id }) => id).filter(id => id !== draft.id);
		return {
			file,
			...draft,
			obsolete: obsolete.filter(id => entryOf(known.images, file.imageType, id)),
			others: beside,
			isDoubled: options.unknown === 'conflict' && options.onConflict !== 'keep' && beside.length > 0,
		};
	});
	const adopted = drafts.map(draft => withAdoption(draft, drafts, { known, options }));
	const decided = adopted.map(draft => {
		const [status, id] = ['conflict', draft.id] as const;
		const users = draft.status === 'replaces' && draft.conflict === undefined ? theirUsers(draft, known, claimed) : [];
		if (users.length > 0) return { ...draft, users, ...resolve({ status, conflict: 'in-use', id }, options) };
		return isChangedLink(draft, adopted, { known, claimed })
			? { ...draft, ...resolve({ status, conflict: 'changed', id }, options) }
			: draft;
	});
	return { files: decided.map(draft => withMarkSeen(withLink(draft, decided, known), known)) };
}

interface Around {
	readonly images: OsImages;
	readonly others: readonly StoredFile[];
	readonly options: PlanOptions;
}

function draftOf(file: UploadFile, record: RecordedFile | undefined, { images, others, options }: Around): Draft {
	const stored = record?.stored;
	const [other] = others;
	if (!stored) {
		if (!other || options.unknown === 'new') return { status: 'new' };
		if (others.length === 1 && other.raw.content === textOf(file.bytes)) return { status: 'unchanged', id: other.id };
		return { status: 'conflict', conflict: 'unknown', id: other.id };
	}
	const listed = entryOf(images, stored.imageType, stored.id);
	if (!listed) {
		const newer = others.find(({ id }) => stored.beside?.includes(id) !== true);
		return newer && options.unknown === 'conflict'
			? { status: 'conflict', conflict: 'superseded', id: newer.id }
			: { status: 'new' };
	}
	if (!isShownSame(stored.shown, shownOf(listed))) return { status: 'conflict', conflict: 'changed', id: stored.id };
	return { status: isSame(stored, sentFacts(file)) ? 'unchanged' : 'replaces', id: stored.id };
}

function resolve(draft: Draft, { onConflict }: PlanOptions): Draft {
	if (draft.status !== 'conflict' || onConflict === 'stop') return draft;
	return { ...draft, status: onConflict === 'keep' ? 'unchanged' : 'replaces' };
}

/**
 * A file of somebody else that is what is wanted may stay as it is. It is not ours to link: where it would have to be,
 * it is a conflict like any other of its name.
 */
function withAdoption(
	draft: PlannedUpload,
	all: readonly PlannedUpload[],
	{ known, options }: { readonly known: Known; readonly options: PlanOptions },
): PlannedUpload {
	const entry = entryOf(known.images, draft.file.imageType, draft.id);
	const isOurs = known.records.get(draft.file.key)?.stored?.id === draft.id;
	if (!entry || isOurs || draft.status !== 'unchanged' || draft.conflict !== undefined) return draft;
	const isWhole = partnersOf(draft, all).every(({ status }) => status === 'unchanged');
	if (isWhole && isLinkedAsWanted(draft, all, known)) return draft;
	return { ...draft, ...resolve({ status: 'conflict', conflict: 'unknown', id: draft.id }, options) };
}

/** True for a file of ours that, or whose partner, would be replaced or linked anew although somebody else has linked it. */
function isChangedLink(
	draft: PlannedUpload,
	all: readonly PlannedUpload[],
	{ known, claimed }: { readonly known: Known; readonly claimed: ReadonlySet<string> },
): boolean {
	const { file, id, status, conflict } = draft;
	const stored = known.records.get(file.key)?.stored;
	const entry = entryOf(known.images, file.imageType, id);
	if (!entry || stored === undefined || stored.id !== id || conflict !== undefined) return false;
	const isLinkedAnew = [draft, ...partnersOf(draft, all)].some(one => withLink(one, all, known).status === 're-link');
	if (status !== 'replaces' && !isLinkedAnew) return false;
	const last = { known: [stored.linkedWith, file.partnerId], claimed };
	return strangerSince(known.images, entry, last) !== undefined;
}

/** Unattend files that were not uploaded from here and name this configuration file. */
const theirUsers = ({ file, id }: PlannedUpload, known: Known, claimed: ReadonlySet<string>): string[] =>
	file.imageType === 'CONFIG' && id !== undefined
		? usersOfConfig(known.images, id, [...known.records.values()]).filter(user => !claimed.has(user))
		: [];

function withLink(draft: PlannedUpload, all: readonly PlannedUpload[], known: Known): PlannedUpload {
	const entry = draft.status === 'unchanged' ? entryOf(known.images, draft.file.imageType, draft.id) : undefined;
	if (!entry) return draft;
	const isUnfinished = known.records.get(draft.file.key)?.stored?.isUnfinished === true;
	const isInFlight = draft.conflict === undefined && (isUnfinished || markIn(entry.description) !== undefined);
	return isInFlight || !isLinkedAsWanted(draft, all, known) ? { ...draft, status: 're-link' } : draft;
}

function withMarkSeen(draft: PlannedUpload, { images }: Known): PlannedUpload {
	if (draft.conflict !== 'unknown') return draft;
	const isMarked = markIn(entryOf(images, draft.file.imageType, draft.id)?.description) !== undefined;
	return isMarked ? { ...draft, isMarked } : draft;
}

function isLinkedAsWanted(draft: PlannedUpload, all: readonly PlannedUpload[], { images, records }: Known): boolean {
	const { partnerId, imageType } = draft.file;
	const linksOf = (type: TextType, id: string | undefined): readonly string[] => {
		const entry = entryOf(images, type, id);
		return entry ? certainLinks([...records.values()], entry) : [];
	};
	const links = linksOf(imageType, draft.id);
	if (partnerId !== undefined) return links.includes(partnerId);
	const partners = partnersOf(draft, all);
	if (partners.length === 0) return true;
	const isLeaving = (link: string): boolean =>
		all.some(({ status, id, obsolete }) => obsolete.includes(link) || (status === 'replaces' && id === link));
	const staying = links.filter(link => !isLeaving(link));
	if (partners.some(({ id }) => id !== undefined && staying.includes(id))) return true;
	// A configuration file may have room for one partner: any that names it, and stays, will do.
	return (
		imageType === 'CONFIG' &&
		draft.id !== undefined &&
		staying.some(link => linksOf('UNATTEND', link).includes(draft.id ?? ''))
	);
}

/** The desired partners: the configuration file of an unattend file, or all unattend files of a configuration file. */
export const partnersOf = (
	{ file }: Pick<PlannedUpload, 'file'>,
	all: readonly PlannedUpload[],
): readonly PlannedUpload[] =>
	file.imageType === 'UNATTEND'
		? all.filter(other => other.file.key === file.partner)
		: all.filter(other => other.file.partner === file.key);
