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
	/** Ids of all files that the entry names as associated with it, in its order. */
	readonly partners: readonly string[];
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

/** Most lists have none, and may be long. */
function macroNamesIn(list: unknown): readonly string[] {
	const names: string[] = [];
	for (const entry of Array.isArray(list) ? list : []) {
		const name = isObject(entry) ? text(entry.macroName) : undefined;
		if (name !== undefined) names.push(name);
	}
	return names;
}

const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A large list asks this of each entry, most often of a key with another length. */
function associationKey(entry: StoredFileEntry): string | undefined {
	for (const name in entry)
		if ((name.length === 16 || name.length === 17) && /^associatedFileIds?$/i.test(name)) return name;
	return undefined;
}

/** `associatedFileId`: one id, an array of ids or ids with commas; the key may say it in the plural. */
function association(
	entry: StoredFileEntry,
	listed: ReadonlySet<string>,
): Pick<StoredFile, 'showsAssociation' | 'partners'> {
	const key = associationKey(entry);
	if (key === undefined) return { showsAssociation: false, partners: [] };
	const values = [entry[key]].flat().map(idText);
	const ids = values.flatMap(value => (value === undefined ? [] : idsIn(value, listed)));
	return { showsAssociation: true, partners: [...new Set(ids)] };
}

/** An id may end with a file name that has commas: a text is a list only where it is no id itself, and has one in it. */
function idsIn(value: string, listed: ReadonlySet<string>): readonly string[] {
	if (listed.has(value)) return [value];
	const parts = value.split(',').map(part => part.trim());
	return parts.some(part => listed.has(part)) ? parts.filter(part => part !== '') : [value];
}

/** Partners depend on the rest of the list: a text that may be several ids is read anew. */
function isSameEntry({ raw, partners }: StoredFile, entry: StoredFileEntry, listed: ReadonlySet<string>): boolean {
	if (partners.length > 1 || !partners.every(id => listed.has(id))) return false;
	let others = Object.keys(raw).length;
	for (const key in entry) {
		if (entry[key] !== raw[key]) return false;
		others--;
	}
	return others === 0;
}

function readStoredFile(entry: StoredFileEntry, listed: ReadonlySet<string>): StoredFile {
	const size = typeof entry.size === 'string' && /^\d+$/.test(entry.size) ? Number(entry.size) : entry.size;
	const [description, os, osrelease] = [text(entry.description), text(entry.os), text(entry.osrelease)];
	return {
		id: String(entry.id),
		name: text(entry.name) ?? String(entry.id).replace(/^\d{14}_/, ''),
		...(description === undefined ? {} : { description }),
		...(os === undefined ? {} : { os }),
		...(osrelease === undefined ? {} : { osrelease }),
		...(typeof size === 'number' ? { size } : {}),
		...association(entry, listed),
		raw: entry,
	};
}

const isUnreadIn = (list: unknown): boolean =>
	Array.isArray(list) ? !list.every(isStoredFileEntry) : isObject(list) && Object.keys(list).length > 0;

const isListOfFiles = (list: unknown): boolean =>
	Array.isArray(list) && (list.length === 0 || list.some(isStoredFileEntry));

/**
 * The name of a list in which not every file can be read, so that to go on would be to lose it; `undefined` where all can.
 * What only has a name like that of a list of files counts where there is no other.
 */
export function unreadListIn(body: JsonObject): string | undefined {
	for (const pattern of Object.values(storedListPatterns)) {
		const named = Object.entries(body).filter(([key]) => pattern.test(key));
		const lists = named.filter(([, value]) => isListOfFiles(value));
		const [unread] = (lists.length > 0 ? lists : named).filter(([, value]) => isUnreadIn(value));
		if (unread) return unread[0];
	}
	return undefined;
}

export const hasLists = (body: JsonObject): boolean => Object.values(body).some(Array.isArray);

/**
 * Reads the answer to `GET /osImages`. The names of its lists are known in part only: the files of each kind are taken
 * from every array whose name looks like it, the macros from whichever array holds `macroName`.
 * @param earlier gives a file as an earlier list has shown it: what has not changed since is not read again
 */
export function readOsImages(
	body: JsonObject,
	earlier: (id: string) => StoredFile | undefined = () => undefined,
): OsImages {
	const lists = Object.entries(body).filter(([, value]) => Array.isArray(value));
	const { unattends, configs } = storedListPatterns;
	const entriesOf = (wanted: (key: string) => boolean): readonly StoredFileEntry[] =>
		lists.filter(([key]) => wanted(key)).flatMap(([, list]) => (list as unknown[]).filter(isStoredFileEntry));
	const [unattendEntries, configEntries] = [
		entriesOf(key => unattends.test(key)),
		entriesOf(key => configs.test(key) && !unattends.test(key)),
	];
	const listed = new Set([...unattendEntries, ...configEntries].map(({ id }) => String(id)));
	const files = (entries: readonly StoredFileEntry[]): readonly StoredFile[] =>
		entries.map(entry => {
			const before = earlier(String(entry.id));
			return before && isSameEntry(before, entry, listed) ? before : readStoredFile(entry, listed);
		});
	return {
		images: objects(body.items),
		unattends: files(unattendEntries),
		configs: files(configEntries),
		predefinedMacros: lists.flatMap(([, list]) => macroNamesIn(list)),
		supportedImages: objects(body.supportedImages).filter(
			(image): image is JsonObject & SupportedImage => typeof image.name === 'string',
		),
		raw: body,
	};
}
