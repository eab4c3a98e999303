import type { RecordedFile, RecordStore } from './uploadRecord';

/** Ids that a file was linked with from here, as far as we remember, whichever of the two named the other. */
export const rememberedLinks = (store: Pick<RecordStore, 'about'>, id: string): string[] =>
	store
		.about(id)
		.flatMap(pairsIn)
		.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : []));

/** The same for what it has replaced: after a kill nobody knows which of the two others name by now. */
export const inheritedLinks = (store: Pick<RecordStore, 'about'>, id: string): string[] =>
	store
		.about(id)
		.filter(({ stored, pending }) => [stored?.id, pending?.id].includes(id))
		.flatMap(({ stored, obsolete }) => [...(stored ? [stored] : []), ...obsolete])
		.flatMap(old => (old.id === id ? [] : rememberedLinks(store, old.id)));

const pairsIn = ({ stored, obsolete, linked }: RecordedFile): (readonly [one: string, other: string])[] =>
	[
		...[...(stored ? [stored] : []), ...obsolete],
		...(linked ? [{ id: linked.id, linkedWith: linked.partnerId }] : []),
	].flatMap(({ id, linkedWith }) => (linkedWith === undefined ? [] : [[id, linkedWith] as const]));
