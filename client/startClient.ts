import { commands, type Disposable, type ExtensionContext, type WebviewPanel } from 'vscode';
import { createDeployDialogs } from './dialog/deployDialogs';
import type { KeptState } from './dialog/dialogMessages';
import { createOfferMemory } from './files/offerMemory';
import { createOurFiles } from './files/ourFiles';
import { createRecognition } from './files/recognition';
import { createLanguageServer, type LanguageServer } from './languageServer';
import { createLog } from './log';
import { registerMapCommands } from './map/mapCommands';
import { createMapPanel } from './map/mapPanel';
import { createMapSource } from './map/mapSource';
import { createMapView } from './map/mapView';
import { createFinishedDocuments } from './preview/finishedDocuments';
import { registerPreviewCommands } from './preview/previewCommands';
import { activeFile, fileOf, registerCommands } from './registerCommands';
import { createApplianceOffers } from './servers/applianceOffers';
import { createConnectedValues } from './servers/connectedValues';
import { createCredentials } from './servers/credentials';
import type { Server } from './servers/server';
import { createServers } from './servers/servers';
import { createTargetStatus } from './servers/targetStatus';
import { createDemoSimulator } from './simulatorCommand';
import { hasMarks } from './sleep/marks';
import { createApplianceCheck } from './upload/applianceCheck';
import { createConfirmedServers } from './upload/confirmedServers';
import { createUploadRecords } from './upload/uploadRecords';
import { createApplianceView } from './view/applianceView';
import { registerViewCommands } from './view/registerViewCommands';
import { createStoredDocuments } from './view/storedDocuments';

/** The client at work. */
export interface Client {
	/** Shows a deploy dialog again that stood open when the window was last closed. */
	restoreDialog(panel: WebviewPanel, kept: KeptState | undefined): Promise<void>;
	/** Ends the language server; everything else ends with the subscriptions. */
	stop(): Promise<void>;
}

/** Builds the parts and hands them over; no process is started until a file of ours is there. */
export function startClient(context: ExtensionContext): Client {
	const log = createLog();
	const someFile = (given: unknown) => fileOf(given) ?? activeFile();
	const server = createLanguageServer(context.extensionPath, log);
	const credentials = createCredentials(context.secrets, log);
	const servers = createServers(context.workspaceState);
	const ourFiles = createOurFiles(server, log, () => status.refresh());
	const status = createTargetStatus(servers, ourFiles.isOurs);
	const recognition = createRecognition({
		server,
		offers: createOfferMemory(context.workspaceState),
		log,
		found: ourFiles.add,
	});
	const simulator = createDemoSimulator({ servers, credentials, log });
	const offers = createApplianceOffers(server, log);
	const records = createUploadRecords(servers);
	const documents = createStoredDocuments(records);
	const check = createApplianceCheck();
	const dialogs = createDeployDialogs({ server, log, extension: context.extensionUri, fileOf: someFile });
	const view = createApplianceView({
		servers,
		credentials,
		log,
		read: (target, images) => {
			offers.note(target, images);
			connected.forget(target);
		},
	});
	const connected = createConnectedValues({ servers, credentials, log, loader: view.loader });
	const finished = createFinishedDocuments({ server, log, connected });
	const confirmed = createConfirmedServers(context.globalState);
	const shared = { languageServer: server, servers, credentials, log, records, documents, confirmed };
	const source = createMapSource({ server, servers, records });
	const panel = createMapPanel(source, log);
	const uploaded = (target: Server): void => {
		view.refresh(target);
		source.uploaded();
	};
	const uploads = { ...shared, supported: offers.supported, uploaded };
	const parts: Disposable[] = [log.channel, server, servers, status, ourFiles, recognition, simulator];
	context.subscriptions.push(
		...parts,
		...[documents, check, connected, finished, dialogs, view, source, panel, createMapView(source, log)],
		...registerCommands({ ...uploads, recognition, simulator, check }),
		...registerViewCommands({ ...uploads, view }),
		...registerMapCommands({ log, source, panel }),
		...registerPreviewCommands({ log, finished, fileOf: someFile }),
	);
	void commands.executeCommand('setContext', 'xclarity.awake', true);
	startWhereMarked(server).catch(error => log.error(`The workspace could not be searched: ${String(error)}`));
	return { restoreDialog: dialogs.restore, stop: () => server.stop() };
}

/** A folder with our mark gets its menus before any of its files is opened. */
async function startWhereMarked(server: LanguageServer): Promise<void> {
	if (await hasMarks()) await server.start();
}
