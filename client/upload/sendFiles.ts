import { Uri } from 'vscode';
import type { OsImages } from '../../server/rest/osImages';
import type { SyncOutcome } from '../../server/rest/sync/applyPlan';
import type { UploadFile, UploadProgress } from '../../server/rest/sync/uploadFile';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { onServer } from '../servers/connection';
import type { Server } from '../servers/server';
import { askAboutPlan, type PlanAnswer, type ShownPlan } from './planQuestion';
import { hasWork, needsQuestion, type PlanRow, planSignature } from './planRows';
import type { UploadParts } from './uploadParts';

export interface Sending {
	readonly server: Server;
	readonly files: readonly UploadFile[];
	/** Names of those that have changes that are not saved. */
	readonly unsaved: readonly string[];
	/** Saves them, and gives all files as they are then. `undefined` when they are not to be sent after all. */
	readonly save: () => Promise<readonly UploadFile[] | undefined>;
	/** False when the person wants to see each plan for this server. */
	readonly isConfirmed: boolean;
	readonly signal: AbortSignal;
	readonly onProgress: (progress: UploadProgress) => void;
}

/** A plan that a person has seen, and the answer. */
interface Consent {
	readonly signature: string;
	readonly answer: PlanAnswer;
}

type Step =
	| { readonly kind: 'done'; readonly outcome: SyncOutcome }
	| { readonly kind: 'question'; readonly shown: ShownPlan; readonly images: OsImages };

/**
 * Brings files to a server. The plan is shown, and asked about, where something there would be replaced or was changed
 * by others, where a file is saved first, and for a server that is not confirmed; no session is kept open meanwhile.
 * Gives `undefined` when the answer was to leave everything as it is.
 * @throws {XClarityError}
 */
export async function sendFiles(parts: UploadParts, sending: Sending): Promise<SyncOutcome | undefined> {
	let consent: Consent | undefined;
	let { files, unsaved } = sending;
	for (;;) {
		const step = await tryToSend(parts, { ...sending, files, unsaved }, consent);
		if (step.kind === 'done') return step.outcome;
		const { shown, images } = step;
		const answer = await askAboutPlan(shown, row => compareRow(parts, sending, images, row));
		if (answer === undefined) return undefined;
		if (answer.isLast) await parts.confirmed.add(sending.server);
		consent = { signature: planSignature(shown.plan), answer };
		const saved = unsaved.length === 0 ? files : await sending.save();
		if (saved === undefined) return undefined;
		files = saved;
		unsaved = [];
	}
}

/** Sends, unless there is a question that was not answered yet: a yes holds for the very plan that was shown. */
function tryToSend(parts: UploadParts, sending: Sending, consent: Consent | undefined): Promise<Step> {
	const { server, files, unsaved, isConfirmed, signal, onProgress } = sending;
	const store = parts.records.of(server);
	const work = async (client: XClarityClient): Promise<Step> => {
		const { applySync, prepareSync } = await import('../../server/rest/sync/syncFiles');
		const options = { store, signal, onProgress, unknown: 'conflict' } as const;
		const prepared = await prepareSync(client, files, options);
		const { plan, known } = prepared;
		parts.states.note(server, { records: [...known.records.values()], images: known.images });
		const isDemanded = needsQuestion(plan, known.records);
		const isShown = isDemanded || (hasWork(plan) && (unsaved.length > 0 || !isConfirmed));
		if (isShown && consent?.signature !== planSignature(plan)) {
			const { records, images } = known;
			const mayBeLast = !isDemanded && !isConfirmed;
			return { kind: 'question', shown: { plan, records, server, unsaved, mayBeLast }, images };
		}
		const answered =
			prepared.conflicts.length === 0
				? prepared
				: await prepareSync(client, files, { ...options, onConflict: consent?.answer.onConflict ?? 'stop' });
		return { kind: 'done', outcome: await applySync(client, answered, options) };
	};
	const connecting = { credentials: parts.credentials, log: parts.log, signal };
	// Nothing is locked while the person is asked for a password.
	return onServer(server, connecting, client => store.exclusive(() => work(client)));
}

async function compareRow(
	{ documents }: UploadParts,
	{ server }: Sending,
	images: OsImages,
	row: PlanRow,
): Promise<void> {
	const file = [...images.configs, ...images.unattends].find(({ id }) => id === row.id);
	if (file === undefined) return;
	const { content } = file.raw;
	const text = typeof content === 'string' ? content : undefined;
	await documents.compare(server, { id: file.id, name: file.name, text, raw: file.raw }, Uri.file(row.key));
}
