import { commands, type Disposable } from 'vscode';
import { t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import { addFileServer } from '../imports/addFileServer';
import { importFile } from '../imports/importFile';
import { registerCommand } from '../registerCommand';
import { requireTrustedWorkspace } from '../servers/connection';
import type { Server } from '../servers/server';
import type { UploadParts } from '../upload/uploadParts';
import type { ApplianceView } from './applianceView';
import { buildProfile } from './buildProfile';
import { linkStored, unlinkStored } from './changeStored';
import { deleteStored } from './deleteStored';
import { compareStored, filterView, openWebPage, revealStored } from './lookAtStored';
import { keepOnlyThis, linkBothWays } from './repairStored';
import { clicked } from './treeItem';
import { viewId } from './viewId';
import type { FileNode, LinkNode, ViewNode } from './viewNode';

export interface ViewCommandParts extends UploadParts {
	readonly view: ApplianceView;
}

/** The line that a command was called on, or the selected one. */
const nodeOf = ({ view }: ViewCommandParts, given: ViewNode | undefined): ViewNode | undefined =>
	given ?? view.selection[0];

const fileOf = (parts: ViewCommandParts, given: ViewNode | undefined): FileNode | undefined => {
	const node = nodeOf(parts, given);
	return node?.kind === 'file' ? node : undefined;
};

function registerLooking(parts: ViewCommandParts): Disposable[] {
	const { view, documents } = parts;
	return [
		registerCommand(parts, [commandIds.openStored, t('Open')], (given?: ViewNode, how?: unknown) => {
			const node = fileOf(parts, given);
			return node && documents.open(node.server, node.file, { preserveFocus: how === clicked });
		}),
		registerCommand(parts, [commandIds.compareStored, t('Compare')], (given?: ViewNode) => {
			const node = fileOf(parts, given);
			return node && compareStored(parts, node);
		}),
		registerCommand(parts, [commandIds.revealStored, t('Show')], (node: LinkNode) => revealStored(parts, node)),
		registerCommand(parts, [commandIds.filterView, t('Filter')], () => filterView(view)),
		registerCommand(parts, [commandIds.clearFilter, t('Clear filter')], () => {
			view.filter = '';
		}),
		registerCommand(parts, [commandIds.openWebPage, t('Open in browser')], (given?: ViewNode) => {
			const node = nodeOf(parts, given);
			return node && openWebPage(node.server);
		}),
	];
}

function registerChanges(parts: ViewCommandParts): Disposable[] {
	return [
		registerCommand(
			parts,
			[commandIds.deleteStored, t('Delete')],
			(given?: ViewNode, selected?: readonly ViewNode[]) => {
				const node = nodeOf(parts, given);
				return node && deleteStored(parts, node, selected ?? parts.view.selection);
			},
		),
		registerCommand(parts, [commandIds.linkStored, t('Link')], (given?: ViewNode, other?: unknown) => {
			const node = fileOf(parts, given);
			const second = isFileNode(other) ? other : undefined;
			return node && linkStored(parts, node, second);
		}),
		registerCommand(parts, [commandIds.unlinkStored, t('Unlink')], (given?: ViewNode) => {
			const node = fileOf(parts, given);
			return node && unlinkStored(parts, node);
		}),
	];
}

function registerRepairs(parts: ViewCommandParts): Disposable[] {
	return [
		registerCommand(parts, [commandIds.keepOnlyThis, t('Keep only this one')], (given?: ViewNode) => {
			const node = fileOf(parts, given);
			return node && keepOnlyThis(parts, node);
		}),
		registerCommand(parts, [commandIds.linkBothWays, t('Link both ways')], (given?: ViewNode) => {
			const node = fileOf(parts, given);
			return node && linkBothWays(parts, node);
		}),
	];
}

function registerAdditions(parts: ViewCommandParts): Disposable[] {
	const { view } = parts;
	return [
		registerCommand(parts, [commandIds.importFile, t('Import')], (given?: ViewNode) => {
			const node = nodeOf(parts, given);
			return node && importFile(parts, { server: node.server, group: node.kind === 'group' ? node.group : undefined });
		}),
		registerCommand(parts, [commandIds.addFileServer, t('Add remote file server')], async (given?: ViewNode) => {
			const node = nodeOf(parts, given);
			if (node && (await addFileServer(parts, node.server))) view.refresh(node.server);
		}),
		registerCommand(parts, [commandIds.buildProfile, t('Build custom profile')], (given?: ViewNode) => {
			const node = nodeOf(parts, given);
			return node?.kind === 'image' || node?.kind === 'profile' ? buildProfile(parts, node) : undefined;
		}),
	];
}

/** From a menu the second argument is the list of selected lines. */
const isFileNode = (value: unknown): value is FileNode =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'file';

function registerSessions(parts: ViewCommandParts): Disposable[] {
	const { view, credentials, servers } = parts;
	const each = (given: ViewNode | undefined): readonly Server[] => (given ? [given.server] : servers.all());
	return [
		registerCommand(parts, [commandIds.showServers, t('Show servers')], () =>
			commands.executeCommand(`${viewId}.focus`),
		),
		registerCommand(parts, [commandIds.refreshView, t('Refresh')], (given?: ViewNode) => view.refresh(given?.server)),
		registerCommand(parts, [commandIds.signIn, t('Sign in')], async (given?: ViewNode) => {
			requireTrustedWorkspace();
			for (const server of each(given)) await view.loader.reload(server, { ask: true });
		}),
		registerCommand(parts, [commandIds.signOut, t('Sign out')], async (given?: ViewNode) => {
			for (const server of each(given)) {
				await credentials.forget(server.id);
				view.loader.forget(server.id);
			}
		}),
	];
}

/** Registers what can be done with the view "XClarity" and the lines in it. */
export const registerViewCommands = (parts: ViewCommandParts): Disposable[] => [
	...registerLooking(parts),
	...registerChanges(parts),
	...registerRepairs(parts),
	...registerAdditions(parts),
	...registerSessions(parts),
];
