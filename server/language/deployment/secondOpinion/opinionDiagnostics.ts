import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-types';
import type { FinishedUnattend } from '../finishedUnattend';
import type { Program, ToolFinding } from './toolReport';

/** What a program found in a finished file, at the places of the source that lead to it. */
export const opinionDiagnostics = (
	{ text, toSource }: FinishedUnattend,
	program: Program,
	findings: readonly ToolFinding[],
): Diagnostic[] => {
	const finished = TextDocument.create('', '', 1, text);
	return findings.map(({ line, severity, message }) => ({
		range: toSource(lineRange(finished, line ?? 1)),
		severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
		message,
		code: program,
		source: program,
	}));
};

/** A line without the blanks around it; the last one for what lies behind the end. */
function lineRange(document: TextDocument, number: number): Range {
	const line = Math.min(Math.max(number, 1), document.lineCount) - 1;
	const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
	const start = text.length - text.trimStart().length;
	return {
		start: { line, character: text.trim() === '' ? 0 : start },
		end: { line, character: text.trimEnd().length },
	};
}
