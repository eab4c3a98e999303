import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../workspace/workspace';
import { withoutKnown, writeBaseline } from './check/baseline';
import { changedSince } from './check/changedFiles';
import { checkFiles, threadsFor } from './check/checkFiles';
import { type CheckOptions, readCheckOptions, usage } from './check/checkOptions';
import { fixFiles } from './check/fixFiles';
import { githubReport } from './check/githubReport';
import { gitlabReport } from './check/gitlabReport';
import { IgnoredFiles } from './check/ignoredFiles';
import { jsonReport } from './check/jsonReport';
import { junitReport } from './check/junitReport';
import { countsOf, type FileReport, isError, type Report } from './check/report';
import { sarifReport } from './check/sarifReport';
import { styledReport } from './check/textReport';
import type { Command, ExitCode } from './command';
import { diskWorkspace } from './diskWorkspace';
import { type FoundFiles, findFiles, linkedWith, type Skipped, uriIn } from './findFiles';
import { folderInWords } from './folderInWords';
import { givenPath, givenPaths } from './givenPaths';
import { onOneLine } from './onOneLine';
import type { Terminal } from './terminal';

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const options = await spelled(readCheckOptions(args), terminal.cwd);
	const { format, target } = options;
	const preferences = { severities: {}, target };
	const before = await workspaceOf(options, terminal);
	const found = await filesToCheck(options, before, terminal.cwd);
	const tell = format === 'text' ? terminal.out : terminal.note;
	const named = found.files.filter(({ origin }) => origin !== 'linked');
	const { workspace, fixes } = options.fix
		? await fixFiles({ files: named, preferences, dryRun: options.dryRun, repairs: options.repairs, tell, terminal })
		: { workspace: before, fixes: undefined };
	const request = { preferences, ignoresUnknown: options.ignoresUnknown, withFixes: withFixes.has(format) };
	// Other threads know neither the text on standard input nor what a dry run would have written.
	const threads = workspace === before && options.stdinName === undefined ? threadsOf(options, found, terminal) : 1;
	const { reports, skipped } = await checkFiles(found.files, { workspace, request, threads, terminal });
	const all: Report = { reports, skipped: [...found.skipped, ...skipped, ...reports.flatMap(unlookedAt)], fixes };
	for (const { file, reason } of all.skipped ?? []) terminal.note(`not checked: ${onOneLine(file)}: ${reason}`);
	const isNothing = reports.length + skipped.length === 0;
	if (isNothing) terminal.note(nothingFound(options));
	if (options.baselineToWrite !== undefined) {
		const { baselineToWrite } = options;
		const count = await terminal.uninterrupted(() => writeBaseline(reports, baselineToWrite, terminal.cwd));
		terminal.note(`${options.baselineToWrite} knows ${count} report${count === 1 ? '' : 's'} now.`);
		return exitCodeOf({ ...all, reports: [] }, options, isNothing);
	}
	const report = { ...all, reports: await unknownReports(reports, options, terminal) };
	write(report, options, terminal);
	return exitCodeOf(report, options, isNothing);
}

/** What of a file lies too deep to be checked. */
const unlookedAt = ({ file, diagnostics }: FileReport): Skipped[] =>
	diagnostics
		.filter(({ code }) => code === 'config-depth')
		.map(({ range }) => ({ file, reason: `what is nested so deep, from line ${range.start.line + 1} on` }));

/** The formats that tell how problems can be cured. */
const withFixes: ReadonlySet<CheckOptions['format']> = new Set(['json', 'sarif']);

const threadsOf = ({ threads }: CheckOptions, { files }: FoundFiles, { processors }: Terminal): number =>
	threads ?? threadsFor(files.length, processors);

const nothingFound = ({ changedSince: ref, paths }: CheckOptions): string =>
	ref === undefined
		? `There is no file to check in ${paths.map(folderInWords).join(', ')}.`
		: `Of what is checked here, nothing has changed since ${ref}.`;

const spelled = async (options: CheckOptions, cwd: string): Promise<CheckOptions> =>
	options.stdinName === undefined ? options : { ...options, stdinName: await givenPath(options.stdinName, cwd) };

/** The disk, with the text on standard input in the place of the file whose name it has. */
async function workspaceOf({ stdinName }: CheckOptions, terminal: Terminal): Promise<Workspace> {
	if (stdinName === undefined) return diskWorkspace(terminal.cwd);
	const document = TextDocument.create(uriIn(terminal.cwd, stdinName), '', 1, await terminal.input());
	return diskWorkspace(terminal.cwd, { openDocuments: () => [document] });
}

async function filesToCheck(options: CheckOptions, workspace: Workspace, cwd: string): Promise<FoundFiles> {
	const { stdinName } = options;
	if (stdinName !== undefined) {
		return { files: [{ file: stdinName, uri: uriIn(cwd, stdinName), origin: 'named' }], skipped: [] };
	}
	const ignored = new IgnoredFiles(workspace);
	const isIgnored = async (uri: string): Promise<boolean> => options.usesIgnore && (await ignored.has(uri));
	const paths = await givenPaths(options.paths, cwd, workspace);
	const { files, skipped } = await findFiles(paths, { cwd, workspace, isIgnored, asFound: options.ignoresUnknown });
	const all = [...files, ...(await linkedWith(files, cwd, workspace))];
	if (options.changedSince === undefined) return { files: all, skipped };
	const changed = await changedSince(options.changedSince, cwd, workspace);
	return { files: all.filter(({ uri }) => changed.has(uri)), skipped };
}

/** What a baseline does not know. */
async function unknownReports(
	reports: readonly FileReport[],
	{ baseline }: CheckOptions,
	terminal: Terminal,
): Promise<readonly FileReport[]> {
	if (baseline === undefined) return reports;
	const { reports: left, known, gone } = await withoutKnown(reports, baseline, terminal.cwd);
	if (known > 0) terminal.note(`${known} known to ${baseline} and left out.`);
	if (gone > 0) terminal.note(`${gone} in ${baseline} no longer found: --write-baseline takes them out.`);
	return left;
}

function write(report: Report, { format, quiet }: CheckOptions, terminal: Terminal): void {
	const errorsOf = (each: FileReport): FileReport => ({ ...each, diagnostics: each.diagnostics.filter(isError) });
	const shown = quiet ? { ...report, reports: report.reports.map(errorsOf) } : report;
	if (format === 'text') terminal.outStyled(styledReport(shown));
	else terminal.out(writers[format](shown));
}

const writers = {
	json: jsonReport,
	sarif: sarifReport,
	github: githubReport,
	gitlab: gitlabReport,
	junit: junitReport,
} as const satisfies Readonly<Record<Exclude<CheckOptions['format'], 'text'>, (report: Report) => string>>;

/** What was not looked at may hold any error, so it weighs more than those that were found. */
function exitCodeOf(report: Report, options: CheckOptions, isNothing: boolean): ExitCode {
	const { errors, warnings, skipped } = countsOf(report);
	const isEmpty = isNothing && options.changedSince === undefined && !options.ignoresUnknown;
	if (!options.allowsUnchecked && (skipped > 0 || isEmpty)) return 2;
	if (report.fixes?.some(({ hasFailed }) => hasFailed)) return 2;
	const isUnfixed = report.fixes?.some(({ unwritten }) => unwritten !== undefined) ?? false;
	return errors > 0 || warnings > options.mostWarnings || isUnfixed ? 1 : 0;
}

export const checkCommand: Command = {
	summary: 'check files, as the editor does while you type, and fix them',
	usage,
	run,
};
