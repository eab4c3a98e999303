import { commands, Disposable, TreeItem, window } from 'vscode';
import { commandIds } from '../commandIds';
import { viewId } from '../view/viewId';

/** Stands in for the commands and the view while nothing is loaded: whoever asks for one of them wakes the client. */
export function standIns(wake: () => Promise<unknown>): Disposable {
	const runAwake = (id: string) =>
		commands.registerCommand(id, async (...args: unknown[]) => {
			await wake();
			return commands.executeCommand(id, ...args);
		});
	const view = window.registerTreeDataProvider<never>(viewId, {
		async getChildren() {
			await wake();
			return [];
		},
		getTreeItem: () => new TreeItem(''),
	});
	return Disposable.from(...Object.values(commandIds).map(runAwake), view);
}
