import { slashed } from './fingerprint';
import { type Report, type SeverityName, severityName } from './report';

const commands: Readonly<Record<SeverityName, string | undefined>> = {
	error: 'error',
	warning: 'warning',
	information: 'notice',
	hint: undefined,
};

/** Workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
export function githubReport({ reports, skipped = [] }: Report): string {
	const lines = reports.flatMap(({ file, diagnostics }) =>
		diagnostics.flatMap(diagnostic => {
			const command = commands[severityName(diagnostic)];
			const { start, end } = diagnostic.range;
			const isOnOneLine = start.line === end.line && end.character > start.character;
			const place = {
				file: slashed(file),
				line: start.line + 1,
				endLine: isOnOneLine ? start.line + 1 : undefined,
				col: start.character + 1,
				endColumn: isOnOneLine ? end.character : undefined,
				title: String(diagnostic.code),
			};
			return command ? [commandLine(command, place, String(diagnostic.message))] : [];
		}),
	);
	const missed = skipped.map(({ file, reason }) =>
		commandLine('error', { file: slashed(file) }, `Not checked: ${reason}`),
	);
	return [...lines, ...missed].join('');
}

function commandLine(command: string, properties: Readonly<Record<string, string | number | undefined>>, text: string) {
	const given = Object.entries(properties).flatMap(([name, value]) =>
		value === undefined ? [] : [`${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`],
	);
	return `::${command} ${given.join(',')}::${escaped(text)}\n`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
