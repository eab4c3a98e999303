import type { OsImages, StoredFile } from '../osImages';
import { entryOf, findStored } from './listing';
import type { OwnChange } from './ownChange';
import { inheritedLinks, rememberedLinks } from './rememberedLinks';
import type { RecordStore } from './uploadRecord';

/** Links that no list shows. A file that loses one by a change of ours changes with it, and only we know of it. */
export interface HiddenLinks {
	/** Such a change is about to be made. */
	note(change: OwnChange): void;
	/** Ids of files that may lose a link by it. */
	near(change: OwnChange, after: OsImages): readonly string[];
}

export function hiddenLinks(store: Pick<RecordStore, 'about'>): HiddenLinks {
	/** What was linked since the records were read: an interrupted step leaves nothing in them. */
	const made = new Map<string, Set<string>>();
	const note = (id: string, other: string): void => void made.set(id, (made.get(id) ?? new Set()).add(other));
	const linksOf = (id: string, entry: StoredFile | undefined): readonly string[] =>
		!entry || entry.showsAssociation ? [] : [...(made.get(id) ?? []), ...rememberedLinks(store, id)];
	return {
		note({ targets, partners = [] }) {
			for (const id of targets)
				for (const other of partners) {
					if (other === undefined || other === '') continue;
					note(id, other);
					note(other, id);
				}
		},
		near({ before, targets, partners = [], name, leaving }, after) {
			const find = (id: string): StoredFile | undefined => findStored(after, id) ?? findStored(before, id);
			const isRemoval = targets.length === 0 && name === undefined;
			const ofPartner = (id: string): readonly string[] => {
				const links = linksOf(id, find(id));
				// Another user of a shared configuration file has nothing to lose, unless each file has one partner: that it
				// changes as well must be told.
				const isShared = !isRemoval && (entryOf(after, 'CONFIG', id) ?? entryOf(before, 'CONFIG', id)) !== undefined;
				return isShared ? links.filter(other => leaving?.has(other)) : links;
			};
			const inherited = (id: string): readonly string[] =>
				find(id)?.showsAssociation === false ? inheritedLinks(store, id) : [];
			return [
				...targets.flatMap(id => [...linksOf(id, find(id)), ...inherited(id)]),
				...partners.flatMap(id => (id === undefined ? [] : ofPartner(id))),
			];
		},
	};
}
