import { env, Uri, window, workspace } from 'vscode';
import { t } from '../../server/texts/texts';
import type { Server } from '../servers/server';
import type { UploadRecords } from '../upload/uploadRecords';
import type { ApplianceView } from './applianceView';
import { documentName } from './shownName';
import type { StoredDocuments } from './storedDocuments';
import type { FileNode, LinkNode } from './viewNode';

export interface LookParts {
	readonly view: ApplianceView;
	readonly documents: StoredDocuments;
	readonly records: UploadRecords;
}

/** The local file that was uploaded as this one, as far as it is still there. */
async function uploadedFrom({ records }: LookParts, { server, file }: FileNode): Promise<Uri | undefined> {
	const key = records.lastUploaded(server, file.id)?.record.key;
	if (key === undefined) return undefined;
	const uri = Uri.file(key);
	const [found] = await workspace.findFiles(workspace.asRelativePath(uri, false), undefined, 1);
	return found ?? workspace.textDocuments.find(document => document.uri.fsPath === key)?.uri;
}

/** Characters that mean something in a search pattern. */
const literally = (name: string): string => name.replace(/[[\]{}*?]/g, '?');

/** The local file to compare with: the one that was uploaded, one of the same name, or one that the person chooses. */
async function localFile(parts: LookParts, node: FileNode): Promise<Uri | undefined> {
	const own = await uploadedFrom(parts, node);
	if (own) return own;
	const name = documentName(node.file.name);
	const found = await workspace.findFiles(`**/${literally(name)}`, '**/node_modules/**', 20);
	if (found.length === 1) return found[0];
	if (found.length > 1) {
		const items = found.map(uri => ({ label: workspace.asRelativePath(uri), uri }));
		return (
			await window.showQuickPick(items, { title: t('Local file to compare {file} with', { file: node.file.name }) })
		)?.uri;
	}
	const opened = await window.showOpenDialog({
		title: t('Local file to compare {file} with', { file: node.file.name }),
	});
	return opened?.[0];
}

/** Shows the difference between a file on a server and the local one. */
export async function compareStored(parts: LookParts, node: FileNode): Promise<Uri | undefined> {
	const local = await localFile(parts, node);
	return local && parts.documents.compare(node.server, node.file, local);
}

/** Goes from a link to the file that it leads to, in its own list. */
export async function revealStored({ view }: LookParts, { server, to }: LinkNode): Promise<void> {
	if (to !== undefined) await view.reveal({ kind: 'file', server, file: to });
}

/** Asks for a part of a name, and shows only what has it. */
export async function filterView(view: ApplianceView): Promise<void> {
	const text = await window.showInputBox({
		title: t('Filter the files on servers'),
		prompt: t('Part of a name. Leave it empty to show everything.'),
		value: view.filter,
	});
	if (text !== undefined) view.filter = text.trim();
}

/** The page of the appliance: the address in the user's settings, and never one that a server has named. */
export const openWebPage = (server: Server): Thenable<boolean> => env.openExternal(Uri.parse(server.url, true));
