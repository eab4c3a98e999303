import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import type { Context } from '../language';
import { configProblems } from './configProblems';
import { configFixes } from './editing/configFixes';
import type { TextChange } from './editing/fix';
import { fixScene } from './editing/repair';
import { repairActions } from './repairActions';

/** Quick fixes for the diagnostics that an editor shows; each is matched with a problem of the document as it is now. */
export function configCodeActions(
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
	context: Context,
): CodeAction[] {
	const problems = configProblems(document);
	if (problems.length === 0) return [];
	const shown = diagnostics.flatMap(diagnostic => {
		const start = document.offsetAt(diagnostic.range.start);
		const problem = problems.find(found => found.code === diagnostic.code && found.start === start);
		return problem ? [{ diagnostic, problem }] : [];
	});
	const scene = shown.length > 0 ? fixScene(document) : undefined;
	const fixes = shown.flatMap(({ diagnostic, problem }) =>
		(scene ? configFixes(problem, scene) : []).map(({ title, changes, isPreferred }) => ({
			title,
			kind: CodeActionKind.QuickFix,
			diagnostics: [diagnostic],
			isPreferred,
			edit: { changes: { [document.uri]: changes.map(change => textEdit(document, change)) } },
		})),
	);
	return [...fixes, ...repairActions(document, diagnostics, context)];
}

/** The LSP edit for a change in offsets. */
export const textEdit = (document: TextDocument, { start, end, newText }: TextChange): TextEdit => ({
	range: { start: document.positionAt(start), end: document.positionAt(end) },
	newText,
});
