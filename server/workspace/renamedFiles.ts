import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { type RenamedPath, renamedPaths } from '../language/links/renamedPaths';
import { relativePath } from './fileUri';
import type { Workspace } from './workspace';

/** A file or folder that is about to get another name. */
export interface RenamedFile {
	readonly oldUri: string;
	readonly newUri: string;
}

/** What every manifest that names one of these files has to say instead. */
export async function renameEdits(workspace: Workspace, renames: readonly RenamedFile[]): Promise<WorkspaceEdit> {
	const edits: Record<string, TextEdit[]> = {};
	for (const { oldUri } of renames) {
		for (const { uri, folder } of await workspace.manifestsAbove(oldUri)) {
			const document = await workspace.document(uri);
			if (!document || edits[document.uri]) continue;
			const found = renamedPaths(document, pathsBelow(folder, renames));
			if (found.length > 0) edits[document.uri] = found;
		}
	}
	return { changes: edits };
}

/** What stays below a manifest's folder: it cannot name anything else, and keeps its paths when it moves along. */
const pathsBelow = (folder: string, renames: readonly RenamedFile[]): RenamedPath[] =>
	renames.flatMap(({ oldUri, newUri }) => {
		const from = relativePath(folder, oldUri);
		const to = relativePath(folder, newUri);
		return from === undefined || to === undefined ? [] : [{ from, to }];
	});
