import { checkFile, isSkipped } from './check/checkFile';
import { fixFiles } from './check/fixFiles';
import { jsonReport } from './check/jsonReport';
import { countsOf, type FileReport, type Report } from './check/report';
import { targetOf, targetOptions } from './check/targetOptions';
import { textReport } from './check/textReport';
import { type Command, type ExitCode, oneOf, parseOptions } from './command';
import { diskWorkspace } from './diskWorkspace';
import { type FoundFile, findFiles, linkedWith, type Skipped } from './findFiles';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `check [--fix [--repair] [--dry-run]] [--format text|json] [--os OS] [--osrelease RELEASE] [--rhel N] [PATH...]

Checks configuration-settings files, unattend files and xclarity.json. Folders are searched, but for hidden ones,
node_modules and links to folders; without a path the working folder is. What is linked with a file that you name is
checked along with it.

  --fix                first apply the safe quick fixes and write the files: those that decide nothing for you and take
                       away nothing that you wrote; what was left is listed with the reason
  --repair             with --fix: repair a configuration-settings file as "Repair this file" of the editor does, also
                       where that leaves out text around the JSON; every word of it is printed
  --dry-run            with --fix: show what would change and write nothing
  --format text|json   text with the source line and a caret (default), or JSON with zero-based positions
  --os OS              target operating system of every file, over what xclarity.json says: rhels, sles, win, esxi
  --osrelease RELEASE  its release: 9.4, 12.3, 2022
  --rhel N             short for --os rhels --osrelease N; likewise --sles, --esxi and --windows
  --allow-unchecked    do not end with 2 because a file could not be checked, or because there was none

Exit codes: 0 no errors, 1 errors found, 2 wrong usage, a file that could not be checked, or no file to check.`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		format: { type: 'string', default: 'text' },
		fix: { type: 'boolean', default: false },
		repair: { type: 'boolean', default: false },
		'dry-run': { type: 'boolean', default: false },
		'allow-unchecked': { type: 'boolean', default: false },
		...targetOptions,
	});
	const format = oneOf('format', values.format, ['text', 'json']);
	if (values['dry-run'] && !values.fix)
		throw new UsageError('--dry-run goes with --fix: a check alone writes nothing.');
	if (values.repair && !values.fix) throw new UsageError('--repair goes with --fix: a check alone writes nothing.');
	const preferences = { severities: {}, target: targetOf(values) };
	const onDisk = diskWorkspace(terminal.cwd);
	const paths = positionals.length > 0 ? positionals : ['.'];
	const found = await findFiles(paths, terminal.cwd, onDisk);
	const linked = await linkedWith(found.files, terminal.cwd, onDisk);
	const tell = format === 'json' ? terminal.note : terminal.out;
	const { workspace, fixes } = values.fix
		? await fixFiles({
				files: found.files,
				preferences,
				dryRun: values['dry-run'],
				repairs: values.repair,
				tell,
				terminal,
			})
		: { workspace: onDisk, fixes: undefined };
	const check = (each: FoundFile) => checkFile(workspace, each, preferences);
	const { reports, skipped } = await checkFiles([...found.files, ...linked], check, terminal);
	const report: Report = { reports, skipped: [...found.skipped, ...skipped], fixes };
	for (const { file, reason } of report.skipped ?? []) terminal.note(`not checked: ${file}: ${reason}`);
	if (reports.length + skipped.length === 0) terminal.note(`There is no file to check in ${paths.join(', ')}.`);
	terminal.out(format === 'json' ? jsonReport(report) : textReport(report));
	return exitCodeOf(report, values['allow-unchecked']);
}

type Outcome = FileReport | Skipped | undefined;

async function checkFiles(
	files: readonly FoundFile[],
	check: (file: FoundFile) => Promise<Outcome>,
	terminal: Terminal,
): Promise<{ readonly reports: readonly FileReport[]; readonly skipped: readonly Skipped[] }> {
	const reports: FileReport[] = [];
	const skipped: Skipped[] = [];
	for (const [position, found] of files.entries()) {
		terminal.signal.throwIfAborted();
		terminal.progress(`checking ${position + 1} of ${files.length}: ${found.file}`);
		const outcome = await check(found);
		if (!outcome) continue;
		if (isSkipped(outcome)) skipped.push(outcome);
		else reports.push(outcome);
	}
	terminal.progress('');
	return { reports, skipped };
}

/** What was not looked at may hold any error, so it weighs more than those that were found. */
function exitCodeOf(report: Report, allowsUnchecked: boolean): ExitCode {
	const { files, errors, skipped } = countsOf(report);
	if (!allowsUnchecked && (skipped > 0 || files === 0)) return 2;
	return errors > 0 ? 1 : 0;
}

export const checkCommand: Command = {
	summary: 'check files, as the editor does while you type, and fix them',
	usage,
	run,
};
