import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../workspace/workspace';
import type { DiagnosticsPublisher } from './diagnosticsPublisher';
import type { Editor } from './editor';
import type { FolderCheck } from './folderCheck';
import { ourFilesChangedNotification } from './folderProtocol';
import { inBackground } from './inBackground';
import type { StoppedFiles } from './stoppedFiles';

export interface DocumentChangeParts {
	readonly documents: TextDocuments<TextDocument>;
	readonly stopped: StoppedFiles;
	readonly workspace: Workspace;
	readonly publisher: DiagnosticsPublisher;
	readonly folderCheck: FolderCheck;
	readonly editor: () => Editor;
	/** Checks all open documents, this one first. */
	readonly checkAll: (first?: string) => void;
}

/** Checks anew what a change in the editor, or on the disk, may have made right or wrong. */
export function registerDocumentChanges(connection: Connection, parts: DocumentChangeParts): void {
	const { documents, stopped, workspace, publisher, folderCheck, editor, checkAll } = parts;
	const checkFolders = (changed: readonly string[]): void =>
		inBackground(connection, 'checkFolders', folderCheck.changed(changed));
	connection.onDidChangeWatchedFiles(({ changes }) => {
		const changed = changes.map(({ uri }) => uri);
		workspace.forget(changed);
		// What an editor has open counts, and that has not changed: a file that is saved, touched or deleted stays aside.
		for (const uri of changed) if (!workspace.openDocument(uri)) stopped.changed(uri);
		checkAll();
		checkFolders(changed);
		inBackground(connection, 'tellOfFiles', connection.sendNotification(ourFilesChangedNotification));
	});
	documents.onDidOpen(({ document }) => {
		if (!editor().isWatching) workspace.forget([document.uri]);
		checkAll(document.uri);
	});
	documents.onDidChangeContent(({ document }) => {
		stopped.seen(document.uri, document.version);
		checkAll(document.uri);
		checkFolders([document.uri]);
	});
	documents.onDidSave(({ document }) => {
		workspace.forget([document.uri]);
		checkAll(document.uri);
	});
	documents.onDidClose(({ document }) => {
		stopped.closed(document.uri);
		workspace.forget([document.uri]);
		inBackground(connection, 'clearDiagnostics', publisher.clear(document.uri));
		checkAll();
		checkFolders([document.uri]);
	});
}
