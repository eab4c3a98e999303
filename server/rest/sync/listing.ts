import type { OsImages, StoredFile } from '../osImages';
import { filesOfType } from '../storedFileId';
import { storedFileIdPattern } from '../wire';
import type { XClarityClient } from '../xclarityClient';
import { bytesIn, type TextType } from './uploadFile';
import { mayShowMark } from './uploadMark';

/** The appliance's list, as it is after the moment of asking: whoever asks at the same time shares a request. */
export interface Lister {
	fresh(): Promise<OsImages>;
	/** The last one seen. */
	readonly latest: OsImages;
	/** Every file of a type that was seen so far. */
	met(type: TextType): readonly StoredFile[];
	/** The same for another client: its lists and ours come one after the other. */
	through(client: XClarityClient): Lister;
	/** Collects every file as the first list from now on shows it, until it is ended. */
	watch(): Sights;
	readonly linkTypes: Set<TextType>;
}

export interface Sights {
	get(id: string): StoredFile | undefined;
	end(): void;
}

/**
 * An appliance may show a link only where there is one. When it has shown one for a type, an entry of that type
 * without a link is linked with nothing.
 * @param linkTypes takes the types for which a link is shown
 */
export function withLinks(images: OsImages, linkTypes: Set<TextType>): OsImages {
	const read = (type: TextType): readonly StoredFile[] => {
		const files = filesOfType(images, type);
		if (files.some(({ showsAssociation }) => showsAssociation)) linkTypes.add(type);
		if (!linkTypes.has(type)) return files;
		return files.map(file => (file.showsAssociation ? file : { ...file, showsAssociation: true }));
	};
	return { ...images, configs: read('CONFIG'), unattends: read('UNATTEND') };
}

export interface ListerOptions {
	readonly linkTypes?: Set<TextType>;
	/** Called when a list is asked for; what it gives is called with the list. */
	readonly look?: () => (images: OsImages) => void;
}

export function sharedLister(
	client: XClarityClient,
	first: OsImages,
	{ linkTypes = new Set(), look }: ListerOptions = {},
): Lister {
	const met = { CONFIG: new Map<string, StoredFile>(), UNATTEND: new Map<string, StoredFile>() };
	const watched = new Set<OsImages[]>();
	const meet = (listed: OsImages): OsImages => {
		const images = withLinks(listed, linkTypes);
		for (const file of images.configs) met.CONFIG.set(file.id, file);
		for (const file of images.unattends) met.UNATTEND.set(file.id, file);
		for (const lists of watched) lists.push(images);
		return images;
	};
	let latest = meet(first);
	let last: Promise<unknown> = Promise.resolve();
	const ask = async (asking: XClarityClient): Promise<OsImages> => {
		const note = look?.();
		latest = meet(await asking.osImages(id => findStored(latest, id)));
		note?.(latest);
		return latest;
	};
	const listerOf = (asking: XClarityClient): Lister => {
		let next: Promise<OsImages> | undefined;
		return {
			linkTypes,
			through: other => listerOf(other),
			watch: () => {
				const lists: OsImages[] = [];
				watched.add(lists);
				const firstOf = (id: string): StoredFile | undefined => {
					for (const images of lists) {
						const file = findStored(images, id);
						if (file) return file;
					}
					return undefined;
				};
				return { get: firstOf, end: () => void watched.delete(lists) };
			},
			met: type => [...met[type].values()],
			get latest() {
				return latest;
			},
			fresh() {
				// What runs already may have been answered before the change that is looked for.
				next ??= last
					.catch(() => undefined)
					.then(() => {
						next = undefined;
						return ask(asking);
					});
				last = next;
				return next;
			},
		};
	};
	return listerOf(client);
}

export const entryOf = (images: OsImages, type: TextType, id: string | undefined): StoredFile | undefined =>
	id === undefined ? undefined : indexOf(images).byType[type].get(id);

const idLists = new WeakMap<readonly StoredFile[], readonly string[]>();

/** The ids of all files of a type, as one array for each list: imports that begin with the same one share it. */
export function idsOfType(images: OsImages, type: TextType): readonly string[] {
	const files = filesOfType(images, type);
	const ids = idLists.get(files) ?? files.map(({ id }) => id);
	idLists.set(files, ids);
	return ids;
}

/** Every unattend and configuration file. */
export const textFilesOf = (images: OsImages): readonly StoredFile[] => indexOf(images).files;

export const findStored = (images: OsImages, id: string | undefined): StoredFile | undefined =>
	id === undefined ? undefined : (indexOf(images).byType.CONFIG.get(id) ?? indexOf(images).byType.UNATTEND.get(id));

/** Ids of the files that name this one, and of those that it names. */
export const linkedIds = (images: OsImages, id: string): readonly string[] => [
	...(findStored(images, id)?.partners ?? []),
	...(indexOf(images).namedBy.get(id) ?? []),
];

/** Those that may carry a mark. */
export const describedFilesOf = (images: OsImages): readonly StoredFile[] => indexOf(images).described;

/** Nobody keeps empty files: where one shows no size at all, sizes are told in a unit too large for them, as in MB. */
export const hidesSizes = (images: OsImages): boolean => indexOf(images).hidesSizes;

interface ImagesIndex {
	readonly files: readonly StoredFile[];
	readonly described: readonly StoredFile[];
	readonly hidesSizes: boolean;
	readonly byType: Readonly<Record<TextType, ReadonlyMap<string, StoredFile>>>;
	readonly namedBy: ReadonlyMap<string, readonly string[]>;
}

/** Each list is asked for hundreds of ids: an upload of many files would look through all of it as often. */
const indexes = new WeakMap<OsImages, ImagesIndex>();

function indexOf(images: OsImages): ImagesIndex {
	const known = indexes.get(images);
	if (known) return known;
	const files = [...images.configs, ...images.unattends];
	const namedBy = new Map<string, string[]>();
	for (const { id, partners } of files)
		for (const partner of partners) {
			const names = namedBy.get(partner);
			if (names) names.push(id);
			else namedBy.set(partner, [id]);
		}
	const byType = { CONFIG: byId(images.configs), UNATTEND: byId(images.unattends) };
	const described = files.filter(({ description }) => mayShowMark(description));
	const hidesSizes = files.some(({ raw }) => bytesIn(raw.size) === 0);
	const index = { files, described, hidesSizes, byType, namedBy };
	indexes.set(images, index);
	return index;
}

/** The first of each id. */
function byId(files: readonly StoredFile[]): Map<string, StoredFile> {
	const found = new Map<string, StoredFile>();
	for (const file of files) if (!found.has(file.id)) found.set(file.id, file);
	return found;
}

export const isNamed = (file: StoredFile, name: string): boolean =>
	file.name === name || (file.id.endsWith(name) && storedFileIdPattern.exec(file.id)?.groups?.name === name);

/** Files of this name. */
export const namedFiles = (images: OsImages, type: TextType, name: string): readonly StoredFile[] =>
	filesOfType(images, type)
		.filter(file => isNamed(file, name))
		.toSorted((a, b) => (a.id < b.id ? 1 : -1));
