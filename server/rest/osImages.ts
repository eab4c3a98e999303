import {
	isObject,
	isStoredFileEntry,
	type JsonObject,
	type StoredFileEntry,
	type SupportedImage,
	storedListPatterns,
} from './wire';

/** An unattend or configuration file on the appliance. */
export interface StoredFile {
	readonly id: string;
	/** As the appliance says; otherwise what the id tells. */
	readonly name: string;
	readonly description?: string;
	readonly os?: string;
	readonly osrelease?: string;
	/** Bytes. */
	readonly size?: number;
	readonly associatedFileId?: string;
	/** True when the entry says what the file is associated with, even if that is nothing. */
	readonly showsAssociation: boolean;
	/** The entry as it came, with all that is not known here. */
	readonly raw: StoredFileEntry;
}

export interface OsImages {
	readonly images: readonly JsonObject[];
	readonly unattends: readonly StoredFile[];
	readonly configs: readonly StoredFile[];
	/** Names as the appliance writes them: `predefined.otherSettings.jobId`. */
	readonly predefinedMacros: readonly string[];
	readonly supportedImages: readonly SupportedImage[];
	readonly raw: JsonObject;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** An id as text, whichever type the appliance gives it. */
const idText = (value: unknown): string | undefined => text(typeof value === 'number' ? String(value) : value);

const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** `associatedFileId`, or the first of an array; the key may say it in the plural. */
function association(entry: StoredFileEntry): { showsAssociation: boolean; associatedFileId?: string } {
	const key = Object.keys(entry).find(name => /^associatedFileIds?$/i.test(name));
	if (key === undefined) return { showsAssociation: false };
	const value = entry[key];
	const id = idText(Array.isArray(value) ? value[0] : value);
	return id === undefined ? { showsAssociation: true } : { showsAssociation: true, associatedFileId: id };
}

function readStoredFile(entry: StoredFileEntry): StoredFile {
	const size = typeof entry.size === 'string' && /^\d+$/.test(entry.size) ? Number(entry.size) : entry.size;
	const [description, os, osrelease] = [text(entry.description), text(entry.os), text(entry.osrelease)];
	return {
		id: String(entry.id),
		name: text(entry.name) ?? String(entry.id).replace(/^\d{14}_/, ''),
		...(description === undefined ? {} : { description }),
		...(os === undefined ? {} : { os }),
		...(osrelease === undefined ? {} : { osrelease }),
		...(typeof size === 'number' ? { size } : {}),
		...association(entry),
		raw: entry,
	};
}

/**
 * Reads the answer to `GET /osImages`. The names of its lists are known in part only: the files of each kind are taken
 * from every array whose name looks like it, the macros from whichever array holds `macroName`.
 */
export function readOsImages(body: JsonObject): OsImages {
	const lists = Object.entries(body).filter(([, value]) => Array.isArray(value));
	const files = (wanted: (key: string) => boolean): readonly StoredFile[] =>
		lists
			.filter(([key]) => wanted(key))
			.flatMap(([, list]) => objects(list).filter(isStoredFileEntry).map(readStoredFile));
	const { unattends, configs } = storedListPatterns;
	return {
		images: objects(body.items),
		unattends: files(key => unattends.test(key)),
		configs: files(key => configs.test(key) && !unattends.test(key)),
		predefinedMacros: lists
			.flatMap(([, list]) => objects(list).map(({ macroName }) => text(macroName)))
			.filter(name => name !== undefined),
		supportedImages: objects(body.supportedImages).filter(
			(image): image is JsonObject & SupportedImage => typeof image.name === 'string',
		),
		raw: body,
	};
}
