import { isObject, type JsonObject } from '../rest/wire';
import type { Appliance } from './appliance';
import type { StoredFile } from './repository';
import type { Switches } from './switches';

/** A profile that was made from a predefined one. */
export interface CustomProfile {
	readonly id: string;
	/** The image that it belongs to: with it, it goes. */
	readonly imageId: string;
	readonly name: string;
	readonly description: string;
	/** Ids of files, by the name of the array that holds them. */
	readonly files: Readonly<Record<string, readonly string[]>>;
}

/** Object and array for the files of each kind that a profile can carry. */
export const profileOptions = (
	switches: Switches,
): readonly { readonly kind: StoredFile['kind']; readonly object: string; readonly array: string }[] => {
	const object = switches['profile-unattend'];
	const array = object === 'unattendOptions' ? 'unattendFileIds' : 'customUnattendFileIds';
	return [
		{ kind: 'BOOT', object: 'bootOptions', array: 'bootFileIds' },
		{ kind: 'CONFIG', object: 'customConfigOptions', array: 'customConfigFileIds' },
		{ kind: 'SOFTWARE', object: 'customSoftwareOptions', array: 'customSoftwareIds' },
		{ kind: 'UNATTEND', object, array },
	];
};

/** Names of the profiles that an image brings along; the first part of an id is the same for all of an image. */
const predefined = ({ os, osrelease }: StoredFile): readonly { readonly id: string; readonly name: string }[] =>
	['Basic', 'Minimal'].map(kind => {
		const name = `${os}${osrelease}-x86_64-install-${kind}`;
		return { id: `${os}${osrelease}|${name}`, name };
	});

/** The image that has this predefined profile, if one does. */
export const imageOfProfile = (id: string, { repository }: Appliance): StoredFile | undefined =>
	repository.state.files.find(file => file.kind === 'OS' && predefined(file).some(profile => profile.id === id));

/** The profiles of an image as `GET /osImages` shows them. */
export function profileEntries(image: StoredFile, appliance: Appliance): JsonObject[] {
	const { repository } = appliance;
	const custom = repository.state.profiles.filter(({ imageId }) => imageId === image.id);
	return [
		...predefined(image).map(profile => ({
			...profile,
			type: 'Predefined',
			...shownOptions(image, {}, appliance),
		})),
		...custom.map(({ id, name, description, files }) => ({
			id,
			name,
			description,
			type: 'Custom',
			...shownOptions(image, files, appliance),
		})),
	];
}

/** An option that the operating system does not have is an empty text. */
function shownOptions({ os }: StoredFile, files: CustomProfile['files'], { switches }: Appliance): JsonObject {
	if (switches['profile-files'] === 'hidden') return {};
	const options = profileOptions(switches).map(({ kind, object, array }) => [
		object,
		kind === 'BOOT' && os !== 'win' ? '' : { [array]: files[array] ?? [] },
	]);
	return { customizationOptions: Object.fromEntries(options) };
}

/** The ids that a request names, by the array that holds them; options that are not known are passed over. */
export function readOptions(options: JsonObject, { switches }: Appliance): CustomProfile['files'] {
	return Object.fromEntries(
		profileOptions(switches).map(({ object, array }) => {
			const given = options[object];
			const ids = isObject(given) ? given[array] : undefined;
			return [array, Array.isArray(ids) ? ids.map(String) : []];
		}),
	);
}

/** The custom profiles that carry this file. */
export const profilesWith = (fileId: string, { repository }: Appliance): readonly CustomProfile[] =>
	repository.state.profiles.filter(({ files }) => Object.values(files).some(ids => ids.includes(fileId)));

/** Profiles with these ids go, and those of images with them. */
export function removeProfiles(ids: readonly string[], { repository: { state } }: Appliance): void {
	state.profiles = state.profiles.filter(({ id, imageId }) => !ids.includes(id) && !ids.includes(imageId));
}

/** The files are gone: no profile names them any more. */
export function releaseFromProfiles(ids: readonly string[], { repository: { state } }: Appliance): void {
	const without = (files: readonly string[]): string[] => files.filter(id => !ids.includes(id));
	state.profiles = state.profiles.map(profile => ({
		...profile,
		files: Object.fromEntries(Object.entries(profile.files).map(([array, files]) => [array, without(files)])),
	}));
}
