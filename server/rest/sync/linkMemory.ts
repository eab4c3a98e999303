import type { OsImages } from '../osImages';
import type { Wanted } from './linkFiles';
import { entryOf, findStored } from './listing';
import type { RecordStore } from './uploadRecord';

type Store = Pick<RecordStore, 'all' | 'put'>;

/** What our last change has linked a file with, whether it was uploaded from here or not. */
function rememberedLink(store: Store, id: string): { readonly partnerId: string | undefined } | undefined {
	for (const { stored, linked } of store.all()) {
		if (stored?.id === id) return { partnerId: stored.linkedWith };
		if (linked?.id === id) return { partnerId: linked.partnerId };
	}
	return undefined;
}

/** Remembers the link as the list shows it, otherwise as it was wanted. */
export function noteLink(store: Store, { id, imageType, partnerId }: Wanted, images: OsImages): void {
	const entry = entryOf(images, imageType, id);
	const isShown = !entry?.showsAssociation || (partnerId !== undefined && entry.partners.includes(partnerId));
	const now = isShown ? partnerId || undefined : entry.partners[0];
	const record = store.all().find(({ stored }) => stored?.id === id);
	if (record?.stored) store.put({ ...record, stored: { ...record.stored, linkedWith: now } });
	else store.put({ key: `link ${id}`, obsolete: [], linked: { id, partnerId: now } });
}

interface Links {
	readonly wanted: readonly Wanted[];
	readonly images: OsImages;
	readonly host: string;
}

/** A sentence for each link of somebody else that would be undone. */
export function rivalLinks(store: Store, { wanted, images, host }: Links): string[] {
	return wanted.flatMap(({ id, partnerId }) => {
		const before = rememberedLink(store, id);
		const links = findStored(images, id)?.partners ?? [];
		if (!before || (partnerId !== undefined && links.includes(partnerId))) return [];
		// A configuration file names unattend files that use it: others that we have linked with it will do.
		const link = links.find(other => other !== before.partnerId && rememberedLink(store, other)?.partnerId !== id);
		if (link === undefined) return [];
		return [`Somebody has linked ${id} on ${host} with ${link} since it was last linked from here.`];
	});
}
