import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type TextDocumentEdit,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import type { Context } from '../language';
import { requestEntry } from '../links/requestEntry';
import { decides, fixActions, loses } from '../quickFix';
import { wholeEdit } from '../textChange';
import { leftOutSentences, repairTitle } from './editing/leftOut';
import { isRefusal, type Repair, repairOf, safeRepairOf } from './editing/repair';
import { factNames } from './editing/requestFix';

/** The kind under which editors repair a file on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.xclarity`;

/**
 * "Repair this file": every obvious fix in one edit, and a title that names what is left out. What a request said
 * about its file is offered to `xclarity.json` in an action of its own, for that changes a second file.
 */
export function repairActions(
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
	context: Context,
): CodeAction[] {
	const repair = repairOf(document);
	if (!repair) return [];
	if (isRefusal(repair)) {
		return [
			{
				title: t('Repair this file'),
				kind: fixAllKind,
				disabled: { reason: t('Not repaired: {refused}.', { refused: repair.refused }) },
			},
		];
	}
	const edits = [wholeEdit(document, repair.text)];
	const leftOut = leftOutSentences(repair.leftOut);
	const title = repairTitle(leftOut);
	const safely = safeRepairOf(document);
	const onSaving =
		safely && !isRefusal(safely)
			? [
					{
						title: t('Repair what is safe to repair'),
						kind: fixAllKind,
						edit: editOf(document, [wholeEdit(document, safely.text)]),
					},
				]
			: [];
	const broken = diagnostics.filter(
		({ code }) => code === 'config-request-body' || (typeof code === 'string' && code.startsWith('json-')),
	);
	if (broken.length === 0 || repair.isOnlyForm) return onSaving;
	const kept = keepingEdit(document, repair, context);
	const keeping =
		kept && repair.request
			? [
					{
						...decides(
							t('Repair this file, and keep {request} in xclarity.json', { request: factNames(repair.request) }),
						),
						changes: kept(edits),
					},
				]
			: [];
	const whole = { ...(leftOut.length > 0 ? loses : decides)(title), changes: editOf(document, edits) };
	return [...fixActions(document, broken, [...keeping, whole]), ...onSaving];
}

const editOf = ({ uri }: TextDocument, edits: TextEdit[]): WorkspaceEdit => ({ changes: { [uri]: edits } });

/** The edits together with the one that writes the request's facts into the manifest; a new one when there is none. */
function keepingEdit(
	document: TextDocument,
	{ request }: Repair,
	{ manifestUri, manifest }: Context,
): ((edits: TextEdit[]) => WorkspaceEdit) | undefined {
	if (!request || (manifestUri !== undefined && !manifest)) return undefined;
	const uri = manifest?.uri ?? `${document.uri.slice(0, document.uri.lastIndexOf('/') + 1)}xclarity.json`;
	const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
	if (!document.uri.startsWith(folder)) return undefined;
	const config = pathOf(document.uri.slice(folder.length));
	const text = requestEntry(manifest?.getText(), { config, facts: request });
	if (text === undefined) return undefined;
	const start = { line: 0, character: 0 };
	const change = manifest ? wholeEdit(manifest, text) : { range: { start, end: start }, newText: text };
	const edit = (of: string, edits: TextEdit[]): TextDocumentEdit => ({
		textDocument: { uri: of, version: null },
		edits,
	});
	return edits => ({
		documentChanges: [
			...(manifest ? [] : [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }]),
			edit(document.uri, edits),
			edit(uri, [change]),
		],
	});
}

/** A URI's path as people write it; odd escapes stay as they are. */
function pathOf(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch (error) {
		if (error instanceof URIError) return path;
		throw error;
	}
}
