import type { Report } from './report';

/** How a run went, scenario by scenario. */
export interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	/** Passed at the second try only; counted neither as passed nor as failed. */
	readonly unsteady: number;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** What a person is told of a report, in one line or more. */
export function tell(report: Report): string {
	switch (report.event) {
		case 'passed':
			return `ok      ${report.name} (${seconds(report.duration)})`;
		case 'skipped':
			return `skipped ${report.name}: ${report.reason}`;
		case 'failed once':
			return withProblem(`again?  ${report.name} (${seconds(report.duration)})`, report.problem);
		case 'passed late':
			return withProblem(`unsteady: passed only at the second try: ${report.name}`, report.problem);
		case 'failed':
			return withProblem(`not ok  ${report.name} (${seconds(report.duration)})`, report.problem);
		case 'finished':
			return `${report.count} scenarios`;
	}
}

const withProblem = (line: string, problem: string): string => `${line}\n${problem.replace(/^/gm, '          ')}`;

/**
 * Judges a run by what it reported. A VS Code that dies in the middle says nothing, and silence is a failure; so is a
 * `complaint` of whoever ran it. `problem` says what broke the run as a whole.
 */
export function judge(
	reports: readonly Report[],
	complaint?: string,
): { readonly outcome: Outcome; readonly problem?: string } {
	const count = (event: Report['event']): number => reports.filter(report => report.event === event).length;
	const outcome = {
		passed: count('passed'),
		failed: count('failed'),
		skipped: count('skipped'),
		unsteady: count('passed late'),
	};
	const told = outcome.passed + outcome.failed + outcome.skipped + outcome.unsteady;
	const finished = reports.find(report => report.event === 'finished');
	if (finished?.count === told && told > 0 && complaint === undefined) return { outcome };
	const problem = `VS Code ended before its time: ${complaint ?? 'the scenarios did not finish'}`;
	return { outcome: { ...outcome, failed: outcome.failed + 1 }, problem };
}
