import { type Diagnostic, type Disposable, type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
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
import type { Bundle } from '../server/texts/texts';
import { readFile, readFolder } from './files/fileRequests';
import { servedLanguages } from './files/languageOf';
import { servedSchemes } from './files/servedSchemes';
import type { Log } from './log';
import { leadToPages } from './rules/rulePage';

/** The language server as the rest of the client sees it: it starts with the first request. It never uses the network. */
export interface LanguageServer extends Disposable {
	/** Fires after each start, and when the server says that the answer to `xclarity/ourFiles` has changed. */
	readonly onDidChangeFiles: Event<void>;
	readonly running: boolean;
	start(): Promise<void>;
	restart(): Promise<void>;
	stop(): Promise<void>;
	request<Result>(method: string, params?: object): Promise<Result>;
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
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** @param texts what the server says in the display language; without them it speaks English */
export function createLanguageServer(createClient: ClientFactory, log: Log, texts?: Bundle): LanguageServer {
	const changed = new EventEmitter<void>();
	const client = createClient({
		documentSelector: documentSelector(),
		outputChannel: log.channel,
		diagnosticCollectionName: 'xclarity',
		// Asked for, diagnostics of documents that are open and not in sight would be missing.
		middleware: {
			handleDiagnostics(uri, diagnostics, next) {
				leadToPages(diagnostics);
				next(uri, diagnostics);
			},
		},
		initializationOptions: { pushDiagnostics: true, hasOurCommands: true, texts },
	});
	client.onRequest(readFileRequest, readFile);
	client.onRequest(readFolderRequest, readFolder);
	client.onNotification(ourFilesChangedNotification, () => changed.fire());
	let started: Promise<void> | undefined;
	/** The last end: a client can only be started when it has stopped altogether. */
	let ended: Promise<void> = Promise.resolve();
	let offered: ApplianceParams | undefined;
	const begin = async (): Promise<void> => {
		await ended;
		await client.start();
		if (offered) await client.sendNotification(applianceNotification, offered);
		changed.fire();
	};
	const start = (): Promise<void> => {
		if (started === undefined) {
			const beginning = begin();
			started = beginning;
			// What has failed is tried again with the next request.
			beginning.catch(() => {
				if (started === beginning) started = undefined;
			});
		}
		return started;
	};
	const end = async (before: Promise<void>): Promise<void> => {
		await before.catch(() => undefined);
		// A server that gives no answer any more is left behind.
		await client.stop().catch(error => log.error(`The language server did not stop: ${String(error)}`));
	};
	const stop = (): Promise<void> => {
		if (started !== undefined) ended = end(started);
		started = undefined;
		return ended;
	};

	const shown = async (found: FinishedFileResult['diagnostics']): Promise<Diagnostic[]> => {
		const diagnostics = await client.protocol2CodeConverter.asDiagnostics([...found]);
		leadToPages(diagnostics);
		return diagnostics;
	};

	return {
		onDidChangeFiles: changed.event,
		get running() {
			return started !== undefined;
		},
		start,
		stop,
		restart() {
			void stop();
			return start();
		},
		async request(method, params) {
			for (;;) {
				const asked = start();
				await asked;
				try {
					return await client.sendRequest(method, params);
				} catch (error) {
					// After a restart in the middle the new server is asked.
					if (started === undefined || started === asked) throw error;
				}
			}
		},
		async tellAppliance(offer) {
			offered = offer;
			if (started === undefined) return;
			await started;
			await client.sendNotification(applianceNotification, offer);
		},
		async applianceReport(report) {
			await start();
			const { diagnostics, macros } = await client.sendRequest<ApplianceReportResult>(applianceReportRequest, report);
			return { diagnostics: await shown(diagnostics), macros };
		},
		async finishedFile(params) {
			await start();
			return (await client.sendRequest<FinishedFileResult | null>(finishedFileRequest, params)) ?? undefined;
		},
		diagnosticsOf: shown,
		dispose: () => changed.dispose(),
	};
}
