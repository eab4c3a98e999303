import type { Disposable, ExtensionContext } from 'vscode';
import { commands, workspace } from 'vscode';
import { registerCheckTasks } from './checkTasks';
import { createDeployDialogs } from './dialog/deployDialogs';
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
import { createApplianceCheck } from './upload/applianceCheck';
import { createConfirmedServers } from './upload/confirmedServers';
import { createUploadOnSave } from './upload/uploadOnSave';
import { createUploadRecords } from './upload/uploadRecords';
import { showStates } from './uploadState/showStates';
import { createUploadStates } from './uploadState/uploadStates';
import { createApplianceView } from './view/applianceView';
import { registerViewCommands } from './view/registerViewCommands';
import { createStoredDocuments } from './view/storedDocuments';

let languageServer: LanguageServer | undefined;

/** Builds the parts and hands them over; nothing is started until a file of ours is there. */
export function activate(context: ExtensionContext): void {
	const log = createLog();
	const someFile = (given: unknown) => fileOf(given) ?? activeFile();
	const server = createLanguageServer(context.extensionPath, log);
	languageServer = server;
	const credentials = createCredentials(context.secrets, log);
	const servers = createServers(context.workspaceState);
	const ourFiles = createOurFiles(server, log);
	const status = createTargetStatus(servers, ourFiles);
	const recognition = createRecognition({
		server,
		offers: createOfferMemory(context.workspaceState),
		log,
		found: ourFiles.add,
	});
	const simulator = createDemoSimulator({ servers, credentials, log });
	const offers = createApplianceOffers(server, log);
	const records = createUploadRecords(servers);
	const states = createUploadStates({ servers, records, ourFiles, log });
	const documents = createStoredDocuments(records);
	const check = createApplianceCheck();
	const dialogs = createDeployDialogs({ server, log, extension: context.extensionUri, fileOf: someFile });
	const view = createApplianceView({
		servers,
		credentials,
		log,
		beginLook: async target => {
			const noted = await states.beginLook(target);
			return images => {
				noted(images);
				offers.note(target, images);
				connected.forget(target);
			};
		},
	});
	const connected = createConnectedValues({ servers, credentials, log, loader: view.loader });
	const finished = createFinishedDocuments({ server, log, connected });
	const confirmed = createConfirmedServers(context.globalState);
	const shared = { languageServer: server, servers, credentials, log, records, documents, confirmed, states };
	const source = createMapSource({ server, servers, records });
	const panel = createMapPanel(source, log);
	const uploaded = (target: Server): void => {
		view.refresh(target);
		source.uploaded();
		states.refresh();
	};
	const uploads = { ...shared, supported: offers.supported, uploaded };
	const onSave = createUploadOnSave(uploads, ourFiles);
	const parts: Disposable[] = [log.channel, server, servers, status, ourFiles, recognition, simulator];
	context.subscriptions.push(
		...parts,
		...[documents, check, connected, finished, dialogs, view, source, panel, createMapView(source, log)],
		...[onSave, states, ...showStates(states, view), registerCheckTasks(context.extensionPath)],
		...registerCommands({ ...uploads, recognition, simulator, check, onSave }),
		...registerViewCommands({ ...uploads, view }),
		...registerMapCommands({ log, source, panel }),
		...registerPreviewCommands({ log, finished, fileOf: someFile }),
	);
	void commands.executeCommand('setContext', 'xclarity.active', true);
	startWhereMarked(server).catch(error => log.error(`The workspace could not be searched: ${String(error)}`));
}

/** A folder with our mark gets its menus before any of its files is opened. */
async function startWhereMarked(server: LanguageServer): Promise<void> {
	const marks = await workspace.findFiles('**/{xclarity.json,*.xclarity.json}', '**/node_modules/**', 1);
	if (marks.length > 0) await server.start();
}

/** Ends the language server; everything else ends with the subscriptions. */
export async function deactivate(): Promise<void> {
	await languageServer?.stop();
}
