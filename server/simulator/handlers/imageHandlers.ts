import type { JsonObject } from '../../rest/wire';
import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import { toEntry } from '../fileEntry';
import { predefinedMacroNames } from '../predefinedMacroNames';
import { profileEntries } from '../profiles';
import { type Reply, success } from '../reply';
import type { FileKind, StoredFile } from '../repository';
import { supportedImages } from '../supportedImages';
import type { Switches } from '../switches';

/** `GET /osImages`: everything, or with `imageType=OSPROFILE` the profiles named by `id`. */
export function listImages({ query }: RoutedCall, appliance: Appliance): Reply {
	const { switches } = appliance;
	const entries = (kind: FileKind): JsonObject[] =>
		appliance.repository.state.files.filter(file => file.kind === kind).map(file => toEntry(file, appliance));
	const images = appliance.repository.state.files
		.filter(({ kind }) => kind === 'OS')
		.map(file => toImage(file, appliance));
	if (query.get('imageType') === 'OSPROFILE') return success({ items: withProfiles(images, query.get('id')) });
	return success(
		withoutEmpty(switches['empty-list'], {
			bootFiles: entries('BOOT'),
			bundleFiles: entries('BUNDLE'),
			driverFiles: entries('DUD'),
			installScriptFiles: entries('SCRIPT'),
			softwareFiles: entries('SOFTWARE'),
			[switches['unattend-list']]: entries('UNATTEND'),
			[switches['config-list']]: entries('CONFIG'),
			items: images,
			[switches['macro-list']]: predefinedMacroNames().map(macroName => ({ macroName })),
			supportedImages,
		}),
	);
}

/** Lists without entries, as this appliance shows them. */
function withoutEmpty(shown: Switches['empty-list'], lists: Readonly<Record<string, readonly unknown[]>>): JsonObject {
	if (shown === 'array') return lists;
	const none = shown === 'null' ? null : undefined;
	return Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, list.length === 0 ? none : list]));
}

/** An imported image has the profiles that the appliance makes of it, and those made from these. */
const toImage = (file: StoredFile, appliance: Appliance): JsonObject => ({
	...toEntry(file, appliance),
	osBuildId: '',
	deployStatus: 'Ready',
	profiles: profileEntries(file, appliance),
});

const withProfiles = (images: readonly JsonObject[], ids: string | null): JsonObject[] => {
	const wanted = (ids ?? '').split(',');
	return images.filter(({ profiles }) => Array.isArray(profiles) && profiles.some(({ id }) => wanted.includes(id)));
};
