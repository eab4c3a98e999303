import type { FileServer } from '../imports/fileServers';
import type { Server } from '../servers/server';
import type { ContentFile, ContentImage, ContentJob, ContentProfile, ServerContents } from './contents';
import { findFile } from './serverContents';

export type GroupName = 'images' | 'unattends' | 'configs' | 'others' | 'fileServers' | 'jobs';

/** One line of the view. */
export type ViewNode =
	| ServerNode
	| GroupNode
	| ImageNode
	| ProfileNode
	| FileNode
	| FileServerNode
	| LinkNode
	| { readonly kind: 'job'; readonly server: Server; readonly job: ContentJob }
	| MessageNode;

export interface ServerNode {
	readonly kind: 'server';
	readonly server: Server;
	/** What is to be seen about it at once, in a few words. */
	readonly notice?: string;
}

export interface GroupNode {
	readonly kind: 'group';
	readonly server: Server;
	readonly group: GroupName;
	/** How many the filter lets through, and how many there are. */
	readonly shown: number;
	readonly total: number;
}

export interface ImageNode {
	readonly kind: 'image';
	readonly server: Server;
	readonly image: ContentImage;
}

export interface ProfileNode {
	readonly kind: 'profile';
	readonly server: Server;
	readonly image: ContentImage;
	readonly profile: ContentProfile;
}

/** A remote file server that the server knows. */
export interface FileServerNode {
	readonly kind: 'fileServer';
	readonly server: Server;
	readonly fileServer: FileServer;
}

export interface FileNode {
	readonly kind: 'file';
	readonly server: Server;
	readonly file: ContentFile;
}

/** Under a file: another file that it is linked with; `undefined` when the server does not list that one. */
export interface LinkNode {
	readonly kind: 'link';
	readonly server: Server;
	readonly from: ContentFile;
	readonly to: ContentFile | undefined;
	readonly id: string;
}

/** Instead of contents: why there are none, and what a click does about it. */
export interface MessageNode {
	readonly kind: 'message';
	readonly server: Server;
	readonly reason: 'signedOut' | 'failed';
	readonly message: string;
}

const groupNames: readonly GroupName[] = ['images', 'unattends', 'configs', 'others', 'fileServers', 'jobs'];

const passes = (filter: string, ...names: readonly string[]): boolean =>
	names.some(name => name.toLowerCase().includes(filter.toLowerCase()));

/** An image is there with all its profiles when its own name fits, and else with those that fit. */
function filteredImage(image: ContentImage, filter: string): ContentImage | undefined {
	if (passes(filter, image.name)) return image;
	const profiles = image.profiles.filter(({ name }) => passes(filter, name));
	return profiles.length > 0 ? { ...image, profiles } : undefined;
}

/** The contents that the filter, a part of a name, lets through; jobs always are. */
export function filtered(contents: ServerContents, filter: string): ServerContents {
	if (filter === '') return contents;
	const fits = ({ name }: ContentFile): boolean => passes(filter, name);
	return {
		images: contents.images.map(image => filteredImage(image, filter)).filter(image => image !== undefined),
		unattends: contents.unattends.filter(fits),
		configs: contents.configs.filter(fits),
		others: contents.others.filter(fits),
		fileServers: contents.fileServers?.filter(({ name, address }) => passes(filter, name, address)),
		jobs: contents.jobs,
	};
}

/** Drivers and jobs have a group where there are any, file servers where the server tells of them. */
const hasGroup = (group: GroupName, contents: ServerContents): boolean =>
	group === 'others' || group === 'jobs' ? contents[group].length > 0 : contents[group] !== undefined;

const sizeOf = (group: GroupName, contents: ServerContents): number => contents[group]?.length ?? 0;

/** The groups of a server. */
export function groupsOf(server: Server, contents: ServerContents, filter: string): readonly GroupNode[] {
	const shown = filtered(contents, filter);
	return groupNames
		.filter(group => hasGroup(group, contents))
		.map(group => ({ kind: 'group', server, group, shown: sizeOf(group, shown), total: sizeOf(group, contents) }));
}

function inGroup({ server, group }: GroupNode, shown: ServerContents): readonly ViewNode[] {
	if (group === 'images') return shown.images.map(image => ({ kind: 'image', server, image }));
	if (group === 'fileServers') {
		return (shown.fileServers ?? []).map(fileServer => ({ kind: 'fileServer', server, fileServer }));
	}
	if (group === 'jobs') return shown.jobs.map(job => ({ kind: 'job', server, job }));
	return shown[group].map(file => ({ kind: 'file', server, file }));
}

/** What stands under a line, as far as it follows from the contents of its server. */
export function childrenOf(node: ViewNode, contents: ServerContents, filter: string): readonly ViewNode[] {
	const { server } = node;
	if (node.kind === 'server') return groupsOf(server, contents, filter);
	if (node.kind === 'group') return inGroup(node, filtered(contents, filter));
	if (node.kind === 'image') {
		return node.image.profiles.map(profile => ({ kind: 'profile', server, image: node.image, profile }));
	}
	if (node.kind !== 'file') return [];
	const { file } = node;
	return file.partners.map(id => ({ kind: 'link', server, from: file, to: findFile(contents, id), id }));
}

/** The line above; the groups know their counts from the contents. */
export function parentOf(node: ViewNode, contents: ServerContents | undefined, filter: string): ViewNode | undefined {
	const { server } = node;
	const group = (name: GroupName): ViewNode | undefined =>
		contents && groupsOf(server, contents, filter).find(found => found.group === name);
	if (node.kind === 'server') return undefined;
	if (node.kind === 'group' || node.kind === 'message') return { kind: 'server', server };
	if (node.kind === 'image') return group('images');
	if (node.kind === 'profile') return { kind: 'image', server, image: node.image };
	if (node.kind === 'job') return group('jobs');
	if (node.kind === 'fileServer') return group('fileServers');
	if (node.kind === 'link') return { kind: 'file', server, file: node.from };
	return group(({ UNATTEND: 'unattends', CONFIG: 'configs', OTHER: 'others' } as const)[node.file.type]);
}

/** The same text for the same line after a refresh, and another for every other line. */
export function nodeId(node: ViewNode): string {
	const parts = (): readonly string[] => {
		// VS Code remembers what was closed: a line that had nothing below it must not stay so when something comes.
		if (node.kind === 'group') return [node.group, node.shown === 0 ? 'empty' : 'open'];
		if (node.kind === 'image') return [node.image.id];
		if (node.kind === 'profile') return [node.image.id, node.profile.id];
		if (node.kind === 'file')
			return [node.file.type, node.file.id, node.file.partners.length === 0 ? 'alone' : 'linked'];
		if (node.kind === 'link') return [node.from.id, node.id];
		if (node.kind === 'job') return [node.job.id];
		if (node.kind === 'fileServer') return [node.fileServer.id];
		return [];
	};
	return JSON.stringify([node.server.id, node.kind, ...parts()]);
}

/** True for files that can be linked. */
export const isLinkable = (node: ViewNode | undefined): node is FileNode =>
	node?.kind === 'file' && node.file.type !== 'OTHER';

/** The two as a pair, in whichever order: files of different kinds on the same server. */
export function pairOf(
	one: ViewNode | undefined,
	other: ViewNode | undefined,
): { readonly unattend: FileNode; readonly config: FileNode } | undefined {
	if (!isLinkable(one) || !isLinkable(other) || one.server.id !== other.server.id) return undefined;
	if (one.file.type === other.file.type) return undefined;
	return one.file.type === 'UNATTEND' ? { unattend: one, config: other } : { unattend: other, config: one };
}
