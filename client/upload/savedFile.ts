import { type Uri, workspace } from 'vscode';
import { type CheckedFile, type FilesToUploadResult, filesToUploadRequest } from '../../server/lsp/protocol';
import type { SyncOutcome } from '../../server/rest/sync/applyPlan';
import type { RecordStore } from '../../server/rest/sync/uploadRecord';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { t } from '../../server/texts/texts';
import { onServer } from '../servers/connection';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import { refusalOf } from './planRows';
import { type Chosen, filesOf, missingPartner, withLinked } from './selection';
import { keyOf, type UploadFacts, uploadFilesOf } from './uploadFacts';
import { errorCounts, fileName } from './uploadMessages';
import type { UploadParts } from './uploadParts';

/** What has come of a save: the outcome of an upload, or why there was none. */
export type SavedOutcome = { readonly server: Server; readonly outcome: SyncOutcome } | { readonly refusal: string };

/**
 * Uploads a file that was just saved, with those that it is linked with, where nobody has to be asked: it was uploaded
 * from here before, nobody has changed it on the server since, and there is no error in it.
 * @throws {XClarityError}
 */
export async function uploadSaved(parts: UploadParts, file: Uri, signal: AbortSignal): Promise<SavedOutcome> {
	const server = await parts.servers.target(file);
	if (server === undefined) return { refusal: t('No server is chosen for this folder.') };
	if (server.protected) return { refusal: t('{server} is protected.', { server: server.name }) };
	const store = parts.records.of(server);
	if (store.get(file.fsPath)?.stored === undefined)
		return { refusal: t('It was not uploaded to {server} before.', { server: server.name }) };
	if (!(await parts.credentials.has(server.id)))
		return { refusal: t('No password for {server} is kept.', { server: server.name }) };
	const found = await parts.languageServer.request<FilesToUploadResult>(filesToUploadRequest, { uri: file.toString() });
	const chosen = chooseSaved(found, store);
	const refusal = missingPartner([found]) ?? refusalOfFiles(chosen);
	if (refusal !== undefined) return { refusal };
	const facts = new Map<string, UploadFacts>();
	for (const { file: each } of chosen) {
		const known = factsOf(each, store);
		if (known === undefined)
			return { refusal: t('The operating system of {file} is not known.', { file: fileName(each.uri) }) };
		facts.set(each.uri, known);
	}
	const files = await uploadFilesOf(chosen, facts);
	const work = async (client: XClarityClient): Promise<SavedOutcome> => {
		const { applySync, prepareSync } = await import('../../server/rest/sync/syncFiles');
		const options = { store, signal, unknown: 'conflict' } as const;
		const prepared = await prepareSync(client, files, options);
		const { records, images } = prepared.known;
		parts.states.note(server, { records: [...records.values()], images });
		const question = refusalOf(prepared.plan, server.name);
		return question === '' ? { server, outcome: await applySync(client, prepared, options) } : { refusal: question };
	};
	const connecting = { credentials: withoutQuestions(parts.credentials), log: parts.log, signal };
	return onServer(server, connecting, client => store.exclusive(() => work(client)));
}

/** The file, with its configuration file, or with those of its unattend files that were uploaded before. */
const chooseSaved = (found: FilesToUploadResult, store: RecordStore): readonly Chosen[] =>
	withLinked(
		[found],
		found.unattends.filter(({ uri }) => store.get(keyOf(uri))?.stored !== undefined),
	);

function refusalOfFiles(chosen: readonly Chosen[]): string | undefined {
	if (chosen.length === 0) return t('An appliance does not take such a file.');
	const errors = errorCounts(filesOf(chosen));
	if (errors.length > 0) return t('Found: {errors}.', { errors });
	const keys = new Set(chosen.map(({ file }) => keyOf(file.uri)));
	const unsaved = workspace.textDocuments.find(({ isDirty, uri }) => isDirty && keys.has(uri.fsPath));
	return unsaved && t('{file} has changes that are not saved.', { file: fileName(unsaved.uri.toString()) });
}

/** What its link says, and otherwise what was said of it before. */
function factsOf(file: CheckedFile, store: RecordStore): UploadFacts | undefined {
	const before = store.get(keyOf(file.uri))?.stored;
	const description = file.description ?? before?.description ?? '';
	if (file.imageType === 'CONFIG') return { description };
	const [os, osrelease] = [file.os ?? before?.os, file.osrelease ?? before?.osrelease];
	return os === undefined || osrelease === undefined ? undefined : { system: { os, osrelease }, description };
}

/** A password that is not kept, or is refused, is not asked for because a file was saved. */
const withoutQuestions = (credentials: Credentials): Credentials => ({
	...credentials,
	password: async (server, reason) => (reason === undefined ? credentials.password(server) : undefined),
});
