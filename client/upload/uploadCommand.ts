import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { UploadFile } from '../../server/rest/sync/uploadFile';
import type { UploadedFile } from '../../server/rest/uploadError';
import { XClarityError } from '../../server/rest/xclarityError';
import { t } from '../../server/texts/texts';
import { cancellable } from '../cancellable';
import type { AddServerParts } from '../servers/addServer';
import { requireTrustedWorkspace } from '../servers/connection';
import type { Server } from '../servers/server';
import { chooseServer } from '../servers/serverCommands';
import { confirmsTarget, passesCheck } from './checkGate';
import { chooseFiles, lookAgain } from './chooseFiles';
import { type Chosen, filesOf } from './selection';
import { sendFiles } from './sendFiles';
import { tellOutcome } from './tellOutcome';
import { askForFacts, type GivenFacts, type UploadFacts, uploadFilesOf } from './uploadFacts';
import { fileName, uploading } from './uploadMessages';
import type { UploadParts } from './uploadParts';

/** What a caller knows already; for all that is missing, the person is asked. */
export interface UploadAnswers extends GivenFacts {
	/** Send files with errors, too. */
	readonly anyway?: boolean;
	/** Cancels the upload, as its progress notification does. */
	readonly signal?: AbortSignal;
}

export interface UploadOrder {
	readonly files: readonly Uri[];
	/** Without the files that these are linked with. */
	readonly only: boolean;
	readonly answers: UploadAnswers;
}

/**
 * Uploads files, with those that they are linked with: checks, asks for what is missing, shows the plan, sends, reports.
 * Gives `undefined` when the person stopped it before anything was sent.
 * @throws {XClarityError}
 */
export async function uploadFiles(
	parts: UploadParts,
	{ files, only, answers }: UploadOrder,
): Promise<readonly UploadedFile[] | undefined> {
	requireTrustedWorkspace();
	if (files.length === 0) return undefined;
	const chosen = await chooseFiles(parts.languageServer, files, { only });
	if (chosen === undefined || !(await mayBeSent(chosen, answers))) return undefined;
	const server = await serverForAll(parts, files, answers.server);
	if (server === undefined || !(await confirmsTarget(server))) return undefined;
	const facts = await askForFacts(parts, server, { chosen, given: answers });
	if (facts === undefined) return undefined;
	const outcome = await send(parts, server, { chosen, facts, answers });
	if (outcome === undefined) return undefined;
	parts.uploaded(server);
	tellOutcome(parts.log, outcome, server);
	return outcome.files;
}

const mayBeSent = async (chosen: readonly Chosen[], { anyway = false }: UploadAnswers): Promise<boolean> =>
	anyway || passesCheck(filesOf(chosen));

/** The server of a file's folder, or the one that the person picks now. */
export const serverFor = async (
	parts: AddServerParts,
	file: Uri,
	serverId: string | undefined,
): Promise<Server | undefined> =>
	serverId === undefined
		? ((await parts.servers.target(file)) ?? (await chooseServer(parts, file, { once: true })))
		: parts.servers.all().find(({ id }) => id === serverId);

/** The one server that all of them go to. */
async function serverForAll(
	parts: AddServerParts,
	files: readonly Uri[],
	serverId: string | undefined,
): Promise<Server | undefined> {
	const targets = serverId === undefined ? await Promise.all(files.map(file => parts.servers.target(file))) : [];
	const other = targets.findIndex(target => target?.id !== targets[0]?.id);
	const [first] = files;
	if (first === undefined) return undefined;
	if (other < 0) return serverFor(parts, first, serverId);
	const place = (at: number): string => {
		const file = fileName(String(files[at]));
		const server = targets[at]?.name;
		return server === undefined ? t('{file} to no server yet', { file }) : t('{file} to {server}', { file, server });
	};
	void window.showWarningMessage(
		t('These files go to different servers: {first}, {other}. Upload them one after the other.', {
			first: place(0),
			other: place(other),
		}),
	);
	return undefined;
}

interface Sending {
	readonly chosen: readonly Chosen[];
	readonly facts: ReadonlyMap<string, UploadFacts>;
	readonly answers: UploadAnswers;
}

async function send(parts: UploadParts, server: Server, { chosen, facts, answers }: Sending) {
	const title = uploading(filesOf(chosen), server.name);
	const files = await uploadFilesOf(chosen, facts);
	const isKnown = answers.server !== undefined || parts.servers.isForSession(server.id);
	const save = async (): Promise<readonly UploadFile[] | undefined> => {
		await saveAll(unsavedAmong(chosen));
		// Saving may change a file: what is sent is what was checked.
		const now = await lookAgain(parts.languageServer, chosen);
		return now && (await mayBeSent(now, answers)) ? uploadFilesOf(now, facts) : undefined;
	};
	parts.log.info(title);
	return cancellable(title, (signal, show) =>
		sendFiles(parts, {
			server,
			files,
			save,
			isConfirmed: isKnown || parts.confirmed.has(server),
			unsaved: unsavedAmong(chosen).map(({ fileName: file }) => fileName(file)),
			signal: answers.signal === undefined ? signal : AbortSignal.any([signal, answers.signal]),
			onProgress: ({ text, percent }) => show(text, percent),
		}),
	);
}

/** @throws {XClarityError} `refused` for a file that cannot be saved. */
async function saveAll(documents: readonly TextDocument[]): Promise<void> {
	for (const document of documents) {
		if (await document.save()) continue;
		const name = fileName(document.uri.toString());
		throw new XClarityError(t('{name} could not be saved. Nothing was sent.', { name }), { kind: 'refused' });
	}
}

/** Open files of the disk with changes that are not saved. */
const unsavedAmong = (chosen: readonly Chosen[]): readonly TextDocument[] => {
	// Parsed and printed by VS Code, so that both sides spell each URI in the same way.
	const uris = new Set(chosen.map(({ file }) => Uri.parse(file.uri).toString()));
	return workspace.textDocuments.filter(
		({ isDirty, uri }) => isDirty && uri.scheme === 'file' && uris.has(uri.toString()),
	);
};
