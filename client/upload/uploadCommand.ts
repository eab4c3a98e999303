import { Uri, window } from 'vscode';
import { type CheckedFile, type FilesToUploadResult, filesToUploadRequest } from '../../server/lsp/protocol';
import type { SyncOutcome } from '../../server/rest/sync/applyPlan';
import type { UploadFile } from '../../server/rest/sync/uploadFile';
import type { UploadedFile } from '../../server/rest/uploadError';
import { cancellable } from '../cancellable';
import { requireTrustedWorkspace } from '../servers/connection';
import type { Server } from '../servers/server';
import { chooseServer } from '../servers/serverCommands';
import type { Servers } from '../servers/servers';
import { confirmsTarget, passesCheck } from './checkGate';
import { openBytes, tooLarge } from './openBytes';
import { alone, filesOf, linkedPairs, type Selection } from './selection';
import { sendFiles } from './sendFiles';
import { type TargetSystem, targetSystem } from './targetSystem';
import { fileName, lastPart, uploaded, uploading } from './uploadMessages';
import type { UploadParts } from './uploadParts';

/** What a caller knows already; for all that is missing, the person is asked. */
export interface UploadAnswers extends Partial<TargetSystem> {
	/** Id of a server. */
	readonly server?: string;
	/** Shown on the appliance, over what the link says; '' for none. */
	readonly description?: string;
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
	const found = await parts.languageServer.request<FilesToUploadResult>(filesToUploadRequest, { uri: file.toString() });
	const selection = order.linked ? await selectPair(found, file) : await selectAlone(found, file);
	if (selection === undefined) return undefined;
	if (!answers.anyway && !(await passesCheck(filesOf(selection)))) return undefined;
	const server = await serverFor(parts.servers, file, answers.server);
	if (server === undefined || !(await confirmsTarget(server))) return undefined;
	const system = selection.unattend && (await targetSystem(selection.unattend, answers, parts.supported(server)));
	if (selection.unattend && system === undefined) return undefined;
	const description = await describe(parts, server, { selection, answers });
	if (description === undefined) return undefined;
	const outcome = await send(parts, { server, selection, system, description, signal: answers.signal });
	if (outcome === undefined) return undefined;
	parts.uploaded(server);
	tell(parts, outcome, server.name);
	return outcome.files;
}

async function selectAlone(found: FilesToUploadResult, file: Uri): Promise<Selection | undefined> {
	const selection = alone(found);
	if (selection === undefined) {
		const message = `${fileName(file.path)} is neither a configuration-settings file nor an unattend file.`;
		void window.showWarningMessage((await tooLarge(file)) ?? message);
	}
	return selection;
}

async function selectPair(found: FilesToUploadResult, file: Uri): Promise<Selection | undefined> {
	const pairs = linkedPairs(found);
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
	/** For files whose link has none. */
	readonly description: string;
	readonly signal: AbortSignal | undefined;
}

interface Asked {
	readonly selection: Selection;
	readonly answers: UploadAnswers;
}

/**
 * The description of the file that was chosen: what is given, what its link says, what it had when it was last
 * uploaded from here; and otherwise the person is asked. `undefined` when the person stopped.
 */
async function describe(
	{ records }: UploadParts,
	server: Server,
	{ selection, answers }: Asked,
): Promise<string | undefined> {
	const file = selection.unattend ?? selection.config;
	if (answers.description !== undefined || file === undefined) return answers.description ?? '';
	const before = records.of(server).get(keyOf(file.uri))?.stored;
	if (file.description !== undefined || before !== undefined) return before?.description ?? '';
	// A caller that has named the server has answers of its own, and is not asked.
	if (answers.server !== undefined) return '';
	const typed = await window.showInputBox({
		title: `Description of ${fileName(file.uri)}`,
		prompt: 'Shown on the appliance; may be empty. A description in xclarity.json wins.',
		ignoreFocusOut: true,
	});
	return typed?.trim();
}

/** The local file as the records know it: its path, the same in the terminal. */
const keyOf = (uri: string): string => (uri.startsWith('file:') ? Uri.parse(uri).fsPath : uri);

async function toUploadFile(
	file: CheckedFile,
	imageType: UploadFile['imageType'],
	described: string,
): Promise<UploadFile> {
	const { uri } = file;
	const description = file.description ?? (described || undefined);
	const name = lastPart(uri);
	return { key: keyOf(uri), imageType, name, path: name, description, bytes: await openBytes(file) };
}

async function uploadFiles(
	{ config, unattend }: Selection,
	{ system, description }: Pick<Sending, 'system' | 'description'>,
): Promise<readonly UploadFile[]> {
	const partner = config === undefined || unattend === undefined ? undefined : keyOf(config.uri);
	return [
		...(config === undefined ? [] : [await toUploadFile(config, 'CONFIG', unattend === undefined ? description : '')]),
		...(unattend === undefined
			? []
			: [{ ...(await toUploadFile(unattend, 'UNATTEND', description)), ...system, partner }]),
	];
}

async function send(parts: UploadParts, sending: Sending) {
	const { server, selection, signal: outer } = sending;
	const title = uploading(filesOf(selection), server.name);
	const files = await uploadFiles(selection, sending);
	parts.log.info(title);
	return cancellable(title, (signal, show) =>
		sendFiles(parts, {
			server,
			files,
			signal: outer === undefined ? signal : AbortSignal.any([signal, outer]),
			onProgress: ({ text, percent }) => show(text, percent),
		}),
	);
}

/**
 * Tells what has come of an upload. What is there is told also when something else failed.
 * @throws {XClarityError} the first failure; further ones are in the log.
 */
function tell({ log }: UploadParts, outcome: SyncOutcome, serverName: string): void {
	const { files, failures, leftovers, conflicts } = outcome;
	const [failure, ...others] = failures;
	const done = files.filter(({ status }) => status !== 'unchanged');
	for (const { message } of others) log.error(message);
	for (const sentence of conflicts) log.error(sentence);
	if (conflicts.length > 0) void window.showWarningMessage(conflicts.join(' '));
	if (leftovers.length > 0) {
		void window.showWarningMessage(
			`These files were replaced on ${serverName}, but could not be removed: ${leftovers.join(', ')}.`,
		);
	}
	if (failure && done.length === 0) throw failure;
	const message = uploaded(files, serverName);
	log.info(message);
	void window.showInformationMessage(message, 'Show log').then(answer => answer && log.show());
	if (failure) throw failure;
}
