import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { t } from '../texts/texts';

/** As many as VS Code shows of one file; the message that carries 100,000 of them holds an editor up for seconds. */
export const mostShown = 1000;

/**
 * The reports on one file that an editor is told: all of them, or the gravest, in their order, behind one report that
 * says how many are left out.
 */
export function shownReports(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	if (diagnostics.length <= mostShown) return [...diagnostics];
	const gravest = [...diagnostics.keys()]
		.sort((a, b) => gravity(diagnostics[a]) - gravity(diagnostics[b]) || a - b)
		.slice(0, mostShown - 1);
	const kept = new Set(gravest);
	const left = diagnostics.filter((_, index) => !kept.has(index));
	return [leftOut(left), ...diagnostics.filter((_, index) => kept.has(index))];
}

const gravity = (diagnostic: Diagnostic | undefined): DiagnosticSeverity =>
	diagnostic?.severity ?? DiagnosticSeverity.Error;

/** As grave as what it stands for. */
const leftOut = (left: readonly Diagnostic[]): Diagnostic => ({
	range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
	severity: left.map(gravity).reduce((a, b) => (a < b ? a : b), DiagnosticSeverity.Hint),
	source: 'xclarity',
	message: t('{count} more reports on this file are left out here; "xclarity check" in a terminal shows them all.', {
		count: left.length,
	}),
});
