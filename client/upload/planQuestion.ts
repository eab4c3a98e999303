import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { SyncPlan } from '../../server/rest/sync/planSync';
import type { Server } from '../servers/server';
import { conflictQuestion, type PlanRow, planRows } from './planRows';

/** What to do about files that were changed on the server; `stop` when there are none. */
export type PlanAnswer = 'stop' | 'overwrite' | 'keep';

interface Choice extends QuickPickItem {
	readonly answer?: PlanAnswer;
	readonly compare?: PlanRow;
}

const separator = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });

const rowChoice = (row: PlanRow): Choice => ({
	label: `$(${row.icon}) ${row.label}`,
	description: row.description,
	...(row.id === undefined ? {} : { compare: row }),
});

function answersTo(plan: SyncPlan): readonly Choice[] {
	const inConflict = planRows(plan).filter((_, at) => plan.files[at]?.status === 'conflict');
	if (inConflict.length === 0) return [{ label: '$(cloud-upload) Upload', answer: 'stop' }];
	return [
		...inConflict.map(row => ({ label: '$(diff) Compare', description: row.label, compare: row })),
		{
			label: '$(cloud-upload) Overwrite',
			description: 'the server’s file goes, the local one takes its place',
			answer: 'overwrite',
		},
		{ label: '$(shield) Keep', description: 'the server’s file stays as it is', answer: 'keep' },
	];
}

/**
 * Shows what an upload is going to do and asks whether to go on. A row with a file on the server shows the difference,
 * and asks again. Gives `undefined` when the person wants to leave everything as it is.
 */
export async function askAboutPlan(
	plan: SyncPlan,
	server: Server,
	compare: (row: PlanRow) => Promise<void>,
): Promise<PlanAnswer | undefined> {
	const question = conflictQuestion(plan, server.name);
	for (;;) {
		const picked = await window.showQuickPick(
			[...answersTo(plan), separator('What will happen'), ...planRows(plan).map(rowChoice)],
			{
				title: question === '' ? `Upload to ${server.name}` : `Conflict on ${server.name}`,
				placeHolder:
					question === '' ? 'Files on the server are replaced. Choose one below to compare it first.' : question,
				ignoreFocusOut: true,
			},
		);
		if (picked?.compare === undefined) return picked?.answer;
		await compare(picked.compare);
	}
}
