import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { onOneLine } from '../onOneLine';
import { plainOf, type Style, type StyledText } from '../terminal';
import { perLine } from './perLine';
import { countsOf, type Report, type SeverityName, severityName } from './report';

const styles: Readonly<Record<SeverityName, Style>> = {
	error: 'red',
	warning: 'yellow',
	information: 'cyan',
	hint: 'gray',
};

/** `path:line:column severity message [code]`, the source line, and a caret below the place. Hints are left out. */
export const textReport = (report: Report): string => plainOf(styledReport(report));

/** The same, with the severities and the places in colours; piece by piece, since all of it may be much. */
export function* styledReport(report: Report): Generator<StyledText> {
	for (const { file, document, diagnostics } of report.reports) {
		const lineOf = perLine(document, shownLine);
		for (const diagnostic of diagnostics) {
			if (diagnostic.severity !== DiagnosticSeverity.Hint) yield* textOf(file, lineOf, diagnostic);
		}
	}
	yield { style: 'bold', text: summary(report) };
	yield '\n';
}

/** A line without its end; `undefined` when there is nothing to see in it. */
const shownLine = (text: string): string | undefined =>
	text.trim() === '' ? undefined : text.replace(/\r?\n$|\r$/, '');

function textOf(file: string, lineOf: (line: number) => string | undefined, diagnostic: Diagnostic): StyledText[] {
	const { start, end } = diagnostic.range;
	const line = lineOf(start.line);
	const place = `${onOneLine(file)}:${start.line + 1}:${start.character + 1}`;
	const severity = severityName(diagnostic);
	const style = styles[severity];
	const head = [
		{ style: 'underline', text: place } as const,
		' ',
		{ style, text: severity },
		` ${diagnostic.message} `,
		{ style: 'gray', text: `[${diagnostic.code ?? ''}]` } as const,
		'\n',
	];
	// What a program or an archive holds in its first line tells a person nothing.
	if (line === undefined || diagnostic.code === 'file-binary') return head;
	const [source, caret] = excerpt(line, start.character, end.line === start.line ? end.character : line.length);
	return [...head, source, { style, text: caret }, '\n'];
}

const excerptWidth = 110;

/** The line around the place, tabs as blanks so that the caret stands below it. */
function excerpt(line: string, start: number, end: number): [source: string, caret: string] {
	const from = start > excerptWidth - 20 ? start - 40 : 0;
	const part = line.slice(from, from + excerptWidth).replace(/\t/g, ' ');
	const width = Math.max(1, Math.min(end, from + excerptWidth) - start);
	return [`  ${part}\n`, `  ${' '.repeat(start - from)}${'^'.repeat(width)}`];
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function summary(report: Report): string {
	const { files, errors, warnings, skipped } = countsOf(report);
	const rest = skipped === 0 ? '' : `; ${skipped} not checked`;
	return `${plural(files, 'file')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}${rest}`;
}
