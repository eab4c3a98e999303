import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { FixedFile } from './fixFiles';

/** The diagnostics of one file, as a person named or found it. */
export interface FileReport {
	readonly file: string;
	readonly document: TextDocument;
	readonly diagnostics: readonly Diagnostic[];
}

const severityNames: Readonly<Record<DiagnosticSeverity, string>> = {
	[DiagnosticSeverity.Error]: 'error',
	[DiagnosticSeverity.Warning]: 'warning',
	[DiagnosticSeverity.Information]: 'information',
	[DiagnosticSeverity.Hint]: 'hint',
};
const severityName = (diagnostic: Diagnostic): string => severityNames[diagnostic.severity ?? DiagnosticSeverity.Error];

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === DiagnosticSeverity.Error;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `path:line:column severity message [code]`, the source line, and a caret below the place. Hints are left out. */
export function textReport(reports: readonly FileReport[]): string {
	const shown = reports.flatMap(({ file, document, diagnostics }) =>
		diagnostics
			.filter(({ severity }) => severity !== DiagnosticSeverity.Hint)
			.map(diagnostic => textOf(file, document, diagnostic)),
	);
	return `${shown.join('')}${summary(reports)}\n`;
}

function textOf(file: string, document: TextDocument, diagnostic: Diagnostic): string {
	const { start, end } = diagnostic.range;
	const line = document
		.getText({ start: { line: start.line, character: 0 }, end: { line: start.line + 1, character: 0 } })
		.replace(/[\r\n]+$/, '');
	const place = `${file}:${start.line + 1}:${start.character + 1}`;
	const head = `${place} ${severityName(diagnostic)} ${diagnostic.message} [${diagnostic.code ?? ''}]\n`;
	return line.trim() === ''
		? head
		: `${head}${excerpt(line, start.character, end.line === start.line ? end.character : line.length)}`;
}

const excerptWidth = 110;

/** The line around the place, tabs as blanks so that the caret stands below it. */
function excerpt(line: string, start: number, end: number): string {
	const from = start > excerptWidth - 20 ? start - 40 : 0;
	const part = line.slice(from, from + excerptWidth).replace(/\t/g, ' ');
	const width = Math.max(1, Math.min(end, from + excerptWidth) - start);
	return `  ${part}\n  ${' '.repeat(start - from)}${'^'.repeat(width)}\n`;
}

function summary(reports: readonly FileReport[]): string {
	const all = reports.flatMap(({ diagnostics }) => diagnostics);
	const warnings = all.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
	return `${plural(reports.length, 'file')}: ${plural(all.filter(isError).length, 'error')}, ${plural(warnings, 'warning')}`;
}

/** The same as JSON, with what was fixed and what was left; positions are zero-based as in LSP. */
export function jsonReport(reports: readonly FileReport[], fixes?: readonly FixedFile[]): string {
	const diagnostics = reports.flatMap(({ file, diagnostics: found }) =>
		found.map(diagnostic => ({
			file,
			range: diagnostic.range,
			severity: severityName(diagnostic),
			code: diagnostic.code,
			message: diagnostic.message,
		})),
	);
	return `${JSON.stringify({ files: reports.length, diagnostics, ...(fixes && fixesOf(fixes)) }, undefined, 2)}\n`;
}

const fixesOf = (fixes: readonly FixedFile[]) => ({
	fixed: fixes.filter(({ count }) => count > 0).map(({ file, count, titles }) => ({ file, count, titles })),
	left: fixes.flatMap(({ file, left }) =>
		left.map(({ diagnostic: { code, range }, reason, title }) => ({ file, range, code, reason, fix: title })),
	),
});
