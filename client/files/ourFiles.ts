import { commands, type Disposable, type Event, EventEmitter, Uri, window } from 'vscode';
import { type OurFilesResult, ourFilesRequest } from '../../server/lsp/folderProtocol';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import { ourLanguages } from './languageOf';
import { menuPaths } from './menuPaths';

/** Knows which files are ours, for the menus (context key `xclarity.ourFiles`), the status bar and the Explorer. */
export interface OurFiles extends Disposable {
	/** Fires when the list may be another, or a file on it has changed. */
	readonly onDidChange: Event<void>;
	isOurs(file: Uri): boolean;
	/** The files that an appliance takes. */
	uploaded(): readonly Uri[];
	/** Adds a file that was recognised by its content. */
	add(file: Uri): void;
}

export function createOurFiles(server: LanguageServer, log: Log): OurFiles {
	const changed = new EventEmitter<void>();
	// Parsed and printed by VS Code, so that both sides spell each URI in the same way.
	let declared: ReadonlySet<string> = new Set();
	let uploaded: ReadonlyMap<string, Uri> = new Map();
	const opened = new Map<string, Uri>();
	const known = (): readonly Uri[] => [...new Map([...uploaded, ...opened]).values()];

	const show = async (): Promise<void> => {
		const paths = known().map(file => file.fsPath);
		await commands.executeCommand('setContext', 'xclarity.ourFiles', menuPaths(paths));
		await commands.executeCommand('setContext', 'xclarity.hasFiles', declared.size + opened.size > 0);
		changed.fire();
	};
	const refresh = async (): Promise<void> => {
		const { files } = await server.request<OurFilesResult>(ourFilesRequest);
		const found = files.map(({ uri, imageType }) => ({ file: Uri.parse(uri), imageType }));
		declared = new Set(found.map(({ file }) => file.toString()));
		const taken = found.filter(({ imageType }) => imageType !== undefined);
		uploaded = new Map(taken.map(({ file }) => [file.toString(), file]));
		await show();
	};
	const watch = server.onDidChangeFiles(() => {
		refresh().catch(error => log.error(`The list of files could not be read: ${String(error)}`));
	});

	return {
		onDidChange: changed.event,
		isOurs(file) {
			if (declared.has(file.toString()) || opened.has(file.toString())) return true;
			const document = window.visibleTextEditors.find(editor => editor.document.uri.toString() === file.toString());
			return document !== undefined && ourLanguages.has(document.document.languageId);
		},
		uploaded: known,
		add(file) {
			if (opened.has(file.toString())) return;
			opened.set(file.toString(), file);
			void show();
		},
		dispose: () => {
			watch.dispose();
			changed.dispose();
		},
	};
}
