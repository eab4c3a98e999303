import type { JsonObject } from '../rest/wire';
import type { Appliance } from './appliance';
import { partnersOf } from './association';
import { shownId } from './fileId';
import type { StoredFile } from './repository';

/** How a list shows one file. */
export function toEntry(file: StoredFile, appliance: Appliance): JsonObject {
	const { switches, repository } = appliance;
	return {
		...(switches['list-description'] === 'shown' ? { description: file.description } : {}),
		id: shownId(file.id, appliance),
		name: file.name,
		os: file.os,
		osrelease: file.osrelease,
		...sizes[switches['list-size']](file.size),
		type: 'Custom',
		...version(file, appliance),
		...(file.deviceType === '' ? {} : { devicetype: file.deviceType }),
		...associations(file, appliance),
		...(switches['list-content'] === 'yes' ? { content: repository.contentOf(file)?.toString('utf8') } : {}),
	};
}

const sizes: Readonly<Record<Appliance['switches']['list-size'], (bytes: number) => JsonObject>> = {
	number: size => ({ size }),
	string: size => ({ size: String(size) }),
	no: () => ({}),
	mb: size => ({ size: Number((size / 1_000_000).toFixed(2)) }),
	kib: size => ({ size: Math.ceil(size / 1024) }),
	text: size => ({ size: size < 1024 ? `${size} B` : `${(size / 1024).toFixed(1)} KB` }),
};

function version({ version: given, revision, modified }: StoredFile, { switches }: Appliance): JsonObject {
	const time = new Date(modified).toISOString().replace(/\.\d+Z$/, 'Z');
	const versions = { given: { version: given }, counted: { version: String(revision) }, no: {} };
	const times = { no: {}, iso: { lastModified: time }, epoch: { modificationTime: modified } };
	return { ...versions[switches['list-version']], ...times[switches['list-modified']] };
}

function associations(file: StoredFile, appliance: Appliance): JsonObject {
	const { switches, repository } = appliance;
	if (file.kind !== 'CONFIG' && file.kind !== 'UNATTEND') return {};
	const key = switches['list-association'];
	if (key === 'no') return {};
	const isArray = key === 'associatedFileIds';
	const none = { empty: isArray ? [] : '', null: null, absent: undefined };
	const own = file.associatedFileId === undefined ? [] : [file.associatedFileId];
	const ids = (key === 'associatedFileId' ? own : partnersOf(file, repository)).map(id => shownId(id, appliance));
	const [first] = ids;
	const shown = isArray ? ids : key === 'commas' ? ids.join() : first;
	return { [isArray ? key : 'associatedFileId']: first === undefined ? none[switches['no-association']] : shown };
}
