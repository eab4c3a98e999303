import { Uri, window } from 'vscode';
import { type UploadPlanFile, type UploadPlanResult, uploadPlanRequest } from '../../server/lsp/protocol';
import type { SyncOutcome } from '../../server/rest/sync/applyPlan';
import type { DesiredFile } from '../../server/rest/sync/desiredFile';
import type { UploadedFile } from '../../server/rest/uploadError';
import { cancellable } from '../cancellable';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import { requireTrustedWorkspace } from '../servers/connection';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import { chooseServer } from '../servers/serverCommands';
import type { Servers } from '../servers/servers';
import type { StoredDocuments } from '../view/storedDocuments';
import { confirmsTarget, passesCheck } from './checkGate';
import type { OperatingSystem } from './operatingSystems';
import { alone, filesOf, linkedPairs, type Selection } from './selection';
import { sendFiles } from './sendFiles';
import { type TargetSystem, targetSystem } from './targetSystem';
import type { UploadRecords } from './uploadRecords';
import { fileName, uploaded, uploading } from './uploadWords';

export interface UploadParts {
	readonly languageServer: LanguageServer;
	readonly servers: Servers;
	readonly credentials: Credentials;
	readonly log: Log;
	readonly records: UploadRecords;
	readonly documents: StoredDocuments;
	/** What the appliance lists itself, where it was read. */
	readonly supported: (server: Server) => readonly OperatingSystem[];
	/** Told about each server to which something was uploaded. */
	readonly uploaded: (server: Server) => void;
}

/** What a caller knows already; for all that is missing, the person is asked. */
export interface UploadAnswers extends Partial<TargetSystem> {
	/** Id of a server. */
	readonly server?: string;
	/** Send files with errors, too. */
	readonly anyway?: boolean;
	/** Cancels the upload, as its progress notification does. */
	readonly signal?: AbortSignal;
}

export interface UploadOrder {
	readonly file: Uri;
	/** Whether the file's linked partner goes with it. */
	readonly linked: boolean;
	readonly answers: UploadAnswers;
}

/**
 * Uploads one file or a linked pair: checks, asks for what is missing, sends, reports. Gives `undefined` when the person
 * stopped it before anything was sent.
 * @throws {XClarityError}
 */
export async function uploadFile(parts: UploadParts, order: UploadOrder): Promise<readonly UploadedFile[] | undefined> {
	const { file, answers } = order;
	requireTrustedWorkspace();
	const plan = await parts.languageServer.request<UploadPlanResult>(uploadPlanRequest, { uri: file.toString() });
	const selection = order.linked ? await selectPair(plan, file) : selectAlone(plan, file);
	if (selection === undefined) return undefined;
	if (!answers.anyway && !(await passesCheck(filesOf(selection)))) return undefined;
	const server = await serverFor(parts.servers, file, answers.server);
	if (server === undefined || !(await confirmsTarget(server))) return undefined;
	const system = selection.unattend && (await targetSystem(selection.unattend, answers, parts.supported(server)));
	if (selection.unattend && system === undefined) return undefined;
	const outcome = await send(parts, { server, selection, system, signal: answers.signal });
	if (outcome === undefined) return undefined;
	parts.uploaded(server);
	tell(parts, outcome, server.name);
	return outcome.files;
}

function selectAlone(plan: UploadPlanResult, file: Uri): Selection | undefined {
	const selection = alone(plan);
	if (selection === undefined) {
		void window.showWarningMessage(
			`${fileName(file.path)} is neither a configuration-settings file nor an unattend file.`,
		);
	}
	return selection;
}

async function selectPair(plan: UploadPlanResult, file: Uri): Promise<Selection | undefined> {
	const pairs = linkedPairs(plan);
	if (pairs.length === 0) {
		void window.showWarningMessage(
			`${fileName(file.path)} is not linked. Use “XClarity: Link to configuration file…” first.`,
		);
	}
	if (pairs.length < 2) return pairs[0];
	const items = pairs.map(pair => ({ label: fileName(pair.unattend.uri), pair }));
	const picked = await window.showQuickPick(items, { title: `Upload ${fileName(file.path)} with` });
	return picked?.pair;
}

/** The server of a file's folder, or the one that the person picks now. */
export const serverFor = async (
	servers: Servers,
	file: Uri,
	serverId: string | undefined,
): Promise<Server | undefined> =>
	serverId === undefined
		? ((await servers.target(file)) ?? (await chooseServer(servers, file, { once: true })))
		: servers.all().find(({ id }) => id === serverId);

interface Sending {
	readonly server: Server;
	readonly selection: Selection;
	readonly system: TargetSystem | undefined;
	readonly signal: AbortSignal | undefined;
}

/** The local file as the records know it: its path, the same in the terminal. */
const keyOf = (uri: string): string => (uri.startsWith('file:') ? Uri.parse(uri).fsPath : uri);

const desired = (
	{ uri, text, description }: UploadPlanFile,
	imageType: DesiredFile['imageType'],
): Omit<DesiredFile, 'partner'> => ({
	key: keyOf(uri),
	imageType,
	name: fileName(uri),
	path: fileName(uri),
	text,
	...(description === undefined ? {} : { description }),
});

function desiredFiles({ config, unattend }: Selection, system: TargetSystem | undefined): readonly DesiredFile[] {
	const partner = config === undefined || unattend === undefined ? {} : { partner: keyOf(config.uri) };
	return [
		...(config === undefined ? [] : [desired(config, 'CONFIG')]),
		...(unattend === undefined ? [] : [{ ...desired(unattend, 'UNATTEND'), ...system, ...partner }]),
	];
}

function send(parts: UploadParts, { server, selection, system, signal: outer }: Sending) {
	const title = uploading(filesOf(selection), server.name);
	parts.log.info(title);
	return cancellable(title, (signal, show) =>
		sendFiles(parts, {
			server,
			files: desiredFiles(selection, system),
			signal: outer === undefined ? signal : AbortSignal.any([signal, outer]),
			onProgress: ({ text, percent }) => show(text, percent),
		}),
	);
}

/** Tells what has come of an upload. @throws {XClarityError} the first failure; further ones are in the log. */
function tell({ log }: UploadParts, { files, failures, leftovers }: SyncOutcome, serverName: string): void {
	const [failure, ...others] = failures;
	for (const { message } of others) log.error(message);
	if (failure) throw failure;
	if (leftovers.length > 0) {
		void window.showWarningMessage(
			`These files were replaced on ${serverName}, but could not be removed: ${leftovers.join(', ')}.`,
		);
	}
	const message = uploaded(files, serverName);
	log.info(message);
	void window.showInformationMessage(message, 'Show log').then(answer => answer && log.show());
}
