import type { XClarityClient } from '../xclarityClient';
import { XClarityError } from '../xclarityError';
import type { TextType } from './desiredFile';
import { type ChangedLink, linkFiles, type WantedLink } from './linkFiles';
import { entryOf, sharedLister } from './listing';
import { isShownSame, type RecordStore, shownOf } from './uploadRecord';

/**
 * Links two files that are on the appliance, both ways, and reads back.
 * @returns false when they were linked already.
 * @throws {XClarityError} `refused` for an id that is not listed.
 */
export async function linkStored(
	client: XClarityClient,
	{ unattend, config }: { readonly unattend: string; readonly config: string },
	store: RecordStore,
): Promise<boolean> {
	const images = await client.osImages();
	const wanted = (imageType: TextType, id: string, partnerId: string): WantedLink => {
		const entry = entryOf(images, imageType, id);
		if (!entry) throw new XClarityError(`${client.host} has no ${imageType} file ${id}.`, { kind: 'refused' });
		const stored = store.all().find(record => record.stored?.id === id)?.stored;
		const ours = stored && isShownSame(stored.shown, shownOf(entry)) ? store.textOf(stored.sha256) : undefined;
		const content = typeof entry.raw.content === 'string' ? entry.raw.content : ours;
		return { imageType, id, content, description: entry.description, partnerId };
	};
	const changed: ChangedLink[] = [];
	const access = { client, steady: client.withSignal(undefined), lister: sharedLister(client, images) };
	const links = [wanted('CONFIG', config, unattend), wanted('UNATTEND', unattend, config)];
	await linkFiles(access, links, { leaving: new Set(), changed });
	return changed.length > 0;
}
