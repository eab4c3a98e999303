import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { effectOf } from '../quickFix';

/** Characters of a text that is checked once more for each fix; a longer one would keep the editor waiting. */
export const longestTried = 100_000;
/** Characters that are checked again for all fixes together: of a text full of mistakes only the first ones are tried. */
const mostRead = 1_000_000;

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
	const tried = length <= longestTried ? actions.filter(isTried).slice(0, mostRead / Math.max(length, 1)) : [];
	if (tried.length === 0) return [...actions];
	const before = new Set(loudIn(validate(document)));
	const bringsReport = (action: CodeAction): boolean =>
		loudIn(validate(afterwards(document, action))).some(report => !before.has(report));
	const harmful = new Set(tried.filter(bringsReport));
	return actions.filter(action => !harmful.has(action));
}

const isTried = (action: CodeAction): boolean => effectOf(action) === 'loses';

const afterwards = (document: TextDocument, { edit }: CodeAction): TextDocument => {
	const edits = edit?.changes?.[document.uri] ?? [];
	const text = TextDocument.applyEdits(document, edits);
	return TextDocument.create(document.uri, document.languageId, document.version, text);
};

/** What reports of errors and warnings say, wherever they stand. */
export const loudIn = (diagnostics: readonly Diagnostic[]): string[] =>
	diagnostics
		.filter(({ severity = DiagnosticSeverity.Error }) => severity <= DiagnosticSeverity.Warning)
		.map(({ code, message }) => `${code} ${message}`);
