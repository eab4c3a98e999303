import { fileURLToPath } from 'node:url';
import type { DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import { isSafe, ownEdits, type WayOut } from '../../language/fixAll';
import { effectOf } from '../../language/quickFix';
import { isRuleCode, rules } from '../../language/rules';
import type { FixedFile } from './fixFiles';
import { countsOf, type FileReport, type Report, severityName } from './report';

/** Everything as JSON; positions are zero-based as in LSP. */
export function jsonReport(report: Report): string {
	const { reports, skipped = [], fixes } = report;
	const content = {
		counts: countsOf(report),
		diagnostics: reports.flatMap(each => diagnosticsJson(each, reports)),
		skipped,
		...(fixes && fixesOf(fixes)),
	};
	return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The diagnostics of one file with their rules and fixes; `reports` say how other files are named. */
export function diagnosticsJson(report: FileReport, reports: readonly FileReport[]) {
	const { file, document } = report;
	return waysOf(report).map(({ diagnostic, actions }) => {
		const { range, code, message, codeDescription, relatedInformation = [] } = diagnostic;
		const rule = isRuleCode(code) ? rules[code] : undefined;
		return {
			file,
			range,
			severity: severityName(diagnostic),
			code,
			message,
			page: codeDescription?.href,
			grade: rule?.grade,
			source: rule?.source,
			related: relatedInformation.map(each => relatedOf(each, reports)),
			fixes: actions.map(action => ({
				title: action.title,
				effect: effectOf(action),
				isSafe: isSafe(action, document),
				/** Absent where the fix changes another file or needs an editor. */
				edits: ownEdits(action, document.uri),
			})),
		};
	});
}

/** Each diagnostic with its quick fixes. */
export const waysOf = ({ diagnostics, ways }: FileReport): readonly WayOut[] =>
	ways ?? diagnostics.map(diagnostic => ({ diagnostic, actions: [] }));

function relatedOf(
	{ location: { uri, range }, message }: DiagnosticRelatedInformation,
	reports: readonly FileReport[],
) {
	return { file: fileOf(uri, reports), range, message };
}

/** A file as its report names it, or where it is. */
export const fileOf = (uri: string, reports: readonly FileReport[]): string =>
	reports.find(({ document }) => document.uri === uri)?.file ?? fileURLToPath(uri);

const fixesOf = (fixes: readonly FixedFile[]) => ({
	fixed: fixes.filter(({ count }) => count > 0).map(({ file, count, titles }) => ({ file, count, titles })),
	left: fixes.flatMap(({ file, left }) =>
		left.map(({ diagnostic: { code, range }, reason, title }) => ({ file, range, code, reason, fix: title })),
	),
	leftOut: fixes.flatMap(({ file, leftOut = [] }) => leftOut.map(({ text }) => ({ file, text }))),
	refused: fixes.flatMap(({ file, refused, unwritten }) => {
		const reason = refused ?? unwritten;
		return reason === undefined ? [] : [{ file, reason }];
	}),
});
