import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { WayOut } from '../../language/fixAll';
import type { Skipped } from '../findFiles';
import type { FixedFile } from './fixFiles';

/** The diagnostics of one file, as a person named or found it. */
export interface FileReport {
	readonly file: string;
	readonly document: TextDocument;
	readonly diagnostics: readonly Diagnostic[];
	/** Each diagnostic with its quick fixes, where they were asked for. */
	readonly ways?: readonly WayOut[];
}

/** All that a check has to tell, in whatever format. */
export interface Report {
	readonly reports: readonly FileReport[];
	/** What could not be looked at. */
	readonly skipped?: readonly Skipped[];
	/** What `--fix` did. */
	readonly fixes?: readonly FixedFile[] | undefined;
}

const severityNames = {
	[DiagnosticSeverity.Error]: 'error',
	[DiagnosticSeverity.Warning]: 'warning',
	[DiagnosticSeverity.Information]: 'information',
	[DiagnosticSeverity.Hint]: 'hint',
} as const satisfies Readonly<Record<DiagnosticSeverity, string>>;

export type SeverityName = (typeof severityNames)[DiagnosticSeverity];

export const severityName = ({ severity }: Diagnostic): SeverityName =>
	severityNames[severity ?? DiagnosticSeverity.Error];

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === DiagnosticSeverity.Error;

/** How many files, diagnostics of each severity, and skipped files there are. */
export function countsOf({ reports, skipped = [] }: Report) {
	const names = reports.flatMap(({ diagnostics }) => diagnostics.map(severityName));
	const count = (name: SeverityName): number => names.filter(each => each === name).length;
	return {
		files: reports.length,
		errors: count('error'),
		warnings: count('warning'),
		information: count('information'),
		hints: count('hint'),
		skipped: skipped.length,
	};
}
