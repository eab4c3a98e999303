import { type Disposable, EventEmitter, type TreeDataProvider, window } from 'vscode';
import { foldedWork } from '../foldedWork';
import type { Log } from '../log';
import { type MapNode, nodesBelow, topNodes } from './mapNode';
import type { MapSource } from './mapSource';
import { mapTreeItem } from './mapTreeItem';

/** The view "Deployment map" in the Explorer. Nothing is read before somebody looks. */
export function createMapView(source: MapSource, log: Log): Disposable {
	const changed = new EventEmitter<undefined>();
	let nodes: readonly MapNode[] = [];
	let shown = '';
	const provider: TreeDataProvider<MapNode> = {
		onDidChangeTreeData: changed.event,
		getTreeItem: mapTreeItem,
		getChildren: node => [...(node ? nodesBelow(node) : nodes)],
	};
	const view = window.createTreeView('xclarity.map', { treeDataProvider: provider, showCollapseAll: true });
	const read = foldedWork(
		async () => {
			const map = await source.map();
			const text = JSON.stringify(map);
			if (text === shown) return;
			shown = text;
			nodes = topNodes(map);
			changed.fire(undefined);
		},
		error => log.error(`The map of the deployment could not be read: ${String(error)}`),
	);
	const follow = (): void => {
		if (view.visible) read();
	};
	const parts: Disposable[] = [source.onDidChange(follow), view.onDidChangeVisibility(follow), view, changed];
	follow();
	return {
		dispose: () => {
			for (const part of parts) part.dispose();
		},
	};
}
