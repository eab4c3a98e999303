import type { Diagnostic } from 'vscode-languageserver-types';
import type { FileReport } from './report';

/** A report that stays recognisable when lines above it come and go. */
export interface Fingerprinted {
	readonly report: FileReport;
	readonly diagnostic: Diagnostic;
	/** Of the file, the rule and the line's text; the second of the same on such a line has another one. */
	readonly fingerprint: string;
}

/** Every report of a file with its fingerprint. */
export function fingerprinted(report: FileReport): Fingerprinted[] {
	const seen = new Map<string, number>();
	return report.diagnostics.map(diagnostic => {
		const { line } = diagnostic.range.start;
		const text = report.document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
		const key = [slashed(report.file), diagnostic.code, text.trim()].join('\n');
		const nth = (seen.get(key) ?? 0) + 1;
		seen.set(key, nth);
		const fingerprint = process
			.getBuiltinModule('node:crypto')
			.createHash('sha256')
			.update(`${key}\n${nth}`)
			.digest('hex')
			.slice(0, 32);
		return { report, diagnostic, fingerprint };
	});
}

/** A path as reports for other programs write it: `a/b.cfg`, without `./`. */
export const slashed = (file: string): string => file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
