import type { Hash } from 'node:crypto';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-types';
import { perLine } from './perLine';
import type { FileReport } from './report';

/** A report that stays recognisable when lines above it come and go. */
export interface Fingerprinted {
	readonly report: FileReport;
	readonly diagnostic: Diagnostic;
	/** Of the file, the rule and the line's text; the second of the same on such a line has another one. */
	readonly fingerprint: string;
}

interface Alike {
	readonly hash: Hash;
	count: number;
}

/** Every report of a file with its fingerprint. */
export function fingerprinted(report: FileReport): Fingerprinted[] {
	/** For each text of a line what its reports of one rule have in common, and how many there were. */
	const lines = new Map<string, Map<Diagnostic['code'], Alike>>();
	const seenOn = perLine(report.document, line => {
		const text = line.trim();
		const seen = lines.get(text) ?? new Map<Diagnostic['code'], Alike>();
		lines.set(text, seen);
		return { text, seen };
	});
	return report.diagnostics.map(diagnostic => {
		const { code } = diagnostic;
		const { text, seen } = seenOn(diagnostic.range.start.line);
		const known = seen.get(code) ?? { hash: hashOf([slashed(report.file), code, text].join('\n')), count: 0 };
		known.count += 1;
		seen.set(code, known);
		const fingerprint = known.hash.copy().update(`\n${known.count}`).digest('hex').slice(0, 32);
		return { report, diagnostic, fingerprint };
	});
}

const hashOf = (key: string): Hash => process.getBuiltinModule('node:crypto').createHash('sha256').update(key);

/** A path as reports for other programs write it: `a/b.cfg`, without `./`. Only on Windows does a backslash separate. */
export const slashed = (file: string): string => file.replaceAll(path.sep, '/').replace(/^(?:\.\/)+/, '');
