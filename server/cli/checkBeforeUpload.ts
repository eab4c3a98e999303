import path from 'node:path';
import type { Preferences, Workspace } from '../workspace/workspace';
import { checkFile, isSkipped } from './check/checkFile';
import { jsonReport } from './check/jsonReport';
import { type FileReport, isError } from './check/report';
import { textReport } from './check/textReport';
import { uriOf } from './findFiles';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** True when the check, with what the command line says over the links, finds no error; otherwise says what it found. */
export async function passesCheck(
	files: readonly string[],
	workspace: Workspace,
	options: { readonly terminal: Terminal; readonly json: boolean; readonly preferences: Preferences },
): Promise<boolean> {
	const { terminal, json, preferences } = options;
	const reports: FileReport[] = [];
	for (const file of new Set(files)) {
		const found = { file, uri: uriOf(path.resolve(terminal.cwd, file)), origin: 'named' } as const;
		const report = await checkFile(workspace, found, { preferences, withFixes: json });
		if (report && isSkipped(report)) throw new UsageError(`${file} cannot be checked: ${report.reason}.`);
		if (report) reports.push(report);
	}
	if (!reports.some(({ diagnostics }) => diagnostics.some(isError))) return true;
	if (json) terminal.out(jsonReport({ reports }));
	else terminal.note(textReport({ reports }));
	terminal.note('Nothing was sent: correct the errors, or use --force.');
	return false;
}
