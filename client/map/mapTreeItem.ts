import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { t } from '../../server/texts/texts';
import { accessibilityLabel } from '../accessibilityLabel';
import { commandIds } from '../commandIds';
import { mapDescription, mapLabel } from './mapLabels';
import { type MapNode, mapNodeId, nodesBelow, placeOfNode } from './mapNode';

const icons: Readonly<Record<MapNode['kind'], string>> = {
	config: 'json',
	unlinked: 'debug-disconnect',
	unattend: 'file-code',
	settings: 'settings',
	setting: 'symbol-variable',
	predefined: 'server',
	macro: 'symbol-variable',
	missing: 'warning',
	place: 'go-to-file',
};

/** A line of the view as VS Code wants it. */
export function mapTreeItem(node: MapNode): TreeItem {
	const item = new TreeItem(mapLabel(node), stateOf(node));
	item.id = mapNodeId(node);
	item.description = mapDescription(node);
	item.iconPath = iconOf(node);
	item.tooltip = [item.label, item.description].join('\n');
	item.accessibilityInformation = { label: accessibilityLabel(mapLabel(node), mapDescription(node)) };
	const place = placeOfNode(node);
	if (place) item.command = { command: commandIds.showFile, title: t('Show'), arguments: [place.uri, place.range] };
	return item;
}

function iconOf(node: MapNode): ThemeIcon {
	if (node.kind === 'missing') return new ThemeIcon(icons.missing, new ThemeColor('list.warningForeground'));
	if (node.kind === 'setting' && node.setting.isUnused) return new ThemeIcon('circle-slash');
	return new ThemeIcon(icons[node.kind]);
}

function stateOf(node: MapNode): TreeItemCollapsibleState {
	if (nodesBelow(node).length === 0) return TreeItemCollapsibleState.None;
	return node.kind === 'config' || node.kind === 'unlinked'
		? TreeItemCollapsibleState.Expanded
		: TreeItemCollapsibleState.Collapsed;
}
