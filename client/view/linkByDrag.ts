import { DataTransferItem, type TreeDragAndDropController } from 'vscode';
import { type FileNode, isLinkable, pairOf, type ViewNode } from './viewNode';

const mime = 'application/vnd.code.tree.xclarity.servers';

/** Dragging a configuration file onto an unattend file, or the other way round, links them. */
export function linkByDrag(
	link: (unattend: FileNode, config: FileNode) => Thenable<unknown>,
): TreeDragAndDropController<ViewNode> {
	return {
		dragMimeTypes: [mime],
		dropMimeTypes: [mime],
		handleDrag(nodes, data) {
			const files = nodes.filter(isLinkable);
			if (files.length > 0) data.set(mime, new DataTransferItem(files));
		},
		async handleDrop(target, data) {
			const dragged: unknown = data.get(mime)?.value;
			for (const node of Array.isArray(dragged) ? (dragged as readonly ViewNode[]) : []) {
				const pair = pairOf(node, target);
				if (pair) await link(pair.unattend, pair.config);
			}
		},
	};
}
