import { inARow } from '../../texts/inARow';
import { t } from '../../texts/texts';
import { mostRefusals } from '../fileImport';
import type { OsImages, StoredFile } from '../osImages';
import { pause } from '../pause';
import { XClarityError } from '../xclarityError';
import { entryOf } from './listing';
import type { SyncWork } from './syncWork';
import type { TextType } from './uploadFile';
import { showsMark } from './uploadMark';

/** What a change of stored files needs. */
export type ChangeAccess = Pick<SyncWork, 'client' | 'steady' | 'lister' | 'seen'>;

/** A stored file as it should be: its link, and for one in flight its true description. */
export interface Wanted {
	readonly imageType: TextType;
	readonly id: string;
	/** What a change has to carry along; undefined where the text is not known, or is no UTF-8. */
	readonly content?: string | undefined;
	readonly description?: string | undefined;
	/** '' for none; undefined leaves the link as it is. */
	readonly partnerId?: string | undefined;
	/** The import, or our last change, has named this partner. */
	readonly named?: string | undefined;
	/** For a configuration file, which has room for one partner: any unattend file that names it will do. */
	readonly orAnyUser?: boolean | undefined;
	/** Somebody else's: where files have one partner each, it may lose the link to one of ours again. */
	readonly yields?: boolean | undefined;
	/** Of a file in flight: to be taken out of its description. */
	readonly mark?: string | undefined;
}

/** A link as it was before it was changed. */
export interface ChangedLink {
	readonly wanted: Wanted;
	/** Ids. */
	readonly before: readonly string[];
}

export interface LinkOptions {
	/** Ids that will be removed in the end: nothing may stay linked with them. */
	readonly leaving: ReadonlySet<string>;
	/** Takes down what was changed, for who must take it back. */
	readonly changed: ChangedLink[];
	/** A look of this moment: the first change then asks for none. */
	readonly look?: OsImages | undefined;
}

/** A change whose answer was lost is looked at, and made again only where the list shows that it was not done. */
const mostRounds = 6;

/** Milliseconds between two tries. */
const betweenTries = 150;

/**
 * Brings stored files to what is wanted, each after a fresh look, and reads back whether the appliance shows them so.
 * Where it shows nothing, what was sent counts.
 * @returns the list in which all was seen.
 * @throws {XClarityError} `conflict` when somebody has changed one of the files since it was last seen.
 */
export async function linkFiles(access: ChangeAccess, all: readonly Wanted[], options: LinkOptions): Promise<OsImages> {
	const sent = new Map<Wanted, number>();
	const refusals = new Map<Wanted, number>();
	const isDone = (wanted: Wanted, images: OsImages): boolean =>
		isMade(wanted, images, { leaving: options.leaving, timesSent: sent.get(wanted) ?? 0 });
	let images = options.look ?? (await access.lister.fresh());
	let lost: XClarityError | undefined;
	for (let round = 0; round < mostRounds; round++) {
		const open = all.filter(wanted => !isDone(wanted, images));
		if (open.length === 0) return images;
		if (lost) await pause(betweenTries, t('Linking'), undefined);
		for (const wanted of open) {
			// The change of its partner may have done it.
			if (isDone(wanted, images)) continue;
			const done = await change(access, { wanted, images, refusals: refusals.get(wanted) ?? 0 }, options);
			images = done.images;
			lost = done.lost ?? lost;
			if (done.lost?.kind === 'refused' && !mayBeDone(done.lost)) refusals.set(wanted, (refusals.get(wanted) ?? 0) + 1);
			else if (!done.lost) sent.set(wanted, (sent.get(wanted) ?? 0) + 1);
		}
	}
	for (const wanted of all) {
		if (isDone(wanted, images)) continue;
		throw lost ?? notShown(access, wanted, images);
	}
	return images;
}

interface Change {
	readonly wanted: Wanted;
	/** The look just before. */
	readonly images: OsImages;
	/** How often it was refused. */
	readonly refusals: number;
}

