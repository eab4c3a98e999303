import { t } from '../../texts/texts';
import type { OsImages, StoredFile } from '../osImages';
import { findStored, isNamed, linkedIds, textFilesOf } from './listing';

/** Links that somebody else has made since the first list: the appliance itself links with nothing that we never named. */
export interface ForeignLinks {
	/** Ids that we change, name as partners or have imported: links with them are our doing. */
	allow(ids: readonly (string | undefined)[]): void;
	/** A file of this name is being imported, and its id is not known yet. */
	allowName(name: string): void;
	/** The file that somebody else has linked this one with, from either side. */
	strangerOf(images: OsImages, id: string): StoredFile | undefined;
}

export function foreignLinksSince(first: OsImages): ForeignLinks {
	const earlier = new Map(textFilesOf(first).map(file => [file.id, file.partners]));
	const ours = new Set<string | undefined>();
	const names = new Set<string>();
	return {
		allow: ids => {
			for (const id of ids) ours.add(id);
		},
		allowName: name => void names.add(name),
		strangerOf: (images, id) => {
			const isAdded = (from: string, to: string): boolean =>
				findStored(images, from)?.partners.includes(to) === true && earlier.get(from)?.includes(to) !== true;
			return linkedIds(images, id)
				.filter(other => !ours.has(other) && (isAdded(id, other) || isAdded(other, id)))
				.map(other => findStored(images, other))
				.find(other => other !== undefined && ![...names].some(name => isNamed(other, name)));
		},
	};
}

/** What is known of a file of ours from its last upload. */
interface LastLink {
	/** Ids that it may be linked with: what it was linked with from here. */
	readonly known: readonly (string | undefined)[];
	/** Ids of all files of ours. */
	readonly claimed: ReadonlySet<string>;
}

/** The file that somebody else has linked one of ours with since an earlier run. */
export function strangerSince(
	images: OsImages,
	{ partners }: StoredFile,
	{ known, claimed }: LastLink,
): string | undefined {
	return partners.find(id => !known.includes(id) && !claimed.has(id) && findStored(images, id) !== undefined);
}

interface TwoLooks {
	readonly before: OsImages;
	readonly after: OsImages;
	readonly host: string;
}

/** A sentence for each file of somebody else that has lost its link with one that we have linked anew. */
export function lostLinks(
	{ before, after, host }: TwoLooks,
	linked: ReadonlySet<string>,
	ours: ReadonlySet<string>,
): string[] {
	return textFilesOf(before).flatMap(({ id, name }) =>
		ours.has(id) || linked.has(id) || !findStored(after, id)
			? []
			: [...linked]
					.filter(other => findStored(after, other) && isLinked(before, id, other) && !isLinked(after, id, other))
					.map(other =>
						t(
							'{name} ({id}) on {host} is no longer linked with {other}: the appliance keeps one partner for each file, or somebody has changed it. Decide which of them is to use it.',
							{ name, id, host, other },
						),
					),
	);
}

/** As either of them shows it. */
const isLinked = (images: OsImages, one: string, other: string): boolean =>
	[
		[one, other],
		[other, one],
	].some(([id = '', partner = '']) => findStored(images, id)?.partners.includes(partner) === true);
