import type { OsImages, StoredFile } from '../osImages';
import { XClarityError } from '../xclarityError';
import type { TextType } from './desiredFile';
import { entryOf } from './listing';
import type { SyncWork } from './syncWork';

/** What linking needs. */
export type LinkAccess = Pick<SyncWork, 'client' | 'steady' | 'lister'>;

/** A stored file and the partner it shall name. */
export interface WantedLink {
	readonly imageType: TextType;
	readonly id: string;
	/** What a change of the link has to carry along; undefined where the text is not known. */
	readonly content?: string | undefined;
	readonly description?: string | undefined;
	readonly partnerId: string;
	/** The import has named this partner. */
	readonly named?: string | undefined;
	/** For a configuration file, which has room for one partner: any unattend file that names it will do. */
	readonly orAnyUser?: boolean;
}

/** A link as it was before it was changed. */
export interface ChangedLink {
	readonly link: WantedLink;
	readonly before: string;
}

/**
 * Makes the links and reads back whether the appliance shows them so. Where it shows nothing, what was sent counts.
 * @returns the list in which the links were seen.
 */
export async function linkFiles(
	work: LinkAccess,
	links: readonly WantedLink[],
	{ leaving, changed }: { readonly leaving: ReadonlySet<string>; readonly changed: ChangedLink[] },
): Promise<OsImages> {
	const sent = new Set<WantedLink>();
	let images = await work.lister.fresh();
	for (let round = 0; round < 2; round++) {
		const open = links.filter(link => !isMade(link, images, { leaving, sent }));
		if (open.length === 0) return images;
		for (const link of open) {
			const entry = demandEntry(images, link, work);
			const { id, imageType, content, description, partnerId } = link;
			changed.push({ link, before: entry.associatedFileId ?? '' });
			await work.steady.relink(id, { imageType, content, description, associatedFileId: partnerId });
			sent.add(link);
		}
		images = await work.lister.fresh();
	}
	for (const link of links) {
		if (isMade(link, images, { leaving, sent })) continue;
		const other = demandEntry(images, link, work).associatedFileId ?? 'nothing';
		throw new XClarityError(
			`${work.client.host} shows ${link.id} as linked with ${other} instead of ${link.partnerId}.`,
			{
				kind: 'unexpected',
			},
		);
	}
	return images;
}

function demandEntry(images: OsImages, { imageType, id }: WantedLink, { client }: LinkAccess): StoredFile {
	const entry = entryOf(images, imageType, id);
	if (entry) return entry;
	throw new XClarityError(`${client.host} does not list ${id} any more.`, { kind: 'unexpected' });
}

function isMade(
	link: WantedLink,
	images: OsImages,
	{ leaving, sent }: { readonly leaving: ReadonlySet<string>; readonly sent: ReadonlySet<WantedLink> },
): boolean {
	const entry = entryOf(images, link.imageType, link.id);
	if (!entry) return false;
	if (!entry.showsAssociation) return sent.has(link) || link.named === link.partnerId;
	const shown = entry.associatedFileId;
	if (shown === link.partnerId) return true;
	if (!link.orAnyUser || shown === undefined || leaving.has(shown)) return false;
	return entryOf(images, 'UNATTEND', shown)?.associatedFileId === link.id;
}
