import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, type Diagnostic, DiagnosticSeverity, type TextEdit } from 'vscode-languageserver-types';
import { effectOf } from '../quickFix';

/** Characters of a text that is checked once more for each fix; a longer one would keep the editor waiting. */
export const longestTried = 100_000;
/** Characters that are checked again for all fixes together: of a text full of mistakes only the first ones are tried. */
const mostRead = 1_000_000;
/** And so many reports are made again for them: a text with many takes long to check, however short it is. */
const mostReports = 2000;

/**
 * Leaves out fixes that take something away and leave a file that lacks it: they would trade one report for another.
 * What is not tried stays.
 * @param validate all reports about a text
 */
export function harmlessActions(
	document: TextDocument,
	actions: readonly CodeAction[],
	validate: (document: TextDocument) => readonly Diagnostic[],
): CodeAction[] {
	const { length } = document.getText();
	const removals = length <= longestTried ? actions.filter(isTried) : [];
	if (removals.length === 0) return [...actions];
	const reports = validate(document);
	const tried = removals.slice(0, Math.min(mostRead / Math.max(length, 1), mostReports / Math.max(reports.length, 1)));
	const before = new Set(loudIn(reports));
	const bringsReport = (action: CodeAction): boolean =>
		loudIn(validate(afterEdits(document, action.edit?.changes?.[document.uri] ?? []))).some(
			report => !before.has(report),
		);
	const harmful = new Set(tried.filter(bringsReport));
	return actions.filter(action => !harmful.has(action));
}

const isTried = (action: CodeAction): boolean => effectOf(action) === 'loses';

/** A copy of a document to try changes on. */
export const afterEdits = (document: TextDocument, edits: readonly TextEdit[]): TextDocument =>
	TextDocument.create(
		document.uri,
		document.languageId,
		document.version,
		TextDocument.applyEdits(document, [...edits]),
	);

/** What reports of errors and warnings say, wherever they stand. */
export const loudIn = (diagnostics: readonly Diagnostic[]): string[] =>
	diagnostics
		.filter(({ severity = DiagnosticSeverity.Error }) => severity <= DiagnosticSeverity.Warning)
		.map(({ code, message }) => `${code} ${message}`);
