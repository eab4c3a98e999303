import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { SyncPlan } from '../../server/rest/sync/planSync';
import { t } from '../../server/texts/texts';
import type { Server } from '../servers/server';
import { conflictQuestion, type PlanRow, planRows, planSentences, type Records } from './planRows';

/** What to do about files that were changed on the server; `stop` when there are none. */
export interface PlanAnswer {
	readonly onConflict: 'stop' | 'overwrite' | 'keep';
	/** Plans that replace nothing on this server are not to be shown any more. */
	readonly isLast?: boolean;
}

/** A plan to be shown to the person. */
export interface ShownPlan {
	readonly plan: SyncPlan;
	readonly records: Records;
	readonly server: Server;
	/** Names of files that are saved after a yes. */
	readonly unsaved: readonly string[];
	/** Whether it is shown only because uploads to this server are confirmed. */
	readonly mayBeLast: boolean;
}

interface Choice extends QuickPickItem {
	readonly answer?: PlanAnswer;
	readonly compare?: PlanRow;
}

const separator = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });

const rowChoice = (row: PlanRow): Choice => ({
	label: `$(${row.icon}) ${row.label}`,
	description: row.description,
	...(row.detail === '' ? {} : { detail: row.detail }),
	...(row.id === undefined ? {} : { compare: row }),
});

function answersTo({ plan, records, unsaved, mayBeLast }: ShownPlan): readonly Choice[] {
	const inConflict = planRows(plan, records).filter((_, at) => plan.files[at]?.status === 'conflict');
	if (inConflict.length === 0) {
		const savesFirst = unsaved.length > 0;
		const upload = savesFirst ? t('Save and upload') : t('Upload');
		const uploadAndLast = savesFirst
			? t('Save and upload, and don’t ask again for this server')
			: t('Upload, and don’t ask again for this server');
		const last: Choice = {
			label: `$(cloud-upload) ${uploadAndLast}`,
			description: t('unless something would be replaced'),
			answer: { onConflict: 'stop', isLast: true },
		};
		return [{ label: `$(cloud-upload) ${upload}`, answer: { onConflict: 'stop' } }, ...(mayBeLast ? [last] : [])];
	}
	return [
		...inConflict.map(row => ({ label: `$(diff) ${t('Compare')}`, description: row.label, compare: row })),
		{
			label: `$(cloud-upload) ${t('Overwrite')}`,
			description: t('replace the file on the server with the local one'),
			answer: { onConflict: 'overwrite' },
		},
		{
			label: `$(shield) ${t('Keep')}`,
			description: t('leave the file on the server as it is'),
			answer: { onConflict: 'keep' },
		},
	];
}

/**
 * Shows what an upload is going to do and asks whether to go on. A row with a file on the server shows the difference,
 * and asks again. Gives `undefined` when the person wants to leave everything as it is.
 */
export async function askAboutPlan(
	shown: ShownPlan,
	compare: (row: PlanRow) => Promise<void>,
): Promise<PlanAnswer | undefined> {
	const { plan, records, server, unsaved } = shown;
	const conflict = conflictQuestion(plan, server.name);
	const place = `${server.name} (${new URL(server.url).host})`;
	for (;;) {
		const picked = await window.showQuickPick(
			[...answersTo(shown), separator(t('What will happen')), ...planRows(plan, records).map(rowChoice)],
			{
				title: conflict === '' ? t('Upload to {place}', { place }) : t('Conflict on {place}', { place }),
				placeHolder: conflict === '' ? planSentences(plan, unsaved) : conflict,
				ignoreFocusOut: true,
			},
		);
		if (picked === undefined || picked.answer) return picked?.answer;
		if (picked.compare) await compare(picked.compare);
	}
}
