import {
	commands,
	type Disposable,
	EventEmitter,
	type TreeDataProvider,
	type TreeView,
	window,
	workspace,
} from 'vscode';
import { t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import type { Log } from '../log';
import { certificateNotice, onDidChangeCertificate } from '../servers/certificateEnds';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import type { Servers } from '../servers/servers';
import { type ContentLoader, createContentLoader, type LoaderParts } from './contentLoader';
import type { ServerContents } from './contents';
import { linkByDrag } from './linkByDrag';
import { treeItem } from './treeItem';
import { viewId } from './viewId';
import { childrenOf, parentOf, type ViewNode } from './viewNode';

/** The view "XClarity" in the Explorer: what is on the servers. Nothing is read before somebody looks. */
export interface ApplianceView extends Disposable {
	readonly loader: ContentLoader;
	readonly selection: readonly ViewNode[];
	/** The contents of a server that was read. */
	contents(server: Server): ServerContents | undefined;
	/** Shows only what has this in its name; '' for everything. */
	filter: string;
	/** Reads a server anew if it was read before; without a server, all of them. */
	refresh(server?: Server): void;
	reveal(node: ViewNode): Thenable<void>;
	/** Shows a number on the icon of the view; 0 for none. */
	showBadge(value: number, tooltip: string): void;
}

export interface ViewParts {
	readonly servers: Servers;
	readonly credentials: Credentials;
	readonly log: Log;
	readonly beginLook: LoaderParts['beginLook'];
}

export function createApplianceView({ servers, credentials, log, beginLook }: ViewParts): ApplianceView {
	const changed = new EventEmitter<undefined>();
	let view: TreeView<ViewNode> | undefined;
	let filter = '';
	const loader = createContentLoader({ credentials, log, beginLook, watched: () => view?.visible === true });
	const contents = ({ id }: Server): ServerContents | undefined => {
		const known = loader.known(id);
		return known?.state === 'loaded' ? known.contents : undefined;
	};

	const below = async (node: ViewNode): Promise<readonly ViewNode[]> => {
		const { server } = node;
		if (node.kind !== 'server') {
			const now = contents(server);
			return now ? childrenOf(node, now, filter) : [];
		}
		const loaded = await loader.load(server);
		if (loaded.state === 'signedOut') return [{ kind: 'message', server, reason: 'signedOut', message: t('Sign in…') }];
		if (loaded.state === 'failed') return [{ kind: 'message', server, reason: 'failed', message: loaded.message }];
		return childrenOf(node, loaded.contents, filter);
	};
	const provider: TreeDataProvider<ViewNode> = {
		onDidChangeTreeData: changed.event,
		getTreeItem: treeItem,
		getParent: node => parentOf(node, contents(node.server), filter),
		getChildren: async node => {
			if (node) return [...(await below(node))];
			return workspace.isTrusted ? servers.all().map(serverNode) : [];
		},
	};
	const tree = window.createTreeView(viewId, {
		treeDataProvider: provider,
		showCollapseAll: true,
		canSelectMany: true,
		dragAndDropController: linkByDrag((unattend, config) =>
			commands.executeCommand(commandIds.linkStored, unattend, config),
		),
	});
	view = tree;

	const redraw = (): void => changed.fire(undefined);
	const setContext = (): void => setContextKeys(servers.all().length > 0, filter !== '');
	const update = (): void => {
		setContext();
		redraw();
	};
	const watches = [
		loader.onDidChange(redraw),
		servers.onDidChange(update),
		workspace.onDidGrantWorkspaceTrust(redraw),
		onDidChangeCertificate(redraw),
	];
	setContext();

	return {
		loader,
		contents,
		get selection() {
			return tree.selection;
		},
		get filter() {
			return filter;
		},
		set filter(text) {
			filter = text;
			showFilter(tree, text);
			update();
		},
		refresh(server) {
			for (const one of server ? [server] : servers.all()) if (loader.known(one.id)) void loader.reload(one);
		},
		showBadge: (value, tooltip) => Object.assign(tree, { badge: value === 0 ? undefined : { value, tooltip } }),
		reveal: node => tree.reveal(node, { select: true, focus: true, expand: true }),
		dispose: () => {
			for (const part of [...watches, loader, tree, changed]) part.dispose();
		},
	};
}

function showFilter(tree: TreeView<ViewNode>, text: string): void {
	// Deleting the property would take away the setter, and leave the words where they stand.
	tree.message = text === '' ? '' : t('Showing names that contain “{text}”', { text });
}

const serverNode = (server: Server): ViewNode => ({ kind: 'server', server, notice: certificateNotice(server) });

function setContextKeys(hasServers: boolean, filtered: boolean): void {
	void commands.executeCommand('setContext', 'xclarity.hasServers', hasServers);
	void commands.executeCommand('setContext', 'xclarity.filtered', filtered);
}
