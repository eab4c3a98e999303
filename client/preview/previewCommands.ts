import { commands, type Disposable, type QuickPickItem, Range, type Uri, ViewColumn, window } from 'vscode';
import { t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import type { Log } from '../log';
import { registerCommand } from '../registerCommand';
import type { Choice, FinishedDocuments } from './finishedDocuments';
import { sourceOf } from './finishedReading';

export interface PreviewParts {
	readonly log: Log;
	readonly finished: FinishedDocuments;
	/** The file that a command from a menu, a lens or the palette is about. */
	fileOf(given: unknown): Uri | undefined;
}

interface ServerItem extends QuickPickItem {
	readonly choice: Choice;
}

/** Shows unattend files as their installers will read them. */
export function registerPreviewCommands(parts: PreviewParts): Disposable[] {
	const { finished } = parts;
	const withFile = (run: (choice: Choice) => unknown) => async (given?: unknown, server?: unknown) => {
		const source = parts.fileOf(given);
		if (source === undefined) return undefined;
		const choice = typeof server === 'number' ? { source, server } : await chooseServer(finished, source);
		return choice && run(choice);
	};
	return [
		registerCommand(
			parts,
			[commandIds.previewFinished, t('Show as the installer reads it')],
			withFile(choice => window.showTextDocument(finished.uriOf(choice), { viewColumn: ViewColumn.Beside })),
		),
		registerCommand(
			parts,
			[commandIds.compareFinished, t('Compare with what the installer reads')],
			withFile(choice => {
				const name = choice.source.path.slice(choice.source.path.lastIndexOf('/') + 1);
				const title = t('{name} ↔ as server {server} reads it', { name, server: choice.server + 1 });
				return commands.executeCommand('vscode.diff', choice.source, finished.uriOf(choice), title);
			}),
		),
		registerCommand(parts, [commandIds.goToSource, t('Go to source')], () => goToSource(finished)),
		registerCommand(parts, [commandIds.compareServers, t('Compare two servers')], async (given?: unknown) => {
			const source = parts.fileOf(given);
			const first = source && (await chooseServer(finished, source, t('The server on the left')));
			const second = source && first && (await chooseServer(finished, source, t('The server on the right')));
			if (!first || !second) return;
			const title = t('server {left} ↔ server {right}', { left: first.server + 1, right: second.server + 1 });
			await commands.executeCommand('vscode.diff', finished.uriOf(first), finished.uriOf(second), title);
		}),
	];
}

/** From the cursor in a finished file to the place in the source that it comes from. */
async function goToSource(finished: FinishedDocuments): Promise<void> {
	const editor = window.activeTextEditor;
	const shown = editor && finished.shownIn(editor.document);
	if (!shown) return;
	const position = sourceOf(shown, editor.selection.active);
	const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === shown.source.toString());
	await window.showTextDocument(shown.source, {
		viewColumn: open?.viewColumn ?? ViewColumn.One,
		selection: new Range(position, position),
	});
}

/** Asks only where there is something to choose; `undefined`: the person changed their mind, or it is no unattend file. */
async function chooseServer(
	finished: FinishedDocuments,
	source: Uri,
	placeHolder = t('The server to show it for'),
): Promise<Choice | undefined> {
	const result = await finished.read({ source, server: 0 });
	if (!result) {
		void window.showInformationMessage(t('Only an unattend file can be shown as an installer reads it.'));
		return undefined;
	}
	const items = result.choices.flatMap(({ uri, name, servers }): ServerItem[] =>
		servers.map((label, server) => ({ label, description: name, choice: { source, values: uri, server } })),
	);
	if (items.length < 2) return items[0]?.choice ?? { source, server: 0 };
	return (await window.showQuickPick(items, { placeHolder }))?.choice;
}
