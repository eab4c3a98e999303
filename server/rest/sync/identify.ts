import type { OsImages, StoredFile } from '../osImages';
import { filesOfType, idIn } from '../storedFileId';
import { isShownAs } from './demandName';
import { describedFilesOf, entryOf, namedFiles } from './listing';
import { bytesIn, digestOf, textDigestOf } from './uploadFile';
import { showsMark } from './uploadMark';
import type { PendingImport } from './uploadRecord';

/** What speaks for a file being the one that we imported. */
export interface Evidence {
	/** Answers to our own requests, and our job. */
	readonly said: readonly unknown[];
	/** Ids that belong to other files of ours. */
	readonly claimed: ReadonlySet<string>;
}

/**
 * `ours`: proven by our mark, by an id that an answer to us gave, or by its content (alone: `by`). `undecided`: these are
 * candidates, and nothing proves or disproves them. `absent`: it is not there.
 */
export type Verdict =
	| { readonly kind: 'ours'; readonly file: StoredFile; readonly by?: 'content' }
	| { readonly kind: 'undecided'; readonly candidates: readonly StoredFile[] }
	| { readonly kind: 'absent' };

/** Files of the name that came since the import was begun, whoever brought them. */
export const newcomers = (
	images: OsImages,
	{ imageType, name, known }: PendingImport,
	claimed: ReadonlySet<string>,
): readonly StoredFile[] =>
	namedFiles(images, imageType, name).filter(({ id }) => !known.includes(id) && !claimed.has(id));

/** Finds our import in the list. A name proves nothing: somebody else may import the same one at the same time. */
export function identify(images: OsImages, pending: PendingImport, { said, claimed }: Evidence): Verdict {
	const { mark, markedId } = pending;
	const known = entryOf(images, pending.imageType, markedId);
	const shown = mark === undefined ? [] : describedFilesOf(images).filter(file => showsMark(file.description, mark));
	const marked = known && !shown.includes(known) ? [known, ...shown] : shown;
	const [only, ...more] = marked;
	if (only) return more.length === 0 ? { kind: 'ours', file: only } : { kind: 'undecided', candidates: marked };
	const fresh = newcomers(images, pending, claimed);
	const told = said.map(value => idIn(value, pending.name));
	// The file may have the id of an earlier one, in whose place it has come.
	const named = [...fresh, ...namedFiles(images, pending.imageType, pending.name)].find(({ id }) => told.includes(id));
	// An answer may be wrong, too: a file that carries the description of somebody else is not taken for ours.
	if (named && fits(named, pending)) return { kind: 'ours', file: named };
	const same = fresh.filter(file => typeof file.raw.content === 'string' && isContent(file.raw.content, pending));
	const [equal] = same;
	if (equal && same.length === 1 && fits(equal, pending)) return { kind: 'ours', file: equal, by: 'content' };
	if (mark !== undefined && keepsDescriptions(images, pending)) return { kind: 'absent' };
	const candidates = fresh.filter(file => fits(file, pending) && isSized(file, pending));
	return candidates.length === 0 ? { kind: 'absent' } : { kind: 'undecided', candidates };
}

/** True when the entry says nothing where our mark would stand, or where there is no mark, what we said. */
const fits = ({ description }: StoredFile, pending: PendingImport): boolean =>
	description === undefined || (pending.mark === undefined && description === pending.description);

/** A size proves nothing, but one that our bytes cannot have is not ours. */
function isSized({ raw }: StoredFile, { sizes }: PendingImport): boolean {
	const size = bytesIn(raw.size);
	return size === undefined || sizes === undefined || sizes.includes(size);
}

/** Where other entries of the kind carry descriptions, ours would carry its mark. */
const keepsDescriptions = (images: OsImages, { imageType }: PendingImport): boolean =>
	filesOfType(images, imageType).some(({ description }) => description !== undefined);

/** False when the list shows another name, content or size than was sent: somebody has changed it since. */
export function isAsSent(file: StoredFile, pending: PendingImport): boolean {
	const { content } = file.raw;
	if (!isShownAs(file, pending.name)) return false;
	// Of bytes that are no UTF-8, a text does not tell.
	const isText = typeof content === 'string' && pending.textSha256 !== undefined;
	return isText ? isContent(content, pending) : isSized(file, pending);
}

const isContent = (content: string, { sha256, textSha256 }: PendingImport): boolean =>
	digestOf(Buffer.from(content)) === sha256 || textDigestOf(content) === textSha256;
