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
	/** A list of which not all can be read, so that to go on would be to lose something. */
	readonly unread?: string;
	/** False for an answer without any list: it is that of something else. */
	readonly hasLists: boolean;
	/** Kinds of files of which there is no list, or null in its place: an appliance may show so that there is none. */
	readonly silent: readonly TextKind[];
	readonly raw: JsonObject;
}

type TextKind = 'CONFIG' | 'UNATTEND';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** An id as text, whichever type the appliance gives it. */
const idText = (value: unknown): string | undefined => text(typeof value === 'number' ? String(value) : value);

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

/** False for an association that is neither an id, nor several, nor none: whoever is named there would be overlooked. */
function hasReadableAssociation(entry: StoredFileEntry): boolean {
	const key = associationKey(entry);
	return (
		key === undefined ||
		[entry[key]].flat().every(value => value === null || typeof value === 'string' || typeof value === 'number')
	);
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

/** What is listed twice, as once for each of its partners, is one file: as the first entry says, with all partners. */
function oncePerId(entries: readonly StoredFileEntry[]): readonly StoredFileEntry[] {
	const found = new Map<string, StoredFileEntry>();
	for (const entry of entries) {
		const first = found.get(String(entry.id));
		found.set(String(entry.id), first === undefined ? entry : withPartnersOf(first, entry));
	}
	return [...found.values()];
}

function withPartnersOf(first: StoredFileEntry, other: StoredFileEntry): StoredFileEntry {
	const key = associationKey(other);
	if (key === undefined) return first;
	const own = associationKey(first) ?? key;
	const values = [...new Set([first[own], other[key]].flat())].filter(value => value !== undefined);
	return { ...first, [own]: values.length === 1 ? values[0] : values };
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

/** Lists by the names that are known. Entries of `items` are images with the profiles in which files are used. */
const knownLists: ReadonlySet<string> = new Set([
	'items',
	'bootFiles',
	'bundleFiles',
	'installScriptFiles',
	'softwareFiles',
]);

const isListOrNone = (value: unknown): boolean => value === undefined || value === null || Array.isArray(value);

const isUnreadImage = (entry: unknown): boolean => !isObject(entry) || !isListOrNone(entry.profiles);

const kindOf = (key: string): TextKind | undefined => {
	if (storedListPatterns.unattends.test(key)) return 'UNATTEND';
	return storedListPatterns.configs.test(key) ? 'CONFIG' : undefined;
};

/** What the lists of one kind hold. */
interface Found {
	readonly entries: StoredFileEntry[];
	hasList: boolean;
	/** The name of a list in which not every entry is a file. */
	unread?: string;
	/** What only has a name like that of a list of files: counts where there is no other. */
	odd?: string;
}

/** Goes through everything once: each entry of a list is asked whether it is a file, and whether it names a macro. */
function walk(body: JsonObject) {
	const found: Record<TextKind, Found> = {
		CONFIG: { entries: [], hasList: false },
		UNATTEND: { entries: [], hasList: false },
	};
	const macros: string[] = [];
	let unread: string | undefined;
	let hasLists = false;
	for (const [key, value] of Object.entries(body)) {
		const kind = kindOf(key);
		if (!Array.isArray(value)) {
			if (kind !== undefined && !isListOrNone(value)) found[kind].odd ??= key;
			if (knownLists.has(key) && !isListOrNone(value)) unread ??= key;
			continue;
		}
		hasLists ||= key !== 'messages';
		if (key === 'items' && value.some(isUnreadImage)) unread ??= key;
		if (kind === undefined) takeMacros(value, macros);
		else takeFiles(found[kind], key, value);
	}
	return { found, macros, unread, hasLists };
}

function takeMacros(list: readonly unknown[], macros: string[]): void {
	for (const entry of list) {
		const name = isObject(entry) ? text(entry.macroName) : undefined;
		if (name !== undefined) macros.push(name);
	}
}

function takeFiles(found: Found, key: string, list: readonly unknown[]): void {
	const before = found.entries.length;
	for (const entry of list) if (isStoredFileEntry(entry)) found.entries.push(entry);
	const count = found.entries.length - before;
	if (count === 0 && list.length > 0) found.odd ??= key;
	else found.hasList = true;
	if (count > 0 && count < list.length) found.unread ??= key;
}

/**
 * Reads the answer to `GET /osImages`. The names of its lists are known in part only: the files of each kind are taken
 * from every array whose name looks like it, the macros from whichever array holds `macroName`.
 * @param earlier gives a file as an earlier list has shown it: what has not changed since is not read again
 */
export function readOsImages(
	body: JsonObject,
	earlier: (id: string) => StoredFile | undefined = () => undefined,
): OsImages {
	const { found, macros, hasLists, ...rest } = walk(body);
	const listed = new Set<string>();
	for (const { entries } of Object.values(found)) for (const { id } of entries) listed.add(String(id));
	let unread = rest.unread;
	const isOnce = listed.size === found.CONFIG.entries.length + found.UNATTEND.entries.length;
	const files = ({ entries }: Found): readonly StoredFile[] =>
		(isOnce ? entries : oncePerId(entries)).map(entry => {
			const before = earlier(String(entry.id));
			if (before && isSameEntry(before, entry, listed)) return before;
			if (!hasReadableAssociation(entry)) unread ??= associationKey(entry);
			return readStoredFile(entry, listed);
		});
	const [unattends, configs] = [files(found.UNATTEND), files(found.CONFIG)];
	for (const kind of Object.values(found)) unread ??= kind.unread ?? (kind.hasList ? undefined : kind.odd);
	return {
		images: objects(body.items),
		unattends,
		configs,
		predefinedMacros: macros,
		supportedImages: objects(body.supportedImages).filter(
			(image): image is JsonObject & SupportedImage => typeof image.name === 'string',
		),
		...(unread === undefined ? {} : { unread }),
		hasLists,
		silent: (['CONFIG', 'UNATTEND'] as const).filter(kind => !found[kind].hasList),
		raw: body,
	};
}
