import type { OsImages, StoredFile } from '../osImages';
import { filesOfType } from '../storedFileId';
import { storedFileIdPattern } from '../wire';
import type { XClarityClient } from '../xclarityClient';
import type { TextType } from './uploadFile';

/** The appliance's list, as it is after the moment of asking: whoever asks at the same time shares a request. */
export interface Lister {
	fresh(): Promise<OsImages>;
	/** The last one seen. */
	readonly latest: OsImages;
	/** Every file of a type that was seen so far. */
	met(type: TextType): readonly StoredFile[];
	/** The same for another client: its lists and ours come one after the other. */
	through(client: XClarityClient): Lister;
	/** Collects every file as the first list from now on shows it. */
	watch(): ReadonlyMap<string, StoredFile>;
	readonly linkTypes: Set<TextType>;
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
		return linkTypes.has(type) ? files.map(file => ({ ...file, showsAssociation: true })) : files;
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
	const watched: Map<string, StoredFile>[] = [];
	const meet = (listed: OsImages): OsImages => {
		const images = withLinks(listed, linkTypes);
		for (const file of images.configs) met.CONFIG.set(file.id, file);
		for (const file of images.unattends) met.UNATTEND.set(file.id, file);
		for (const sights of watched)
			for (const file of textFilesOf(images)) if (!sights.has(file.id)) sights.set(file.id, file);
		return images;
	};
	let latest = meet(first);
	let last: Promise<unknown> = Promise.resolve();
	const ask = async (asking: XClarityClient): Promise<OsImages> => {
		const note = look?.();
		latest = meet(await asking.osImages());
		note?.(latest);
		return latest;
	};
	const listerOf = (asking: XClarityClient): Lister => {
		let next: Promise<OsImages> | undefined;
		return {
			linkTypes,
			through: other => listerOf(other),
			watch: () => {
				const sights = new Map<string, StoredFile>();
				watched.push(sights);
				return sights;
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
	id === undefined ? undefined : filesOfType(images, type).find(file => file.id === id);

/** Every unattend and configuration file. */
export const textFilesOf = ({ configs, unattends }: OsImages): readonly StoredFile[] => [...configs, ...unattends];

export const findStored = (images: OsImages, id: string | undefined): StoredFile | undefined =>
	id === undefined ? undefined : textFilesOf(images).find(file => file.id === id);

export const isNamed = (file: StoredFile, name: string): boolean =>
	file.name === name || (file.id.endsWith(name) && storedFileIdPattern.exec(file.id)?.groups?.name === name);

/** Files of this name. */
export const namedFiles = (images: OsImages, type: TextType, name: string): readonly StoredFile[] =>
	filesOfType(images, type)
		.filter(file => isNamed(file, name))
		.toSorted((a, b) => (a.id < b.id ? 1 : -1));
