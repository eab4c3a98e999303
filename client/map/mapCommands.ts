import { type Disposable, Uri, window, workspace } from 'vscode';
import { t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import type { Log } from '../log';
import { registerCommand } from '../registerCommand';
import type { MapPanel } from './mapPanel';
import type { MapSource } from './mapSource';

export interface MapCommandParts {
	readonly log: Log;
	readonly source: MapSource;
	readonly panel: MapPanel;
}

/** Shows the map of the deployment as a picture, and saves it. */
export const registerMapCommands = (parts: MapCommandParts): Disposable[] => [
	registerCommand(parts, [commandIds.showMap, t('Show the map of the deployment')], () => parts.panel.show()),
	registerCommand(parts, [commandIds.saveMap, t('Save the map as SVG')], async (given?: unknown) => {
		const target = given instanceof Uri ? given : await chooseTarget();
		if (!target) return;
		await workspace.fs.writeFile(target, new TextEncoder().encode(await parts.source.picture()));
		void window.showInformationMessage(t('Saved as {target}.', { target: workspace.asRelativePath(target) }));
	}),
];

function chooseTarget(): Thenable<Uri | undefined> {
	const [folder] = workspace.workspaceFolders ?? [];
	const defaultUri = folder && Uri.joinPath(folder.uri, 'deployment.svg');
	return window.showSaveDialog({
		...(defaultUri ? { defaultUri } : {}),
		filters: { SVG: ['svg'] },
		saveLabel: t('Save'),
	});
}
