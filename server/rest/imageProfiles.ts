import type { OsImages } from './osImages';
import { isObject, type JsonObject } from './wire';

/** The kinds of files that a profile can carry. */
export const profileFileKinds = ['config', 'unattend', 'boot', 'software'] as const;
export type ProfileFileKind = (typeof profileFileKinds)[number];

/** A profile of an OS image: what is deployed. */
export interface ImageProfile {
	readonly id: string;
	readonly name: string;
	/** As the appliance says: `Predefined`, `Custom`. */
	readonly type?: string;
	readonly description?: string;
	/** Id and name of the image it belongs to. */
	readonly image: { readonly id: string; readonly name: string };
	/** False where the appliance says that the operating system cannot be customised; undefined where it says nothing. */
	readonly customizable?: boolean;
	/** Ids of its files, for those kinds that the appliance shows. */
	readonly files: Readonly<Partial<Record<ProfileFileKind, readonly string[]>>>;
	/** The entry as it came. */
	readonly raw: JsonObject;
}

/** What a custom profile is to have over the one that it is made from. */
export interface NewProfile {
	readonly name?: string | undefined;
	readonly description?: string | undefined;
	readonly configFileIds: readonly string[];
	readonly unattendFileIds: readonly string[];
	readonly bootFileIds?: readonly string[] | undefined;
	readonly softwareFileIds?: readonly string[] | undefined;
}

/** Body of `POST /osImages/{profile id}`. */
export interface ProfileRequest {
	readonly profile: {
		readonly name?: string;
		readonly description?: string;
		/** Each object holds one array of ids. */
		readonly customizationOptions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
	};
}

/** Object and array of each kind. Those for unattend files follow the pattern of the others; they are not documented. */
const documented: Readonly<Record<ProfileFileKind, readonly [object: string, array: string]>> = {
	config: ['customConfigOptions', 'customConfigFileIds'],
	unattend: ['unattendOptions', 'unattendFileIds'],
	boot: ['bootOptions', 'bootFileIds'],
	software: ['customSoftwareOptions', 'customSoftwareIds'],
};

const patterns: Readonly<Record<ProfileFileKind, RegExp>> = {
	config: /^(?!.*unattend).*config/i,
	unattend: /unattend/i,
	boot: /boot/i,
	software: /software/i,
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Every profile that `GET /osImages` shows, in its order. */
export const readImageProfiles = ({ images }: Pick<OsImages, 'images'>): readonly ImageProfile[] =>
	images.flatMap(image => {
		const owner = { id: text(image.id) ?? '', name: text(image.name) ?? text(image.id) ?? '' };
		const entries = Array.isArray(image.profiles) ? image.profiles.filter(isObject) : [];
		return entries.flatMap(entry => readProfile(entry, owner) ?? []);
	});

function readProfile(raw: JsonObject, image: ImageProfile['image']): ImageProfile | undefined {
	const id = text(raw.id);
	if (id === undefined) return undefined;
	const options = raw.customizationOptions;
	const [type, description] = [text(raw.type), text(raw.description)];
	return {
		id,
		name: text(raw.name) ?? id,
		image,
		files: isObject(options) ? readFiles(options) : {},
		...(options === null || isObject(options) ? { customizable: options !== null } : {}),
		...(type === undefined ? {} : { type }),
		...(description === undefined ? {} : { description }),
		raw,
	};
}

function readFiles(options: JsonObject): ImageProfile['files'] {
	const found = profileFileKinds.flatMap(kind => {
		const object = Object.entries(options).find(([key]) => patterns[kind].test(key))?.[1];
		const ids = isObject(object) ? Object.values(object).find(Array.isArray) : undefined;
		return ids === undefined ? [] : [[kind, ids.filter((id: unknown) => typeof id === 'string')] as const];
	});
	return Object.fromEntries(found);
}

/** Names as the appliance itself shows them for this profile, where it does. */
function namesFor(kind: ProfileFileKind, shown: unknown): readonly [string, string] {
	if (!isObject(shown)) return documented[kind];
	const [object, content] = Object.entries(shown).find(([key]) => patterns[kind].test(key)) ?? documented[kind];
	const array = isObject(content) ? Object.keys(content).find(key => patterns[kind].test(key)) : undefined;
	return [object, array ?? documented[kind][1]];
}

/** The body that makes a custom profile of `base`; without it, with the names that are documented or believed. */
export function profileRequest(wanted: NewProfile, base: ImageProfile | undefined): ProfileRequest {
	const { name, description, configFileIds, unattendFileIds, bootFileIds = [], softwareFileIds = [] } = wanted;
	const idsOf = { config: configFileIds, unattend: unattendFileIds, boot: bootFileIds, software: softwareFileIds };
	const options = profileFileKinds
		.filter(kind => idsOf[kind].length > 0)
		.map(kind => {
			const [object, array] = namesFor(kind, base?.raw.customizationOptions);
			return [object, { [array]: idsOf[kind] }] as const;
		});
	return {
		profile: {
			...(name === undefined ? {} : { name }),
			...(description === undefined ? {} : { description }),
			customizationOptions: Object.fromEntries(options),
		},
	};
}

/** The id of the new profile where the answer names it. */
export const readProfileId = (reply: JsonObject): string | undefined =>
	text(reply.id) ?? text(reply.profileId) ?? (isObject(reply.profile) ? text(reply.profile.id) : undefined);
