import { type Diagnostic, type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import {
	type BaseLanguageClient,
	CloseAction,
	ErrorAction,
	type ErrorHandler,
	type LanguageClientOptions,
} from 'vscode-languageclient';
import { ourFilesChangedNotification } from '../server/lsp/folderProtocol';
import {
	type ApplianceParams,
	type ApplianceReportParams,
	type ApplianceReportResult,
	applianceNotification,
	applianceReportRequest,
	type FinishedFileParams,
	type FinishedFileResult,
	finishedFileRequest,
	readFileRequest,
	readFolderRequest,
} from '../server/lsp/protocol';
import { type AtWorkParams, atWorkNotification } from '../server/lsp/statusProtocol';
import type { Bundle } from '../server/texts/texts';
import { type ClientLife, createClientLife } from './clientLife';
import { reportCrashes } from './crashReport';
import { readFile, readFolder } from './files/fileRequests';
import { servedLanguages } from './files/languageOf';
import { openDocument } from './files/openDocument';
import { servedSchemes } from './files/servedSchemes';
import type { Log } from './log';
import { leadToPages } from './rules/rulePage';
import { createServerStops, type ServerStops } from './serverStops';
import { createWatchdog } from './watchdog';
import { createWorkAtHand, type WorkAtHand } from './workAtHand';

/** The language server as the rest of the client sees it: it starts with the first request. It never uses the network. */
export interface LanguageServer extends Disposable, ClientLife {
	/** Fires after each start, and when the server says that the answer to `xclarity/ourFiles` has changed. */
	readonly onDidChangeFiles: Event<void>;
	/** Tells what a connected appliance offers: now if the server runs, and after each start. */
	tellAppliance(offer: ApplianceParams): Promise<void>;
	/** What an appliance found in a file, ready to be shown, and the macros that the file makes as the server reads it. */
	applianceReport(report: ApplianceReportParams): Promise<ApplianceReport>;
	/** An unattend file as the installer reads it; `undefined` for other files. */
	finishedFile(params: FinishedFileParams): Promise<FinishedFileResult | undefined>;
	/** Diagnostics of the server as the editor shows them. */
	diagnosticsOf(found: FinishedFileResult['diagnostics']): Promise<Diagnostic[]>;
}

export interface ApplianceReport {
	readonly diagnostics: readonly Diagnostic[];
	/** Without hashes. */
	readonly macros: readonly string[];
}

const scripts = ['shellscript', 'python', 'perl', 'powershell', 'bat'];

/** What the server is told about. It ignores XML and scripts that are not ours. */
function documentSelector() {
	const schemes = servedSchemes();
	const saved = schemes.filter(scheme => scheme !== 'untitled');
	return [
		...schemes.flatMap(scheme => servedLanguages.map(language => ({ scheme, language }))),
		...saved.flatMap(scheme => scripts.map(language => ({ scheme, language }))),
		...saved.flatMap(scheme =>
			['json', 'jsonc'].map(language => ({ scheme, language, pattern: '**/{xclarity,*.values}.json' })),
		),
	];
}

/** Makes the client for a server that runs where this one does: in a process, or in a worker of a browser. */
export type ClientFactory = (options: LanguageClientOptions) => ServerClient;

export interface ServerClient extends BaseLanguageClient {
	/** Ends the server wherever it is, as if it had stopped by itself. */
	endServer(): void;
}

/**
 * What our client asks of the server beyond LSP. Diagnostics are pushed: if VS Code had to ask for them, those of
 * documents that are open and not in sight would be missing.
 */
const asked = { pushDiagnostics: true, hasOurCommands: true, tellsWork: true };

/** Answers what the server asks, notes what it says of its work, and ends it when it does not come back from that. */
function serve(client: ServerClient, work: WorkAtHand, log: Log): void {
	client.onRequest(readFileRequest, readFile);
	client.onRequest(readFolderRequest, readFolder);
	const watchdog = createWatchdog(uri => {
		log.error(`The language server did not come back from ${uri} and was ended.`);
		client.endServer();
	});
	client.onNotification(atWorkNotification, ({ uri }: AtWorkParams) => {
		watchdog.begun(uri);
		// The server spells the names of files on the disk in its own way.
		work.begun(uri === undefined ? undefined : Uri.parse(uri).toString());
	});
	client.onDidChangeState(() => watchdog.begun(undefined));
}

const mostErrors = 3;

const othersFirst = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/** Starts a server that has stopped again while it has chances; otherwise the person has the way back. */
const errorHandler = (work: WorkAtHand, stops: ServerStops, log: Log): ErrorHandler => ({
	error: (_error, _message, count = 0) => ({
		action: count > 0 && count <= mostErrors ? ErrorAction.Continue : ErrorAction.Shutdown,
	}),
	async closed() {
		// Asked in the moment in which the connection is gone, before open requests are told.
		work.serverStopped();
		// A start that fails by this has to end before the next one begins: it would take its server along.
		await othersFirst();
		if (stops.again()) return { action: CloseAction.Restart };
		reportCrashes(log);
		return { action: CloseAction.DoNotRestart, handled: true };
	},
});

/** @param texts what the server says in the display language; without them it speaks English */
export function createLanguageServer(createClient: ClientFactory, log: Log, texts?: Bundle): LanguageServer {
	const changed = new EventEmitter<void>();
	const work = createWorkAtHand();
	const stops = createServerStops();
	const client = createClient({
		documentSelector: documentSelector(),
		outputChannel: log.channel,
		diagnosticCollectionName: 'xclarity',
		errorHandler: errorHandler(work, stops, log),
		// A server that stops while it starts is one that stops: it is started again, or the person is told.
		initializationFailedHandler: () => false,
		middleware: {
			workspace: {
				didChangeWatchedFile(event, next) {
					// What somebody has open counts, and that has not changed.
					if (!openDocument(Uri.parse(event.uri))) work.changed(event.uri);
					return next(event);
				},
			},
			handleDiagnostics(uri, diagnostics, next) {
				leadToPages(diagnostics);
				next(uri, diagnostics);
			},
		},
		initializationOptions: () => ({ ...asked, texts, stopped: work.stopped }),
	});
	serve(client, work, log);
	client.onNotification(ourFilesChangedNotification, () => changed.fire());
	const edits = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
		if (contentChanges.length > 0) work.changed(document.uri.toString());
	});
	let offered: ApplianceParams | undefined;
	const life = createClientLife(client, log, async () => {
		if (offered) await client.sendNotification(applianceNotification, offered);
		changed.fire();
	});

	const shown = async (found: FinishedFileResult['diagnostics']): Promise<Diagnostic[]> => {
		const diagnostics = await client.protocol2CodeConverter.asDiagnostics([...found]);
		leadToPages(diagnostics);
		return diagnostics;
	};

	return {
		onDidChangeFiles: changed.event,
		get running() {
			return life.running;
		},
		start: life.start,
		stop() {
			work.forget();
			return life.stop();
		},
		restart() {
			work.forget();
			stops.forget();
			return life.restart();
		},
		request: life.request,
		async tellAppliance(offer) {
			offered = offer;
			if (!life.running) return;
			await life.start();
			await client.sendNotification(applianceNotification, offer);
		},
		async applianceReport(report) {
			const { diagnostics, macros } = await life.request<ApplianceReportResult>(applianceReportRequest, report);
			return { diagnostics: await shown(diagnostics), macros };
		},
		async finishedFile(params) {
			return (await life.request<FinishedFileResult | null>(finishedFileRequest, params)) ?? undefined;
		},
		diagnosticsOf: shown,
		dispose() {
			edits.dispose();
			changed.dispose();
		},
	};
}
