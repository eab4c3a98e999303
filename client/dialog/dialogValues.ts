import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { DeployFormResult } from '../../server/lsp/protocol';
import { t } from '../../server/texts/texts';
import { openDocument } from '../files/openDocument';

type ValuesFile = DeployFormResult['valuesFiles'][number];

interface FileItem extends QuickPickItem {
	readonly file: ValuesFile;
}

/** Asks only where there is something to choose. */
export async function chooseValuesFile(files: readonly ValuesFile[]): Promise<ValuesFile | undefined> {
	if (files.length === 0)
		void window.showInformationMessage(t('No values file names this configuration-settings file.'));
	if (files.length < 2) return files[0];
	const items = files.map((file): FileItem => ({ label: file.name, file }));
	return (await window.showQuickPick(items, { placeHolder: t('The values to load') }))?.file;
}

/** What was done, as a sentence. */
interface Saving {
	readonly isSaved: boolean;
	readonly text: string;
}

/** Writes a values file. A text that somebody is working on is left alone. */
export async function saveValuesFile(uri: Uri, text: string): Promise<Saving> {
	const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
	if (openDocument(uri)?.isDirty)
		return { isSaved: false, text: t('Not saved: {name} is open and has changes of its own.', { name }) };
	await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	return { isSaved: true, text: t('Saved as {name}.', { name }) };
}
