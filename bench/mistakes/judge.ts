/** What the product says about one mistake, held against what ought to be said. */
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { FaultKind, Files, Grade, Sample } from './fault';
import { type Checked, check, type Report } from './product';

export const verdicts = ['once', 'followed', 'misplaced', 'soft', 'missed', 'crash'] as const;
/**
 * - `once`: one report, at the right line, loud enough;
 * - `followed`: that, and further ones;
 * - `misplaced`: reports at other lines only;
 * - `soft`: only information where a warning is due;
 * - `missed`: nothing new is said;
 * - `crash`: the check threw.
 */
export type Verdict = (typeof verdicts)[number];

export interface Judgement {
	readonly verdict: Verdict;
	/** The report at the right place is an error although the evidence is not that strong. */
	readonly tooHard: boolean;
	/** Reports that the correct files do not have, without hints. */
	readonly reports: readonly Report[];
	/** The report that names the mistake. */
	readonly hit?: Report | undefined;
	readonly checked?: Checked | undefined;
	readonly message?: string;
}

const levelOf = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
};
const severityOf = ({ diagnostic }: Report): DiagnosticSeverity => diagnostic.severity ?? DiagnosticSeverity.Error;

/** The loudest level that a source of this grade allows. */
const loudest = (grade: Grade): DiagnosticSeverity =>
	grade === 'believed'
		? DiagnosticSeverity.Information
		: grade === 'inferred'
			? DiagnosticSeverity.Warning
			: DiagnosticSeverity.Error;

/** Reports of the second list that the first does not have: same words first, then the same rule on the same text. */
export function newReports(before: readonly Report[], after: readonly Report[]): Report[] {
	const left = [...before];
	const takeOut = (same: (one: Report) => boolean): boolean => {
		const at = left.findIndex(same);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	};
	const words = ({ file, diagnostic }: Report): string => `${file} ${diagnostic.code} ${diagnostic.message}`;
	return after
		.filter(report => !takeOut(one => words(one) === words(report)))
		.filter(
			report =>
				!takeOut(
					one =>
						one.file === report.file &&
						one.diagnostic.code === report.diagnostic.code &&
						one.lineText.trim() === report.lineText.trim(),
				),
		);
}

/** Checks the spoilt files and says how the mistake was met. */
export async function judge(
	kind: FaultKind,
	sample: Sample,
	before: readonly Report[],
	spoilt: Files,
): Promise<Judgement> {
	let checked: Checked;
	try {
		checked = await check(spoilt);
	} catch (error) {
		const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return { verdict: 'crash', tooHard: false, reports: [], message };
	}
	const reports = newReports(before, checked.reports).filter(report => severityOf(report) !== DiagnosticSeverity.Hint);
	const isRight = rightPlaces(kind, sample, spoilt);
	const there = reports.filter(isRight).sort((a, b) => severityOf(a) - severityOf(b));
	const hit = there.find(report => severityOf(report) <= levelOf[kind.least]);
	const tooHard = hit !== undefined && severityOf(hit) < loudest(kind.grade);
	return { verdict: verdictOf(reports, there, hit), tooHard, reports, hit, checked };
}

function verdictOf(reports: readonly Report[], there: readonly Report[], hit: Report | undefined): Verdict {
	if (hit) return reports.length === 1 ? 'once' : 'followed';
	if (there.length > 0) return 'soft';
	return reports.length > 0 ? 'misplaced' : 'missed';
}

/** True for reports where one belongs: on the lines that the fault changed, or where its kind says. */
function rightPlaces({ place, line: among }: FaultKind, sample: Sample, spoilt: Files): (report: Report) => boolean {
	const changed = [...spoilt].filter(([name, content]) => sample.files.get(name) !== content);
	const ranges = new Map(changed.map(([name, content]) => [name, changedLines(sample.files.get(name), content)]));
	return ({ file, diagnostic, lineText }) => {
		if (typeof place === 'object' && 'file' in place) {
			const name = place.file === '@main' ? sample.main : place.file;
			if (file === name && place.lines.test(lineText)) return true;
		}
		const range = ranges.get(file);
		if (!range) return false;
		if (place === 'anywhere' || (place instanceof RegExp && place.test(lineText))) return true;
		const { line } = diagnostic.range.start;
		return line >= range.first && line <= range.last && (among?.test(lineText) ?? true);
	};
}

/** First and last line, from 0, of what differs in the second text. */
export function changedLines(
	before: string | Uint8Array | undefined,
	after: string | Uint8Array,
): { first: number; last: number } {
	if (typeof before !== 'string' || typeof after !== 'string') return { first: 0, last: 0 };
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start++;
	let end = 0;
	while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
	const lineAt = (offset: number): number => after.slice(0, offset).split('\n').length - 1;
	return { first: lineAt(start), last: lineAt(Math.max(start, after.length - end)) };
}
