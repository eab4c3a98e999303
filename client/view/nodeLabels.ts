import type { ContentFile, ContentImage } from './contents';
import type { GroupName, GroupNode, LinkNode, ViewNode } from './viewNode';

export const groupTitles: Readonly<Record<GroupName, string>> = {
	images: 'OS images',
	unattends: 'Unattend files',
	configs: 'Configuration files',
	others: 'Drivers, scripts and software',
	jobs: 'Running jobs',
};

const plural = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** Bytes as people write them. */
export function sizeText(bytes: number): string {
	if (bytes < 1024) return plural(bytes, 'byte');
	const units = ['KB', 'MB', 'GB', 'TB'];
	let value = bytes / 1024;
	let unit = 0;
	for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
	return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]}`;
}

const groupCount = ({ shown, total }: GroupNode): string => (shown === total ? String(total) : `${shown} of ${total}`);

const join = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');

function fileDescription({ system, partners, showsLinks, type, finding = '' }: ContentFile): string {
	if (type === 'OTHER') return system;
	const linked =
		partners.length === 0 ? (showsLinks ? 'not linked' : '') : `linked with ${plural(partners.length, 'file')}`;
	return join(system, linked, finding === '' ? '' : `⚠ ${finding}`);
}

export const linkLabel = ({ to, id }: Pick<LinkNode, 'to' | 'id'>): string => to?.name ?? id;

const linkDescription = ({ from, to }: LinkNode): string => {
	if (to === undefined) return 'not on this server';
	return from.type === 'UNATTEND' ? 'its configuration file' : 'uses this configuration';
};

/** What stands at the beginning of the line. */
export function labelOf(node: ViewNode): string {
	if (node.kind === 'server') return node.server.name;
	if (node.kind === 'group') return groupTitles[node.group];
	if (node.kind === 'image') return node.image.name;
	if (node.kind === 'profile') return node.profile.name;
	if (node.kind === 'file') return node.file.name;
	if (node.kind === 'link') return linkLabel(node);
	if (node.kind === 'job') return node.job.title;
	return node.message;
}

/** What stands beside it in grey. */
export function descriptionOf(node: ViewNode): string {
	if (node.kind === 'server') return join(new URL(node.server.url).host, node.server.protected ? 'protected' : '');
	if (node.kind === 'group') return groupCount(node);
	if (node.kind === 'image') return node.image.system;
	if (node.kind === 'profile') return node.profile.description;
	if (node.kind === 'file') return fileDescription(node.file);
	if (node.kind === 'link') return linkDescription(node);
	if (node.kind === 'job')
		return node.job.percent === undefined ? node.job.status : `${Math.round(node.job.percent)} %`;
	return '';
}

/** Facts of a file, one a line. */
export const fileFacts = (file: ContentFile): string =>
	[
		file.name,
		file.description,
		file.system,
		file.size === undefined ? '' : sizeText(file.size),
		file.imported === undefined ? '' : `Imported ${file.imported} (time of the server)`,
		`Id ${file.id}`,
	]
		.filter(line => line !== '')
		.join('\n');

/** A question before files go: what it is about, and what is to be known before a yes. */
export interface DeleteQuestion {
	readonly message: string;
	readonly detail: string;
}

/** Names in a row, as a sentence has them. */
const nameList = (names: readonly string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const withoutPartner: Readonly<Record<ContentFile['type'], string>> = {
	CONFIG: 'without its configuration file',
	UNATTEND: 'without an unattend file',
	OTHER: 'alone',
};

/** What deleting files does to those that stay. */
export function deleteFilesQuestion(
	files: readonly ContentFile[],
	all: readonly ContentFile[],
	serverName: string,
): DeleteQuestion {
	const going = new Set(files.map(({ id }) => id));
	const users = files.flatMap(file =>
		file.partners
			.filter(id => !going.has(id))
			.map(id => {
				const user = all.find(other => other.id === id);
				const verb = file.type === 'CONFIG' ? 'uses' : 'is linked with';
				return `${user?.name ?? id} ${verb} ${file.name} and would be left ${withoutPartner[file.type]}.`;
			}),
	);
	const silent = files.filter(({ type, showsLinks }) => type !== 'OTHER' && !showsLinks);
	const lines = [
		...users,
		...(silent.length > 0 ? [`The server does not say what uses ${nameList(silent.map(({ name }) => name))}.`] : []),
		...(users.length === 0 && silent.length === 0 ? ['No other file on this server is linked with it.'] : []),
		'Profiles may use it, too: the server does not say. This cannot be undone.',
	];
	return { message: `Delete ${nameList(files.map(({ name }) => name))} from ${serverName}?`, detail: lines.join('\n') };
}

export const deleteImageQuestion = (image: ContentImage, serverName: string): DeleteQuestion => ({
	message: `Delete the OS image ${image.name} from ${serverName}?`,
	detail: [
		image.profiles.length === 0
			? 'It has no profiles.'
			: `These profiles are deleted with it: ${nameList(image.profiles.map(({ name }) => name))}.`,
		'This cannot be undone.',
	].join('\n'),
});