/** Makes one change and looks. A failure that leaves open whether it was made is given back. */
async function change(
	{ client, steady, lister, seen }: ChangeAccess,
	{ wanted, images, refusals }: Change,
	{ changed, leaving }: LinkOptions,
): Promise<{ readonly images: OsImages; readonly lost?: XClarityError }> {
	const { id, imageType, content, description } = wanted;
	if (!entryOf(images, imageType, id)) throw goneError(client.host, id);
	const before = seen.linksOf(seen.demandUnchanged(images, id));
	// A configuration file that an unattend file uses keeps that one: another link would take this one's.
	const user = wanted.orAnyUser && before.find(other => !leaving.has(other) && isUser(other, { id }, images));
	const partnerId = user || (wanted.partnerId ?? before[0] ?? '');
	if (partnerId !== '') seen.demandNoStranger(images, partnerId);
	if (wanted.partnerId !== undefined) changed.push({ wanted, before });
	const own = seen.begin({ before: images, targets: [id], partners: [partnerId], leaving, description });
	let lost: XClarityError | undefined;
	try {
		await steady.relink(id, { imageType, content, description, associatedFileId: partnerId, refusals });
	} catch (error) {
		if (!mayBeDone(error)) own.drop();
		if (!mayBeDone(error) && !hasOtherWay(error, wanted, refusals)) throw error;
		lost = error;
	}
	own.end();
	const after = await lister.fresh();
	return { images: after, ...(lost ? { lost } : {}) };
}

/** The answer was lost, or the appliance stumbled: the change may have been made. */
export const mayBeDone = (error: unknown): error is XClarityError =>
	error instanceof XClarityError && (['unreachable', 'failed', 'unexpected'].includes(error.kind) || isBusy(error));

/** Too much at once: the same may be asked again in a while. */
const isBusy = ({ status }: XClarityError): boolean => status === 429;

/** A refusal that is about the form of the change, of which there is another. */
const hasOtherWay = (error: unknown, { imageType }: Wanted, refusals: number): error is XClarityError =>
	error instanceof XClarityError &&
	error.kind === 'refused' &&
	refusals + 1 < mostRefusals(imageType) &&
	(error.messages.length === 0 ||
		error.messages.some(({ text, explanation }) =>
			/object|attribute|property|field|unattend|content|unknown|unrecogni[sz]ed/i.test(`${text} ${explanation}`),
		));

const goneError = (host: string, id: string): XClarityError =>
	new XClarityError(t('{host} no longer lists {id}.', { host, id }), { kind: 'conflict' });

function notShown({ client }: ChangeAccess, wanted: Wanted, images: OsImages): XClarityError {
	const entry = entryOf(images, wanted.imageType, wanted.id);
	if (!entry) return goneError(client.host, wanted.id);
	const other = inARow(entry.partners) || t('nothing');
	const what = t('{host} shows {id} as linked with {other} instead of {partnerId}.', {
		host: client.host,
		id: wanted.id,
		other,
		partnerId: wanted.partnerId || 'nothing',
	});
	return new XClarityError(what, { kind: 'unexpected' });
}

interface Circumstances {
	readonly leaving: ReadonlySet<string>;
	readonly timesSent: number;
}

function isMade(wanted: Wanted, images: OsImages, { leaving, timesSent }: Circumstances): boolean {
	const isSent = timesSent > 0;
	const entry = entryOf(images, wanted.imageType, wanted.id);
	if (!entry || (wanted.mark !== undefined && !isDescribed(entry, wanted, isSent))) return false;
	if (wanted.partnerId === undefined || (wanted.yields && isSent)) return true;
	if (!entry.showsAssociation) return isSent || wanted.named === wanted.partnerId;
	const { partners } = entry;
	if (wanted.partnerId === '') return partners.length === 0;
	const staying = partners.filter(id => !leaving.has(id));
	// Where a file has several partners, one that leaves may be listed beside the new one until it is removed.
	if (partners.includes(wanted.partnerId)) return isSent || staying.length === partners.length;
	if (!wanted.orAnyUser) return false;
	return staying.some(id => isUser(id, entry, images)) || (timesSent > 1 && isOneOfSeveral(entry, wanted, images));
}

const isUser = (unattend: string, { id }: Pick<StoredFile, 'id'>, images: OsImages): boolean =>
	entryOf(images, 'UNATTEND', unattend)?.partners.includes(id) === true;

/**
 * The entry shows one partner, but the wanted one names this file as well, and a second change has moved nothing: the
 * appliance keeps several and shows one. The last look tells whether it shows the wanted one when the other is gone.
 */
const isOneOfSeveral = (entry: StoredFile, { partnerId = '' }: Wanted, images: OsImages): boolean =>
	entry.partners.length === 1 && [...entry.partners, partnerId].every(id => isUser(id, entry, images));

/** Where the description does not show, it counts that it was sent. */
const isDescribed = ({ description }: StoredFile, { mark = '' }: Wanted, isSent: boolean): boolean =>
	description === undefined ? isSent : !showsMark(description, mark);
