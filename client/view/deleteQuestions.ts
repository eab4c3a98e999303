import type { ContentFile, ServerContents } from './contents';
import { labelOf } from './nodeLabels';
import { shownName } from './shownName';
import type { FileNode, FileServerNode, ImageNode, ProfileNode, ViewNode } from './viewNode';

/** A line whose thing can be deleted from the server. */
export type DeletableNode = FileNode | ImageNode | ProfileNode | FileServerNode;

/** A predefined profile goes with its image alone. */
export const isDeletable = (node: ViewNode): node is DeletableNode =>
	node.kind === 'file' ||
	node.kind === 'image' ||
	node.kind === 'fileServer' ||
	(node.kind === 'profile' && node.profile.isCustom);

/** A question before something goes: what it is about, and what is to be known before a yes. */
export interface DeleteQuestion {
	readonly message: string;
	readonly detail: string;
}

/** Names in a row, as a sentence has them. */
const nameList = (names: readonly string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const nouns: Readonly<Record<DeletableNode['kind'], string>> = {
	file: '',
	image: 'the OS image ',
	profile: 'the profile ',
	fileServer: 'the remote file server ',
};

const withoutPartner: Readonly<Record<ContentFile['type'], string>> = {
	CONFIG: 'without its configuration file',
	UNATTEND: 'without an unattend file',
	OTHER: 'alone',
};

/** What deleting files does to those that stay. */
function fileLines(files: readonly ContentFile[], all: readonly ContentFile[]): readonly string[] {
	if (files.length === 0) return [];
	const going = new Set(files.map(({ id }) => id));
	const users = files.flatMap(file =>
		file.partners
			.filter(id => !going.has(id))
			.map(id => {
				const user = all.find(other => other.id === id);
				const verb = file.type === 'CONFIG' ? 'uses' : 'is linked with';
				const isLeftAlone = user?.partners.every(partner => going.has(partner)) ?? true;
				const loss = isLeftAlone ? ` and would be left ${withoutPartner[file.type]}` : '';
				return `${user?.name ?? id} ${verb} ${file.name}${loss}.`;
			}),
	);
	const silent = files.filter(({ type, showsLinks }) => type !== 'OTHER' && !showsLinks);
	const them = files.length === 1 ? 'it' : 'them';
	return [
		...users,
		...(silent.length > 0 ? [`The server does not say what uses ${nameList(silent.map(({ name }) => name))}.`] : []),
		...(users.length === 0 && silent.length === 0 ? [`No other file on this server is linked with ${them}.`] : []),
		`The server does not tell whether profiles use ${them}.`,
	];
}

function lineOf(node: Exclude<DeletableNode, FileNode>): string {
	if (node.kind === 'profile') return `The files of ${labelOf(node)} stay on the server.`;
	if (node.kind === 'fileServer') {
		return `${node.server.name} can no longer fetch files from ${labelOf(node)}. The files there stay.`;
	}
	const { name, profiles } = node.image;
	if (profiles.length === 0) return `${name} has no profiles.`;
	return `The profiles of ${name} are deleted with it: ${nameList(profiles.map(profile => profile.name))}.`;
}

/** Asks whether to delete these, all of them from one server. */
export function deleteQuestion(
	nodes: readonly DeletableNode[],
	contents: Pick<ServerContents, 'unattends' | 'configs'> | undefined,
	serverName: string,
): DeleteQuestion {
	const files = nodes.flatMap(node => (node.kind === 'file' ? [node.file] : []));
	const all = contents ? [...contents.unattends, ...contents.configs] : [];
	const lines = [
		...fileLines(files, all),
		...nodes.flatMap(node => (node.kind === 'file' ? [] : [lineOf(node)])),
		'This cannot be undone.',
	];
	const names = nodes.map(node => nouns[node.kind] + labelOf(node));
	return { message: `Delete ${nameList(names)} from ${serverName}?`, detail: lines.join('\n') };
}

/** Asks whether to delete all files of a name but one. They have no other names than their ids. */
export function keepQuestion(
	{ id, name }: ContentFile,
	going: readonly ContentFile[],
	contents: Pick<ServerContents, 'unattends' | 'configs'>,
	serverName: string,
): DeleteQuestion {
	const files = going.map(file => ({ ...file, name: shownName(file.id) }));
	const lines = [
		...files.map(file => `Deleted: ${file.name}${file.imported === undefined ? '' : `, imported ${file.imported}`}.`),
		...fileLines(files, [...contents.unattends, ...contents.configs]),
		'This cannot be undone.',
	];
	return {
		message: `Keep only ${shownName(id)} of the files named ${name} on ${serverName}?`,
		detail: lines.join('\n'),
	};
}
