import { type ImageType, isObject, isStoredFileEntry, type JsonObject, type StoredFileEntry } from './wire';

/** A file on the appliance that is neither an image nor an unattend nor a configuration file. */
export interface OtherFile {
	readonly kind: 'boot' | 'bundle' | 'driver' | 'script' | 'software';
	readonly id: string;
	readonly name: string;
	readonly description?: string;
	readonly os?: string;
	readonly osrelease?: string;
	readonly deviceType?: string;
	readonly raw: StoredFileEntry;
}

/** `bootFiles`, `bundleFiles`, `installScriptFiles` and `softwareFiles` are known; what drivers are listed as is not. */
const lists: readonly (readonly [OtherFile['kind'], RegExp])[] = [
	['boot', /^boot.*files?$/i],
	['bundle', /bundle/i],
	['driver', /driver|^dud/i],
	['script', /script/i],
	['software', /software/i],
];

/** The kind of file that an import of a type makes. */
export const otherKinds: Partial<Record<ImageType, OtherFile['kind']>> = {
	BOOT: 'boot',
	BUNDLE: 'bundle',
	DUD: 'driver',
	SCRIPT: 'script',
	SOFTWARE: 'software',
};

/** What the list is called in which files of a type are. */
export const otherListPattern = (type: ImageType): RegExp | undefined =>
	lists.find(([kind]) => kind === otherKinds[type])?.[1];

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Every such file in the answer to `GET /osImages`. */
export function readOtherFiles(body: JsonObject): readonly OtherFile[] {
	return Object.entries(body).flatMap(([key, list]) => {
		const kind = lists.find(([, pattern]) => pattern.test(key))?.[0];
		if (kind === undefined || !Array.isArray(list)) return [];
		return list.filter(isObject).flatMap(entry => (isStoredFileEntry(entry) ? [readOther(kind, entry)] : []));
	});
}

function readOther(kind: OtherFile['kind'], entry: StoredFileEntry): OtherFile {
	const facts = {
		description: text(entry.description),
		os: text(entry.os),
		osrelease: text(entry.osrelease),
		deviceType: text(entry.deviceType) ?? text(entry.devicetype),
	};
	const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
	const id = String(entry.id);
	return { kind, id, name: text(entry.name) ?? id, ...known, raw: entry };
}
