import {
	type ClientCapabilities,
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
} from 'vscode-languageserver';
import { isChanceTrigger } from '../language/chanceTrigger';
import { ourEndings } from '../language/languageService';
import { type Bundle, speak } from '../texts/texts';
import type { FileSystem } from '../workspace/fileSystem';
import { canonicalUri, pathUri } from '../workspace/fileUri';
import { renameEdits } from '../workspace/renamedFiles';
import type { TimeLimit } from '../workspace/timeLimit';
import { Workspace } from '../workspace/workspace';
import { askWith, type Find } from './ask';
import { asRefusal } from './asRefusal';
import { registerCommands } from './commands';
import { DiagnosticsPublisher } from './diagnosticsPublisher';
import { registerDocumentChanges } from './documentChanges';
import { DocumentSettings } from './documentSettings';
import { Editor } from './editor';
import { FolderCheck } from './folderCheck';
import { registerFolderRequests } from './folderRequests';
import { inBackground } from './inBackground';
import { initializeResult } from './initializeResult';
import { inRounds } from './inRounds';
import { isOfKinds } from './isOfKinds';
import { OpenDocuments } from './openDocuments';
import { OpenRequests } from './openRequests';
import { type ApplianceParams, applianceNotification } from './protocol';
import { PulledDiagnostics } from './pulledDiagnostics';
import { registerReadingAids } from './readingAids';
import { createRefresher } from './refresher';
import { registerRepair, repairAnywhere } from './repair';
import { registerRequests } from './requests';
import { comingBack, goingOn, type ServersWork, serversWork } from './settingAside';
import { isRecord } from './settings';
import { StoppedFiles } from './stoppedFiles';
import { subjectFinder } from './subjects';

const unlimited: TimeLimit = work => ({ value: work() });

/** Finds the texts for a locale of the editor, such as `de-AT`; `undefined` for English. */
export type FindTexts = (locale: string | undefined) => Bundle | undefined;

/** What a server has where it can be had. */
export interface ServerMeans {
	readonly findTexts?: FindTexts;
	/** Calls off what does not come back. */
	readonly limit?: TimeLimit;
}

/** Serves an editor over this connection. */
export function startLanguageServer(connection: Connection, files: FileSystem, means?: ServerMeans): void {
	const initialize = registerLanguage(connection, files, means);
	connection.onInitialize(params => {
		initialize(params);
		return initializeResult(params);
	});
	connection.listen();
}

/**
 * Wires the core to an editor: one line a request.
 * @returns what takes up the parameters of `initialize`, before any other message is taken
 */
export function registerLanguage(
	connection: Connection,
	files: FileSystem,
	{ findTexts, limit = unlimited }: ServerMeans = {},
): (params: InitializeParams) => void {
	const documents = new OpenDocuments();
	let roots: readonly string[] = [];
	const stopped = new StoppedFiles();
	const around = { openDocuments: () => documents.all(), openDocument: documents.byCanonicalUri, roots: () => roots };
	const work = serversWork(connection, limit, uri => {
		stopped.calledOff(uri, workspace.openDocument(uri)?.version ?? 0);
		checkAll();
	});
	const whyLeftAlone = (uri: string) => stopped.reasonFor(uri);
	const workspace = new Workspace({ ...around, files, aroundWork: work.around, whyLeftAlone });
	const settings = new DocumentSettings(connection);
	let editor = new Editor({ capabilities: {} });
	const subjects = goingOn(subjectFinder(workspace, settings, comingBack));
	const find = inRounds(subjects, () => {
		if (!editor.isWatching) workspace.distrust();
	});
	const requests = new OpenRequests();
	const findAsked: Find = (...asked) => requests.add(find(...asked));
	const findLast: Find = async (...asked) => {
		await requests.answered();
		return find(...asked);
	};
	const publisher = new DiagnosticsPublisher(connection, find, () => requests.answered());
	const folderCheck = new FolderCheck({ ...around, publisher, workspace });
	const pulled = new PulledDiagnostics(findLast, workspace);
	const refresh = createRefresher(connection, () => editor);
	const checkAll = (first?: string): void => {
		pulled.forget();
		if (!editor.isPulling) publisher.schedule([...(first ? [first] : []), ...documents.all().map(({ uri }) => uri)]);
		// The editor asks by itself about the document that changed.
		if (first === undefined || documents.all().length > 1) refresh();
	};
	const checkEverything = (): void => {
		checkAll();
		inBackground(connection, 'checkFolders', folderCheck.changedAll());
	};

	const initialize = (params: InitializeParams): void => {
		speak(textsFrom(ownOptions(params)) ?? findTexts?.(params.locale));
		editor = new Editor(params);
		roots = rootsOf(params).map(canonicalUri);
		takeUpWork(ownOptions(params), stopped, work);
		settings.initialize(editor.capabilities.workspace?.configuration === true, params.initializationOptions);
	};
	connection.onInitialized(() => {
		watch(connection, editor);
		followFolders(connection, editor.capabilities, folders => {
			roots = folders;
			workspace.forget();
			checkEverything();
		});
	});
	connection.onDidChangeConfiguration(({ settings: pushed }) => {
		settings.changed(pushed);
		checkEverything();
	});
	const changing = { documents, stopped, workspace, publisher, folderCheck, editor: () => editor, checkAll };
	registerDocumentChanges(connection, changing);
	connection.onNotification(applianceNotification, ({ macros, systems }: ApplianceParams) => {
		workspace.useAppliance(macros, systems);
		checkEverything();
	});
	registerVerbs(connection, findAsked, () => editor);
	registerReadingAids(connection, { find: findAsked, workspace, editor: () => editor });
	registerFolderRequests(connection, { workspace, folderCheck });
	registerRequests(connection, { find: subjects, workspace, settings, roots: () => roots });
	registerCommands(connection, find, workspace);
	registerRepair(connection, find);
	pulled.register(connection, () => editor.isWatching);
	connection.workspace.onWillRenameFiles(async ({ files: renamed }) => renameEdits(workspace, renamed));
	documents.listen(connection);
	return initialize;
}

