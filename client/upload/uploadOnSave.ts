import { type Disposable, ProgressLocation, TextDocumentSaveReason, type Uri, window, workspace } from 'vscode';
import { queue } from '../../server/rest/queue';
import { t } from '../../server/texts/texts';
import type { OurFiles } from '../files/ourFiles';
import { settings } from '../settings';
import { type SavedOutcome, uploadSaved } from './savedFile';
import { createSaveStatus, type SaveStatus } from './saveStatus';
import { isPlainSuccess, tellOutcome } from './tellOutcome';
import { fileName, uploaded } from './uploadMessages';
import type { UploadParts } from './uploadParts';

/** Uploads files when a person saves them, where `xclarity.uploadOnSave` is on. */
export interface UploadOnSave extends Disposable {
	/** What is saved meanwhile is looked at when this is done: it may have been sent by then. */
	after<T>(upload: Promise<T>): Promise<T>;
}

export function createUploadOnSave(parts: UploadParts, ourFiles: OurFiles): UploadOnSave {
	const status = createSaveStatus();
	const inTurn = queue();
	const waiting = new Set<string>();
	const controller = new AbortController();
	const byHand = new Set<string>();

	const run = async (file: Uri): Promise<void> => {
		waiting.delete(file.toString());
		if (controller.signal.aborted || !workspace.isTrusted) return;
		await tell(parts, status, file, uploadShown(parts, file, controller.signal));
	};
	const watches = [
		workspace.onWillSaveTextDocument(({ document, reason }) => {
			// An automatic save is no decision of the person.
			if (reason === TextDocumentSaveReason.Manual) byHand.add(document.uri.toString());
		}),
		workspace.onDidSaveTextDocument(({ uri }) => {
			const [key, isByHand] = [uri.toString(), byHand.delete(uri.toString())];
			const isWanted = isByHand && settings.uploadOnSave() && ourFiles.uploaded().some(ours => ours.toString() === key);
			if (!isWanted || waiting.has(key)) return;
			waiting.add(key);
			void inTurn(() => run(uri));
		}),
	];
	return {
		async after(upload) {
			void inTurn(() => upload.catch(() => undefined));
			return upload;
		},
		dispose: () => {
			controller.abort();
			for (const part of [...watches, status]) part.dispose();
		},
	};
}

const uploadShown = (parts: UploadParts, file: Uri, signal: AbortSignal): Thenable<SavedOutcome> =>
	window.withProgress(
		{ location: ProgressLocation.Window, title: t('Uploading {file}', { file: fileName(file.toString()) }) },
		() => uploadSaved(parts, file, signal),
	);

/** Success and refusal are told in the status bar; what needs the person's eyes, as after every upload. */
async function tell(
	{ log, uploaded: told }: UploadParts,
	status: SaveStatus,
	file: Uri,
	saved: Thenable<SavedOutcome>,
): Promise<void> {
	try {
		const result = await saved;
		if ('refusal' in result) return status.refused(file, result.refusal);
		const { server, outcome } = result;
		told(server);
		if (!isPlainSuccess(outcome)) return tellOutcome(log, outcome, server);
		const message = uploaded(outcome.files, server.name);
		log.info(message);
		status.done(file, message);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		log.error(message);
		status.refused(file, message);
	}
}
