import type { Disposable, ExtensionContext, WebviewPanel } from 'vscode';
import type { Bundle } from '../server/texts/texts';
import { createAuthoring } from './authoring';
import type { KeptState } from './dialog/dialogMessages';
import { speakDisplayLanguage } from './displayLanguage';
import { createLanguageServer } from './languageServer';
import { createLog } from './log';
import { registerCommands } from './registerCommands';
import { serverProcess } from './serverProcess';
import type { ServerProcesses } from './serverProcesses';
import { createApplianceOffers } from './servers/applianceOffers';
import { createConnectedValues } from './servers/connectedValues';
import { createCredentials } from './servers/credentials';
import { serverNamedByManifest } from './servers/manifestServer';
import type { Server } from './servers/server';
import { createServers } from './servers/servers';
import { createTargetStatus } from './servers/targetStatus';
import { createDemoSimulator } from './simulatorCommand';
import { extendTerminalPath } from './terminalPath';
import { createApplianceCheck } from './upload/applianceCheck';
import { createConfirmedServers } from './upload/confirmedServers';
import { createRememberedUploads } from './upload/rememberedUploads';
import { createUploadOnSave } from './upload/uploadOnSave';
import { createUploadRecords } from './upload/uploadRecords';
import { showStates } from './uploadState/showStates';
import { createUploadStates } from './uploadState/uploadStates';
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

/** Gets everything ready that takes time. What it answers with starts the client at once. */
export async function loadClient(context: ExtensionContext, processes: ServerProcesses): Promise<() => Client> {
	const texts = await speakDisplayLanguage(context.extensionUri);
	return () => startClient(context, processes, texts);
}

/** Builds the parts and hands them over: what works on files alone, and what uses the network. */
function startClient(context: ExtensionContext, processes: ServerProcesses, texts: Bundle | undefined): Client {
	const log = createLog();
	const server = createLanguageServer(serverProcess(processes), log, texts);
	const credentials = createCredentials(context.secrets, log);
	const servers = createServers(context.workspaceState, file => serverNamedByManifest(server, file));
	const simulator = createDemoSimulator({ servers, credentials, log });
	const offers = createApplianceOffers(server, log);
	const records = createUploadRecords(servers);
	const remembered = createRememberedUploads(servers, records);
	const documents = createStoredDocuments(records);
	const check = createApplianceCheck();
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
	const { ourFiles, dialogs } = createAuthoring({ context, server, log, connected, uploads: remembered });
	const status = createTargetStatus(servers, ourFiles);
	const states = createUploadStates({ servers, records, ourFiles, log });
	const confirmed = createConfirmedServers(context.globalState);
	const uploaded = (target: Server): void => {
		view.refresh(target);
		remembered.uploaded();
		states.refresh();
	};
	const shared = { languageServer: server, servers, credentials, log, records, documents, confirmed, states };
	const uploads = { ...shared, supported: offers.supported, uploaded };
	const onSave = createUploadOnSave(uploads, ourFiles);
	const parts: Disposable[] = [servers, status, simulator, remembered, documents, check, connected, view];
	context.subscriptions.push(
		...parts,
		...[onSave, states, ...showStates(states, view)],
		...registerCommands({ ...uploads, simulator, check, onSave }),
		...registerViewCommands({ ...uploads, view }),
	);
	extendTerminalPath(context).catch(error => log.error(`Terminals do not get the command xclarity: ${String(error)}`));
	return { restoreDialog: dialogs.restore, stop: () => server.stop() };
}