/** What our own client says as it starts a server, and others leave out. */
const ownOptions = ({ initializationOptions: options }: InitializeParams): Readonly<Record<string, unknown>> =>
	isRecord(options) ? options : {};

/** Where a server before this one has stopped, and that the editor wants to know what this one reads. */
function takeUpWork(own: ReturnType<typeof ownOptions>, stopped: StoppedFiles, work: ServersWork): void {
	stopped.tell(own.stopped);
	if (own.tellsWork === true) work.tell();
}

const textsFrom = ({ texts }: ReturnType<typeof ownOptions>): Bundle | undefined =>
	isRecord(texts) ? (texts as Bundle) : undefined;

/** Older editors know of one folder only. */
function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
	if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
	if (rootUri) return [rootUri];
	return rootPath ? [pathUri(rootPath)] : [];
}

/** Takes the folders that the editor has, whenever they change. */
function followFolders(
	connection: Connection,
	{ workspace }: ClientCapabilities,
	taken: (folders: readonly string[]) => void,
): void {
	if (workspace?.workspaceFolders !== true) return;
	const follow = async (): Promise<void> => {
		const folders: unknown = await connection.workspace.getWorkspaceFolders();
		taken(Array.isArray(folders) ? folders.map(({ uri }) => canonicalUri(uri)) : []);
	};
	connection.workspace.onDidChangeWorkspaceFolders(() => inBackground(connection, 'askForFolders', follow()));
}

/** Asks the editor to tell about files that change behind its back, and about settings. */
function watch(connection: Connection, editor: Editor): void {
	const { client } = connection;
	const { workspace } = editor.capabilities;
	if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
		const globPattern = `**/*{${ourEndings.join(',')}}`;
		const watching = client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
		inBackground(
			connection,
			'watchFiles',
			watching.catch((error: unknown) => {
				editor.refusesToWatch();
				throw error;
			}),
		);
	}
	if (workspace?.didChangeConfiguration?.dynamicRegistration) {
		const following = client.register(DidChangeConfigurationNotification.type, { section: 'xclarity' });
		inBackground(connection, 'followSettings', following);
	}
}

/**
 * Reports whose fixes are looked for at once: each fix is tried on the text before it is offered, and nobody reads more
 * of them. With a whole file selected, an editor sends all that it shows.
 */
const mostCured = 50;

/** For verbs that answer with places in other files. */
const acrossFiles = { acrossFiles: true };

function registerVerbs(connection: Connection, find: Find, editor: () => Editor): void {
	const ask = askWith(find);
	connection.onCompletion(
		ask(({ language, document, context, kind }, { position, context: request }) => {
			const { triggerCharacter = '' } = request ?? {};
			if (isChanceTrigger(document, position, triggerCharacter, kind)) return [];
			return editor().completion(language.complete?.(document, position, context) ?? []);
		}),
	);
	connection.onHover(
		ask(({ language, document, context }, { position }) => {
			const hover = language.hover?.(document, position, context);
			return hover && editor().hover(hover);
		}),
	);
	connection.onDefinition(
		ask(({ language, document, context }, { position }) => language.definition?.(document, position, context)),
	);
	connection.onReferences(
		ask(
			({ language, document, context }, { position }) => language.references?.(document, position, context),
			acrossFiles,
		),
	);
	connection.onPrepareRename(
		ask(
			({ language, document, context }, { position }) => language.prepareRename?.(document, position, context),
			acrossFiles,
		),
	);
	connection.onRenameRequest(
		ask(
			({ language, document, context }, { position, newName }) =>
				refusing(() => language.rename?.(document, position, newName, context)),
			acrossFiles,
		),
	);
	connection.onCodeAction(
		ask((subject, { range, context: request }) => {
			const { language, document, context } = subject;
			const told = request.diagnostics.slice(0, mostCured);
			const actions = language.codeActions?.(document, range, told, context) ?? [];
			const all = [...actions, ...repairAnywhere(subject, request, actions)];
			// Some editors apply whatever comes when a file is saved.
			return editor().codeActions(all.filter(({ kind }) => isOfKinds(kind, request.only)));
		}, acrossFiles),
	);
	connection.onDocumentSymbol(
		ask(({ language, document, context }) =>
			editor().symbols(language.symbols?.(document, context) ?? [], document.uri),
		),
	);
	connection.onFoldingRanges(ask(({ language, document, context }) => language.folding?.(document, context)));
	connection.onSelectionRanges(
		ask(({ language, document }, { positions }) => language.selectionRanges?.(document, positions)),
	);
}

/** A refusal is a sentence for the person: the editor shows it where the person typed the name. */
function refusing<T>(action: () => T): T {
	try {
		return action();
	} catch (error) {
		throw asRefusal(error);
	}
}
