import { readImageProfiles } from '../../server/rest/imageProfiles';
import type { OsImages, StoredFile } from '../../server/rest/osImages';
import type { Task } from '../../server/rest/task';
import { t } from '../../server/texts/texts';
import type { FileServer } from '../imports/fileServers';
import type { ContentFile, ContentImage, ContentJob, ServerContents } from './contents';
import { findingsOf } from './finding';
import { isCustom, profileDescription } from './profileLabels';
import { shownName } from './shownName';

type Entry = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const entries = (value: unknown): readonly Entry[] =>
	(Array.isArray(value) ? value : []).filter(
		(entry): entry is Entry => typeof entry === 'object' && entry !== null && !Array.isArray(entry),
	);

const systemOf = ({ os, osrelease }: { readonly os?: unknown; readonly osrelease?: unknown }): string =>
	shownName([text(os), text(osrelease)].filter(part => part !== '').join(' '));

/** Ids of custom files start with the time of their import. */
const importTime = (id: string): string | undefined =>
	/^\d{14}_/.test(id) ? id.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_.*$/s, '$1-$2-$3 $4:$5:$6') : undefined;

function contentFile(file: StoredFile, images: OsImages, type: 'UNATTEND' | 'CONFIG'): ContentFile {
	const others = type === 'UNATTEND' ? images.configs : images.unattends;
	const namedBy = others.filter(other => other.partners.includes(file.id)).map(({ id }) => id);
	return {
		type,
		id: file.id,
		name: shownName(file.name),
		description: shownName(file.description ?? ''),
		system: systemOf(file),
		size: file.size,
		imported: importTime(file.id),
		partners: [...new Set([...file.partners, ...namedBy])],
		findings: findingsOf(file, images),
		showsLinks: file.showsAssociation || namedBy.length > 0,
		text: typeof file.raw.content === 'string' ? file.raw.content : undefined,
		raw: file.raw,
	};
}

const otherLists = /^(bootFiles|bundleFiles|driverFiles|installScriptFiles|softwareFiles)$/i;

function otherFile(entry: Entry): ContentFile {
	const id = text(entry.id);
	return {
		type: 'OTHER',
		id,
		name: shownName(text(entry.name) || id),
		description: shownName(text(entry.description)),
		system: systemOf(entry),
		size: typeof entry.size === 'number' ? entry.size : undefined,
		imported: importTime(id),
		partners: [],
		findings: [],
		showsLinks: false,
		text: undefined,
		raw: entry,
	};
}

const contentImage = (entry: Entry, files: readonly ContentFile[]): ContentImage => ({
	id: text(entry.id),
	name: shownName(text(entry.name) || text(entry.id)),
	system: systemOf(entry),
	profiles: readImageProfiles({ images: [entry] }).map(profile => ({
		id: profile.id,
		name: shownName(profile.name),
		description: shownName(profileDescription(profile, files)),
		isCustom: isCustom(profile),
	})),
});

function contentJob({ id, percent, status, raw }: Task): ContentJob {
	const [summary] = entries(raw.summary);
	const title = text(raw.title) || text(raw.name) || text(summary?.text);
	return { id, title: shownName(title) || t('Job {id}', { id: shownName(id) }), percent, status: shownName(status) };
}

/** What a server said, made ready to be shown. */
export function contentsOf(
	images: OsImages,
	tasks: readonly Task[],
	fileServers?: readonly FileServer[],
): ServerContents {
	const unattends = images.unattends.map(file => contentFile(file, images, 'UNATTEND'));
	const configs = images.configs.map(file => contentFile(file, images, 'CONFIG'));
	return {
		images: images.images
			.filter(image => text(image.id) !== '')
			.map(image => contentImage(image, [...unattends, ...configs])),
		unattends,
		configs,
		others: Object.entries(images.raw)
			.filter(([key]) => otherLists.test(key))
			.flatMap(([, list]) =>
				entries(list)
					.filter(entry => text(entry.id) !== '')
					.map(otherFile),
			),
		fileServers,
		jobs: tasks.filter(({ done }) => !done).map(contentJob),
	};
}

/** The unattend or configuration file of that id. */
export const findFile = ({ unattends, configs }: ServerContents, id: string): ContentFile | undefined =>
	[...unattends, ...configs].find(file => file.id === id);
