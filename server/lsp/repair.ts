import { type CodeActionContext, CodeActionTriggerKind, type Connection } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { isRefusal } from '../language/config/editing/repair';
import { fixAllKind } from '../language/config/repairActions';
import { repairKind, wholeRepair } from '../language/wholeRepair';
import { t } from '../texts/texts';
import { canonicalUri } from '../workspace/fileUri';
import type { Find } from './ask';
import { formattingOptions } from './formattingOptions';
import { type RepairParams, type RepairResult, repairRequest } from './protocol';
import type { Subject } from './subjects';

/**
 * The repair of the whole file wherever the cursor is: as a source action, on saving, and as a quick fix for a person
 * who asks where nothing is reported, such as at the end of what was pasted. `offered` is what is offered already.
 */
export function repairAnywhere(
	{ kind, document, context, unread }: Subject,
	{ only, triggerKind }: CodeActionContext,
	offered: readonly CodeAction[],
): CodeAction[] {
	const isAsked = (asked: string): boolean => only?.some(one => asked === one || asked.startsWith(`${one}.`)) === true;
	const onSaving = kind !== 'config' && isAsked(fixAllKind);
	const asSource = isAsked(repairKind);
	const asFix =
		triggerKind === CodeActionTriggerKind.Invoked && (only === undefined || isAsked(CodeActionKind.QuickFix));
	if (unread || (!onSaving && !asSource && !asFix)) return [];
	const repair = wholeRepair(kind, document, context);
	if (!repair || isRefusal(repair)) return [];
	const edit = { changes: { [document.uri]: [repair.edit] } };
	const { title } = repair;
	const isNew = offered.every(action => action.title !== title) && (offered.length === 0 || repair.count > 1);
	return [
		...(onSaving ? [{ title: t('Repair what is safe to repair'), kind: fixAllKind, edit }] : []),
		...(asSource ? [{ title, kind: repairKind, edit }] : []),
		...(asFix && isNew ? [{ title, kind: CodeActionKind.QuickFix, edit }] : []),
	];
}

/** Answers `xclarity/repair`. */
export function registerRepair(connection: Connection, find: Find): void {
	connection.onRequest<RepairResult, void>(repairRequest, (params: RepairParams) => repairResult(find, params));
}

async function repairResult(find: Find, { uri, options }: RepairParams): Promise<RepairResult> {
	const subject = await find(canonicalUri(uri));
	if (!subject) return null;
	const { kind, document, context, unread } = subject;
	if (unread) return { refused: t('this file is not read') };
	const repair = wholeRepair(kind, document, context, options && formattingOptions(options));
	if (!repair) return null;
	if (isRefusal(repair)) return { refused: repair.refused };
	const { edit, count, leftOut } = repair;
	return { version: document.version, edit, count, leftOut };
}

/** Repairs a file for an editor without a command of its own for that, by an edit that the editor applies. */
export async function repairByCommand(connection: Connection, find: Find, uri: string): Promise<void> {
	const result = await repairResult(find, { uri });
	if (!result) return;
	if ('refused' in result) {
		connection.window.showWarningMessage(t('Not repaired: {refused}.', { refused: result.refused }));
		return;
	}
	const { version, edit } = result;
	await connection.workspace.applyEdit({
		label: t('Repair this file'),
		edit: { documentChanges: [{ textDocument: { uri: canonicalUri(uri), version }, edits: [edit] }] },
	});
}
