import { fingerprinted, slashed } from './fingerprint';
import { type Report, type SeverityName, severityName } from './report';

const severities: Readonly<Record<SeverityName, string | undefined>> = {
	error: 'major',
	warning: 'minor',
	information: 'info',
	hint: undefined,
};

/** A code-quality report of GitLab, which shows in a merge request what came and what went. */
export function gitlabReport({ reports, skipped = [] }: Report): string {
	const issues = reports.flatMap(fingerprinted).flatMap(({ report: { file }, diagnostic, fingerprint }) => {
		const severity = severities[severityName(diagnostic)];
		if (severity === undefined) return [];
		const { start, end } = diagnostic.range;
		return [
			{
				description: String(diagnostic.message),
				check_name: String(diagnostic.code),
				fingerprint,
				severity,
				location: { path: slashed(file), lines: { begin: start.line + 1, end: end.line + 1 } },
			},
		];
	});
	const missed = skipped.map(({ file, reason }) => ({
		description: `Not checked: ${reason}`,
		check_name: 'not-checked',
		fingerprint: `not-checked ${slashed(file)}`,
		severity: 'blocker',
		location: { path: slashed(file), lines: { begin: 1, end: 1 } },
	}));
	return `${JSON.stringify([...issues, ...missed], undefined, 2)}\n`;
}
