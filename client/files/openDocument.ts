import { type TextDocument, type Uri, workspace } from 'vscode';

/** The document that VS Code has of a file now, shown or not; `undefined` when it has none. */
export const openDocument = (file: Uri): TextDocument | undefined =>
	workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
