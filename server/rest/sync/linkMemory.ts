import { t } from '../../texts/texts';
import type { OsImages } from '../osImages';
import type { Wanted } from './linkFiles';
import { entryOf, findStored, textFilesOf } from './listing';
import { type RecordStore, recordOfStored } from './uploadRecord';

type Store = Pick<RecordStore, 'about' | 'put'>;

/** What our last change has linked a file with, whether it was uploaded from here or not. */
function rememberedLink(store: Store, id: string): { readonly partnerId: string | undefined } | undefined {
	for (const { stored, linked } of store.about(id)) {
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
	const record = recordOfStored(store, id);
	if (record?.stored) store.put({ ...record, stored: { ...record.stored, linkedWith: now } });
	else store.put({ key: `link ${id}`, obsolete: [], linked: { id, partnerId: now } });
}

interface Links {
	readonly wanted: readonly Wanted[];
	readonly images: OsImages;
	readonly host: string;
}

/** A sentence for each link that our last one did not leave so: somebody has changed it since. */
export function changedLinks(store: Store, { wanted, images, host }: Links): string[] {
	return wanted.flatMap(({ id, partnerId }) => {
		const before = rememberedLink(store, id);
		const links = findStored(images, id)?.partners ?? [];
		if (!before || (partnerId !== undefined && links.includes(partnerId))) return [];
		// A configuration file names unattend files that use it: others that we have linked with it will do.
		const link = links.find(other => other !== before.partnerId && rememberedLink(store, other)?.partnerId !== id);
		if (link === undefined) return [];
		return [
			t('Somebody has linked {id} on {host} with {link} since it was last linked from here.', { id, host, link }),
		];
	});
}

/**
 * A sentence for each file that one of these is shown as linked with, from either side, and that was not linked with it
 * from here: where files have one partner each, it would lose its link. None where they name each other already.
 */
export function takenLinks(store: Store, { wanted, images, host }: Links): string[] {
	const ids = wanted.map(({ id }) => id);
	if (ids.some(id => findStored(images, id)?.partners.some(other => ids.includes(other)))) return [];
	return ids.flatMap(id => {
		const naming = textFilesOf(images).filter(({ partners }) => partners.includes(id));
		const others = new Set([...(findStored(images, id)?.partners ?? []), ...naming.map(file => file.id)]);
		return [...others]
			.filter(other => !ids.includes(other) && findStored(images, other) !== undefined)
			.filter(other => rememberedLink(store, id)?.partnerId !== other && rememberedLink(store, other)?.partnerId !== id)
			.map(other =>
				t('{id} on {host} is linked with {other}, and not from here: that link may be lost.', { id, host, other }),
			);
	});
}
