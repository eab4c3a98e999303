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
}

export function sharedLister(client: XClarityClient, first: OsImages): Lister {
	let latest = first;
	const met = { CONFIG: new Map<string, StoredFile>(), UNATTEND: new Map<string, StoredFile>() };
	const meet = (images: OsImages): void => {
		latest = images;
		for (const file of images.configs) met.CONFIG.set(file.id, file);
		for (const file of images.unattends) met.UNATTEND.set(file.id, file);
	};
	meet(first);
	let running: Promise<OsImages> | undefined;
	let next: Promise<OsImages> | undefined;
	const ask = (): Promise<OsImages> => {
		const asked: Promise<OsImages> = client
			.osImages()
			.then(images => {
				meet(images);
				return images;
			})
			.finally(() => {
				if (running === asked) running = undefined;
			});
		running = asked;
		return asked;
	};
	return {
		met: type => [...met[type].values()],
		get latest() {
			return latest;
		},
		fresh() {
			if (!running) return ask();
			// What runs already may have been answered before the change that is looked for.
			next ??= running
				.catch(() => undefined)
				.then(() => {
					next = undefined;
					return ask();
				});
			return next;
		},
	};
}

export const entryOf = (images: OsImages, type: TextType, id: string | undefined): StoredFile | undefined =>
	id === undefined ? undefined : filesOfType(images, type).find(file => file.id === id);

/** Every unattend and configuration file. */
export const textFilesOf = ({ configs, unattends }: OsImages): readonly StoredFile[] => [...configs, ...unattends];

export const findStored = (images: OsImages, id: string | undefined): StoredFile | undefined =>
	id === undefined ? undefined : textFilesOf(images).find(file => file.id === id);

/**
 * True when the appliance says what the file is linked with. Where one entry of a kind says it, one that does not is
 * linked with nothing.
 */
export const showsLink = (images: OsImages, type: TextType, entry: StoredFile): boolean =>
	entry.showsAssociation || filesOfType(images, type).some(({ showsAssociation }) => showsAssociation);

export const isNamed = (file: StoredFile, name: string): boolean =>
	file.name === name || (file.id.endsWith(name) && storedFileIdPattern.exec(file.id)?.groups?.name === name);

/** Files of this name. */
export const namedFiles = (images: OsImages, type: TextType, name: string): readonly StoredFile[] =>
	filesOfType(images, type)
		.filter(file => isNamed(file, name))
		.toSorted((a, b) => (a.id < b.id ? 1 : -1));
