import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { countsOf, type Report, severityName } from './report';

/** `path:line:column severity message [code]`, the source line, and a caret below the place. Hints are left out. */
export function textReport(report: Report): string {
	const shown = report.reports.flatMap(({ file, document, diagnostics }) =>
		diagnostics
			.filter(({ severity }) => severity !== DiagnosticSeverity.Hint)
			.map(diagnostic => textOf(file, document, diagnostic)),
	);
	return `${shown.join('')}${summary(report)}\n`;
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

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function summary(report: Report): string {
	const { files, errors, warnings, skipped } = countsOf(report);
	const rest = skipped === 0 ? '' : `; ${skipped} not checked`;
	return `${plural(files, 'file')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}${rest}`;
}
