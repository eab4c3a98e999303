import { Uri } from 'vscode';
import type { OsImages } from '../../server/rest/osImages';
import type { SyncOutcome } from '../../server/rest/sync/applyPlan';
import type { SyncPlan } from '../../server/rest/sync/planSync';
import type { UploadFile, UploadProgress } from '../../server/rest/sync/uploadFile';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { onServer } from '../servers/connection';
import type { Server } from '../servers/server';
import { askAboutPlan, type PlanAnswer } from './planQuestion';
import { needsQuestion, type PlanRow, planSignature } from './planRows';
import type { UploadParts } from './uploadParts';

export interface Sending {
	readonly server: Server;
	readonly files: readonly UploadFile[];
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
	| { readonly kind: 'question'; readonly plan: SyncPlan; readonly images: OsImages };

/**
 * Brings files to a server. Where something there would be replaced or was changed by others, the person is asked, and
 * no session is kept open meanwhile. Gives `undefined` when the answer was to leave everything as it is.
 * @throws {XClarityError}
 */
export async function sendFiles(parts: UploadParts, sending: Sending): Promise<SyncOutcome | undefined> {
	let consent: Consent | undefined;
	for (;;) {
		const step = await tryToSend(parts, sending, consent);
		if (step.kind === 'done') return step.outcome;
		const answer = await askAboutPlan(step.plan, sending.server, row => compareRow(parts, sending, step.images, row));
		if (answer === undefined) return undefined;
		consent = { signature: planSignature(step.plan), answer };
	}
}

/** Sends, unless there is a question that was not answered yet: a yes holds for the very plan that was shown. */
function tryToSend(parts: UploadParts, sending: Sending, consent: Consent | undefined): Promise<Step> {
	const { server, files, signal, onProgress } = sending;
	const store = parts.records.of(server);
	const work = async (client: XClarityClient): Promise<Step> => {
		const { applySync, prepareSync } = await import('../../server/rest/sync/syncFiles');
		const options = { store, signal, onProgress, unknown: 'conflict' } as const;
		const prepared = await prepareSync(client, files, options);
		const { plan, known } = prepared;
		if (needsQuestion(plan) && consent?.signature !== planSignature(plan)) {
			return { kind: 'question', plan, images: known.images };
		}
		const answered =
			prepared.conflicts.length === 0
				? prepared
				: await prepareSync(client, files, { ...options, onConflict: consent?.answer ?? 'stop' });
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
