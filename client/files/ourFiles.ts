import { commands, type Disposable, Uri, window } from 'vscode';
import { type OurFilesResult, ourFilesRequest } from '../../server/lsp/protocol';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import { ourLanguages } from './languageOf';
import { menuPaths } from './menuPaths';

/** Knows which files are ours, for the menus (context key `xclarity.ourFiles`) and the status bar. */
export interface OurFiles extends Disposable {
	isOurs(file: Uri): boolean;
	/** Adds a file that was recognised by its content. */
	add(file: Uri): void;
}

export function createOurFiles(server: LanguageServer, log: Log, changed: () => void): OurFiles {
	// Parsed and printed by VS Code, so that both sides spell each URI in the same way.
	let declared: ReadonlyMap<string, Uri> = new Map();
	const opened = new Map<string, Uri>();

	const show = async (): Promise<void> => {
		const paths = [...declared.values(), ...opened.values()].map(file => file.fsPath);
		await commands.executeCommand('setContext', 'xclarity.ourFiles', menuPaths(paths));
		await commands.executeCommand('setContext', 'xclarity.hasFiles', paths.length > 0);
		changed();
	};
	const refresh = async (): Promise<void> => {
		const { uris } = await server.request<OurFilesResult>(ourFilesRequest);
		declared = new Map(uris.map(uri => Uri.parse(uri)).map(file => [file.toString(), file]));
		await show();
	};
	const watch = server.onDidChangeFiles(() => {
		refresh().catch(error => log.error(`The list of files could not be read: ${String(error)}`));
	});

	return {
		isOurs(file) {
			if (declared.has(file.toString()) || opened.has(file.toString())) return true;
			const document = window.visibleTextEditors.find(editor => editor.document.uri.toString() === file.toString());
			return document !== undefined && ourLanguages.has(document.document.languageId);
		},
		add(file) {
			if (opened.has(file.toString())) return;
			opened.set(file.toString(), file);
			void show();
		},
		dispose: () => watch.dispose(),
	};
}
