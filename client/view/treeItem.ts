import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { t } from '../../server/texts/texts';
import { accessibilityLabel } from '../accessibilityLabel';
import { commandIds } from '../commandIds';
import { descriptionOf, fileFacts, labelOf } from './nodeLabels';
import { type GroupName, nodeId, type ViewNode } from './viewNode';

const groupIcons: Readonly<Record<GroupName, string>> = {
	images: 'package',
	unattends: 'file-code',
	configs: 'settings',
	others: 'file-binary',
	fileServers: 'remote',
	jobs: 'run-all',
};

const fileIcons = { UNATTEND: 'file-code', CONFIG: 'json', OTHER: 'file-binary' } as const;

function iconOf(node: ViewNode): ThemeIcon {
	if (node.kind === 'server') return new ThemeIcon(node.server.protected ? 'lock' : 'server');
	if (node.kind === 'group') return new ThemeIcon(groupIcons[node.group]);
	if (node.kind === 'image') return new ThemeIcon('package');
	if (node.kind === 'profile') return new ThemeIcon('versions');
	if (node.kind === 'file') return new ThemeIcon(fileIcons[node.file.type]);
	if (node.kind === 'fileServer') return new ThemeIcon('remote');
	if (node.kind === 'link') return new ThemeIcon(node.to === undefined ? 'warning' : 'link');
	if (node.kind === 'job') return new ThemeIcon('loading~spin');
	return node.reason === 'signedOut'
		? new ThemeIcon('key')
		: new ThemeIcon('error', new ThemeColor('notificationsErrorIcon.foreground'));
}

function stateOf(node: ViewNode): TreeItemCollapsibleState {
	const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
	if (node.kind === 'server') return Collapsed;
	if (node.kind === 'group') return node.shown === 0 ? None : node.group === 'images' ? Collapsed : Expanded;
	if (node.kind === 'image') return node.image.profiles.length === 0 ? None : Collapsed;
	if (node.kind === 'file') return node.file.partners.length === 0 ? None : Expanded;
	return None;
}

/** What menus ask for, as `viewItem`. */
function contextOf(node: ViewNode): string {
	if (node.kind === 'file')
		return ['file', node.file.type.toLowerCase(), ...node.file.findings.map(({ kind }) => kind)].join('.');
	if (node.kind === 'group') return `group.${node.group}`;
	if (node.kind === 'profile') return node.profile.isCustom ? 'profile.custom' : 'profile.predefined';
	return node.kind === 'message' ? `message.${node.reason}` : node.kind;
}

function tooltipOf(node: ViewNode): string {
	if (node.kind === 'server') {
		const { server, notice } = node;
		return [server.name, t('{url} as {user}', { url: server.url, user: server.user }), notice]
			.filter(line => line)
			.join('\n');
	}
	if (node.kind === 'file') return fileFacts(node.file);
	if (node.kind === 'link') return node.to === undefined ? t('Id {id}', { id: node.id }) : fileFacts(node.to);
	if (node.kind === 'group') return labelOf(node);
	return [labelOf(node), descriptionOf(node)].filter(part => part !== '').join('\n');
}

/** A line of the view as VS Code wants it. */
export function treeItem(node: ViewNode): TreeItem {
	const item = new TreeItem(labelOf(node), stateOf(node));
	item.id = nodeId(node);
	item.description = descriptionOf(node);
	item.iconPath = iconOf(node);
	item.contextValue = contextOf(node);
	item.tooltip = tooltipOf(node);
	// Without it, the tooltip would be read, which says other things than the line.
	item.accessibilityInformation = { label: accessibilityLabel(labelOf(node), descriptionOf(node)) };
	const command = commandOf(node);
	if (command) item.command = command;
	return item;
}

/** Says that a line was clicked: the view keeps the focus, so that Delete still means the line. */
export const clicked = 'clicked';

function commandOf(node: ViewNode): TreeItem['command'] {
	const run = (command: string, title: string) => ({ command, title, arguments: [node, clicked] });
	if (node.kind === 'message')
		return run(commandIds.signIn, node.reason === 'signedOut' ? t('Sign in') : t('Try again'));
	if (node.kind === 'link' && node.to !== undefined) return run(commandIds.revealStored, t('Show in its list'));
	return node.kind === 'file' && node.file.type !== 'OTHER' ? run(commandIds.openStored, t('Open')) : undefined;
}
