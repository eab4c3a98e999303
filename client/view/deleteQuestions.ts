import { inARow } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';
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

/** A thing that can be deleted, in a question. */
function namedThing(node: DeletableNode): string {
	const name = labelOf(node);
	if (node.kind === 'image') return t('the OS image {name}', { name });
	if (node.kind === 'profile') return t('the profile {name}', { name });
	return node.kind === 'fileServer' ? t('the remote file server {name}', { name }) : name;
}

/** What becomes of a file that stays, when one that it is linked with goes. */
function lossSentence(user: string, { name: file, type }: ContentFile, isLeftAlone: boolean): string {
	const facts = { user, file };
	if (type === 'CONFIG')
		return isLeftAlone
			? t('{user} uses {file} and would be left without its configuration file.', facts)
			: t('{user} uses {file}.', facts);
	if (!isLeftAlone) return t('{user} is linked with {file}.', facts);
	return type === 'UNATTEND'
		? t('{user} is linked with {file} and would be left without an unattend file.', facts)
		: t('{user} is linked with {file} and would be left alone.', facts);
}

/** What deleting files does to those that stay. */
function fileLines(files: readonly ContentFile[], all: readonly ContentFile[]): readonly string[] {
	if (files.length === 0) return [];
	const going = new Set(files.map(({ id }) => id));
	const users = files.flatMap(file =>
		file.partners
			.filter(id => !going.has(id))
			.map(id => {
				const user = all.find(other => other.id === id);
				const isLeftAlone = user?.partners.every(partner => going.has(partner)) ?? true;
				return lossSentence(user?.name ?? id, file, isLeftAlone);
			}),
	);
	const silent = files.filter(({ type, showsLinks }) => type !== 'OTHER' && !showsLinks);
	const isOne = files.length === 1;
	return [
		...users,
		...(silent.length > 0
			? [t('The server does not say what uses {silent}.', { silent: inARow(silent.map(({ name }) => name)) })]
			: []),
		...(users.length === 0 && silent.length === 0
			? [
					isOne
						? t('No other file on this server is linked with it.')
						: t('No other file on this server is linked with them.'),
				]
			: []),
		isOne
			? t('The server does not tell whether profiles use it.')
			: t('The server does not tell whether profiles use them.'),
	];
}

function lineOf(node: Exclude<DeletableNode, FileNode>): string {
	if (node.kind === 'profile') return t('The files of {node} stay on the server.', { node: labelOf(node) });
	if (node.kind === 'fileServer') {
		return t('{server} can no longer fetch files from {node}. The files there stay.', {
			server: node.server.name,
			node: labelOf(node),
		});
	}
	const { name, profiles } = node.image;
	if (profiles.length === 0) return t('{name} has no profiles.', { name });
	return t('The profiles of {name} are deleted with it: {profiles}.', {
		name,
		profiles: inARow(profiles.map(profile => profile.name)),
	});
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
		t('This cannot be undone.'),
	];
	const names = nodes.map(namedThing);
	return {
		message: t('Delete {names} from {serverName}?', { names: inARow(names), serverName }),
		detail: lines.join('\n'),
	};
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
		...files.map(file =>
			file.imported === undefined
				? t('Deleted: {file}.', { file: file.name })
				: t('Deleted: {file}, imported {imported}.', { file: file.name, imported: file.imported }),
		),
		...fileLines(files, [...contents.unattends, ...contents.configs]),
		t('This cannot be undone.'),
	];
	return {
		message: t('Keep only {id} of the files named {name} on {serverName}?', { id: shownName(id), name, serverName }),
		detail: lines.join('\n'),
	};
}
