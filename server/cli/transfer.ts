import type { SyncOutcome } from '../rest/sync/applyPlan';
import type { SyncedFile } from '../rest/sync/confirm';
import { applySync, type PreparedSync, prepareSync, type SyncOptions } from '../rest/sync/syncFiles';
import type { SendMethod } from '../rest/sync/syncWork';
import { shownName, type UploadFile } from '../rest/sync/uploadFile';
import type { ExitCode } from './command';
import { oneOf } from './command';
import { failureLines } from './failureLines';
import { onOneLine } from './onOneLine';
import { conflictAdvice, planJson, planLines } from './planLines';
import { type Login, recordsOf, withLogin } from './serverOptions';
import type { Terminal } from './terminal';

export interface TransferOptions extends Pick<SyncOptions, 'method' | 'unknown' | 'onConflict'> {
	readonly dryRun: boolean;
	readonly json: boolean;
}

/** @throws {UsageError} for another word. */
export const methodOf = (value: string | undefined): SendMethod =>
	value === undefined ? undefined : oneOf('method', value, ['content', 'file']);

interface Done {
	readonly prepared: PreparedSync;
	readonly outcome: SyncOutcome | undefined;
}

/** Plans and, unless it is a dry run or there are conflicts, does what the plan says; tells the person either. */
export async function transfer(
	files: readonly UploadFile[],
	{ login, terminal }: { readonly login: Login; readonly terminal: Terminal },
	{ dryRun, json, ...choices }: TransferOptions,
): Promise<ExitCode> {
	const store = recordsOf(login, terminal);
	const sync: SyncOptions = {
		...choices,
		store,
		signal: terminal.signal,
		onProgress: ({ text, percent }) => terminal.progress(percent === undefined ? text : `${percent} % ${text}`),
	};
	const work = (): Promise<Done> =>
		withLogin(login, terminal, async client => {
			const made = await prepareSync(client, files, { ...sync, lookOnly: dryRun });
			if (dryRun || made.conflicts.length > 0) return { prepared: made, outcome: undefined };
			return { prepared: made, outcome: await applySync(client, made, sync) };
		});
	const { prepared, outcome } = dryRun ? await work() : await store.exclusive(work);
	if (!outcome) return tellPlan(prepared, { dryRun, json, terminal });
	tellOutcome(outcome, prepared, { json, terminal });
	return exitCodeOf(outcome);
}

function exitCodeOf({ failures, leftovers, conflicts }: SyncOutcome): ExitCode {
	if (failures.some(({ kind }) => kind !== 'conflict') || leftovers.length > 0) return 3;
	return failures.length + conflicts.length > 0 ? 1 : 0;
}

interface Telling {
	readonly json: boolean;
	readonly terminal: Terminal;
}

function tellPlan(
	{ plan, conflicts }: PreparedSync,
	{ dryRun, json, terminal }: Telling & { dryRun: boolean },
): ExitCode {
	if (json) {
		const uploads = plan.files.map(upload => ({
			file: shownName(upload.file),
			imageType: upload.file.imageType,
			id: upload.id ?? null,
			associatedFileId: upload.file.partnerId ?? null,
			jobId: null,
			status: upload.status,
		}));
		terminal.out(`${JSON.stringify({ dryRun, uploads, plan: plan.files.map(planJson) }, undefined, 2)}\n`);
	} else terminal.out(plan.files.map(planLines).join(''));
	if (conflicts.length === 0) return plan.files.some(({ isDoubled }) => isDoubled) ? 1 : 0;
	terminal.note(conflictAdvice);
	return 1;
}

const labels: Readonly<Record<SyncedFile['status'], string>> = {
	new: 'uploaded',
	replaces: 'replaced',
	unchanged: 'unchanged',
	're-link': 'linked',
	conflict: 'kept',
};

function tellOutcome(outcome: SyncOutcome, { hasWork }: PreparedSync, { json, terminal }: Telling): void {
	const { files, failures, leftovers, skipped, conflicts } = outcome;
	if (json) {
		const uploads = files.map(({ key: _, ...file }) => ({ associatedFileId: null, jobId: null, ...file }));
		const problems = failures.map(({ message, kind }) => ({ kind, message }));
		const result = { uploads, changed: hasWork, failures: problems, leftovers, conflicts, notBegun: skipped };
		terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
	} else {
		const lines = files.map(
			({ file, imageType, id, associatedFileId, status }) =>
				`${labels[status]} ${onOneLine(file)} as ${imageType}: ${id}${associatedFileId ? `, linked with ${associatedFileId}` : ''}\n`,
		);
		terminal.out(
			`${lines.join('')}${hasWork || conflicts.length > 0 ? '' : 'Nothing to do: the appliance has it all.\n'}`,
		);
	}
	for (const failure of failures) terminal.note(failureLines(failure));
	for (const sentence of conflicts) terminal.note(`conflict: ${sentence}`);
	if (skipped.length > 0) terminal.note(`Not done: ${skipped.join(', ')}. Run the same command again to finish.`);
	if (leftovers.length > 0) {
		terminal.note(`These were replaced but could not be removed: ${leftovers.join(', ')}. The next run tries again.`);
	}
}
