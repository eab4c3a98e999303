import { english, t, translate } from '../../server/texts/texts';
import type { ContentFile } from './contents';
import type { Finding } from './finding';
import { shownName } from './shownName';
import type { GroupName, GroupNode, LinkNode, ServerNode, ViewNode } from './viewNode';

export const groupTitles: Readonly<Record<GroupName, string>> = {
	images: english('OS images'),
	unattends: english('Unattend files'),
	configs: english('Configuration files'),
	others: english('Drivers, scripts and software'),
	fileServers: english('Remote file servers'),
	jobs: english('Running jobs'),
};

/** Bytes as people write them. */
export function sizeText(bytes: number): string {
	if (bytes < 1024) return bytes === 1 ? t('1 byte') : t('{bytes} bytes', { bytes });
	const units = ['KB', 'MB', 'GB', 'TB'];
	let value = bytes / 1024;
	let unit = 0;
	for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
	return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]}`;
}

const groupCount = ({ shown, total }: GroupNode): string =>
	shown === total ? String(total) : t('{shown} of {total}', { shown, total });

const join = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');

function fileDescription({ system, partners, showsLinks, type, findings }: ContentFile): string {
	if (type === 'OTHER') return system;
	const linked =
		partners.length === 0
			? showsLinks
				? t('not linked')
				: ''
			: partners.length === 1
				? t('linked with 1 file')
				: t('linked with {count} files', { count: partners.length });
	const odd = findings.map(({ text }) => text).join(', ');
	// First, as the end of the line does not fit into a narrow side bar.
	return join(odd === '' ? '' : `⚠ ${odd}`, system, linked);
}

export const linkLabel = ({ to, id }: Pick<LinkNode, 'to' | 'id'>): string => to?.name ?? id;

const linkDescription = ({ from, to }: LinkNode): string => {
	if (to === undefined) return t('not on this server');
	return from.type === 'UNATTEND' ? t('its configuration file') : t('uses this configuration');
};

const serverDescription = ({ server, notice = '' }: ServerNode): string =>
	join(notice === '' ? '' : `⚠ ${notice}`, server.protected ? t('protected') : '', new URL(server.url).host);

/** What stands at the beginning of the line. */
export function labelOf(node: ViewNode): string {
	if (node.kind === 'server') return node.server.name;
	if (node.kind === 'group') return translate(groupTitles[node.group]);
	if (node.kind === 'image') return node.image.name;
	if (node.kind === 'profile') return node.profile.name;
	if (node.kind === 'file') return node.file.name;
	if (node.kind === 'link') return linkLabel(node);
	if (node.kind === 'fileServer') return node.fileServer.name;
	if (node.kind === 'job') return node.job.title;
	return node.message;
}

/** What stands beside it in grey. */
export function descriptionOf(node: ViewNode): string {
	if (node.kind === 'server') return serverDescription(node);
	if (node.kind === 'group') return groupCount(node);
	if (node.kind === 'image') return node.image.system;
	if (node.kind === 'profile') return node.profile.description;
	if (node.kind === 'file') return fileDescription(node.file);
	if (node.kind === 'link') return linkDescription(node);
	if (node.kind === 'fileServer')
		return join(t('id {id}', { id: shownName(node.fileServer.id) }), node.fileServer.address);
	if (node.kind === 'job')
		return node.job.percent === undefined ? node.job.status : `${Math.round(node.job.percent)} %`;
	return '';
}

/** Where a person finds the way out. */
const repairs: Readonly<Record<Finding['kind'], string>> = {
	twins: english('{finding}: “Keep only this one…” in its menu deletes the others'),
	'one-way': english('{finding}: “Link both ways” in its menu links its partner back'),
	gone: '{finding}',
};

/** Facts of a file, one a line. */
export const fileFacts = (file: ContentFile): string =>
	[
		file.name,
		file.description,
		file.system,
		file.size === undefined ? '' : sizeText(file.size),
		file.imported === undefined ? '' : t('Imported {imported} (time of the server)', { imported: file.imported }),
		t('Id {id}', { id: file.id }),
		...file.findings.map(({ kind, text }) => `⚠ ${translate(repairs[kind], { finding: text })}`),
	]
		.filter(line => line !== '')
		.join('\n');
