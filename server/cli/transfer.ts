import type { SyncOutcome } from '../rest/sync/applyPlan';
import type { DesiredFile } from '../rest/sync/desiredFile';
import type { SyncedFile } from '../rest/sync/runUnit';
import { applySync, type PreparedSync, prepareSync, type SyncOptions } from '../rest/sync/syncFiles';
import type { ExitCode } from './command';
import { conflictAdvice, planJson, planLines } from './planWords';
import { type Login, recordsOf, withLogin } from './serverOptions';
import type { Terminal } from './terminal';

export interface TransferOptions extends Pick<SyncOptions, 'method' | 'unknown' | 'onConflict'> {
	readonly dryRun: boolean;
	readonly json: boolean;
}

interface Done {
	readonly prepared: PreparedSync;
	readonly outcome: SyncOutcome | undefined;
}

/** Plans and, unless it is a dry run or there are conflicts, does what the plan says; tells the person either. */
export async function transfer(
	desired: readonly DesiredFile[],
	{ login, terminal }: { readonly login: Login; readonly terminal: Terminal },
	{ dryRun, json, ...choices }: TransferOptions,
): Promise<ExitCode> {
	const sync: SyncOptions = {
		...choices,
		store: recordsOf(login, terminal),
		signal: terminal.signal,
		onProgress: ({ text, percent }) => terminal.progress(percent === undefined ? text : `${percent} % ${text}`),
	};
	const { prepared, outcome } = await withLogin(login, terminal, async (client): Promise<Done> => {
		const made = await prepareSync(client, desired, { ...sync, lookOnly: dryRun });
		if (dryRun || made.conflicts.length > 0) return { prepared: made, outcome: undefined };
		return { prepared: made, outcome: await applySync(client, made, sync) };
	});
	terminal.progress('');
	if (!outcome) return tellPlan(prepared, { dryRun, json, terminal });
	tellOutcome(outcome, prepared, { json, terminal });
	return outcome.failures.length > 0 || outcome.leftovers.length > 0 ? 3 : 0;
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
			...{ file: upload.file.path ?? upload.file.name, imageType: upload.file.imageType },
			...{ id: upload.id ?? null, associatedFileId: upload.file.partnerId ?? null, jobId: null, status: upload.status },
		}));
		terminal.out(`${JSON.stringify({ dryRun, uploads, plan: plan.files.map(planJson) }, undefined, 2)}\n`);
	} else terminal.out(plan.files.map(planLines).join(''));
	if (conflicts.length === 0) return 0;
	terminal.note(conflictAdvice);
	return 1;
}

const words: Readonly<Record<SyncedFile['status'], string>> = {
	new: 'uploaded',
	replaces: 'replaced',
	unchanged: 'unchanged',
	're-link': 'linked',
	conflict: 'kept',
};

function tellOutcome(outcome: SyncOutcome, { hasWork }: PreparedSync, { json, terminal }: Telling): void {
	const { files, failures, leftovers, skipped } = outcome;
	if (json) {
		const uploads = files.map(({ key: _, ...file }) => ({ associatedFileId: null, jobId: null, ...file }));
		const problems = failures.map(({ message, kind }) => ({ kind, message }));
		const result = { uploads, changed: hasWork, failures: problems, leftovers, notBegun: skipped };
		terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
	} else {
		const lines = files.map(
			({ file, imageType, id, associatedFileId, status }) =>
				`${words[status]} ${file} as ${imageType}: ${id}${associatedFileId ? `, linked with ${associatedFileId}` : ''}\n`,
		);
		terminal.out(`${lines.join('')}${hasWork ? '' : 'Nothing to do: the appliance has it all.\n'}`);
	}
	for (const { message } of failures) terminal.note(`xclarity: ${message}`);
	if (skipped.length > 0) terminal.note(`Not done: ${skipped.join(', ')}. Run the same command again to finish.`);
	if (leftovers.length > 0) {
		terminal.note(`These were replaced but could not be removed: ${leftovers.join(', ')}. The next run tries again.`);
	}
}
