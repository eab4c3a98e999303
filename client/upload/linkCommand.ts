import { Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
	type LinkCandidatesResult,
	type LinkEditParams,
	type LinkEditResult,
	linkCandidatesRequest,
	linkEditRequest,
} from '../../server/lsp/protocol';
import { t } from '../../server/texts/texts';
import type { LanguageServer } from '../languageServer';

/**
 * Writes into `xclarity.json` that an unattend file belongs to a configuration-settings file, and saves it. Gives the
 * manifest, or `undefined` when no file was chosen.
 */
export async function linkFile(server: LanguageServer, unattend: Uri, config?: Uri): Promise<Uri | undefined> {
	const chosen = config?.toString() ?? (await pickConfig(server, unattend));
	if (chosen === undefined) return undefined;
	const params: LinkEditParams = { unattend: unattend.toString(), config: chosen };
	const { manifest, text } = await server.request<LinkEditResult>(linkEditRequest, params);
	const uri = Uri.parse(manifest);
	await writeWhole(uri, text);
	return uri;
}

async function pickConfig(server: LanguageServer, unattend: Uri): Promise<string | undefined> {
	const { candidates } = await server.request<LinkCandidatesResult>(linkCandidatesRequest, {
		uri: unattend.toString(),
	});
	const items = candidates.map(({ uri, path, declared, used }) => ({
		label: path,
		description: used === 0 ? '' : t('declares {declared} of {used} macros', { declared, used }),
		uri,
	}));
	const other = { label: `$(folder-opened) ${t('Other file…')}`, description: '', uri: undefined };
	const picked = await window.showQuickPick([...items, other], {
		title: t('Configuration-settings file for {unattend}', { unattend: workspace.asRelativePath(unattend) }),
	});
	if (picked !== other) return picked?.uri;
	const opened = await window.showOpenDialog({
		title: t('Configuration-settings file'),
		defaultUri: Uri.joinPath(unattend, '..'),
		filters: { [t('Configuration settings')]: ['json'] },
	});
	return opened?.[0]?.toString();
}

/** Replaces the text of a file, or makes the file, and saves it. */
export async function writeWhole(file: Uri, text: string): Promise<void> {
	const edit = new WorkspaceEdit();
	edit.createFile(file, { ignoreIfExists: true });
	await workspace.applyEdit(edit);
	const document = await workspace.openTextDocument(file);
	const change = new WorkspaceEdit();
	change.replace(file, document.validateRange(new Range(0, 0, document.lineCount, 0)), text);
	await workspace.applyEdit(change);
	await document.save();
}
