import { languageFor } from '../language/languageService';
import { problem, toDiagnostics } from '../language/problem';
import { targetSystems } from '../language/unattend/targetSystem';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { type Preferences, Workspace } from '../workspace/workspace';
import { type Command, type ExitCode, oneOf, parseOptions } from './command';
import { type FoundFile, findFiles, uriOf } from './findFiles';
import { fixFiles } from './fixFiles';
import { type FileReport, isError, jsonReport, textReport } from './report';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `check [--fix [--dry-run]] [--format text|json] [--os OS] [--osrelease RELEASE] [--rhel N] [PATH...]

Checks configuration-settings files, unattend files and xclarity.json. Folders are searched; without a path the
working folder is.

  --fix                first apply the safe quick fixes and write the files: those that decide nothing for you and take
                       away nothing that you wrote; what was left is listed with the reason
  --dry-run            with --fix: show what would change and write nothing
  --format text|json   text with the source line and a caret (default), or JSON with zero-based positions
  --os OS              target operating system of every file, over what xclarity.json says: rhels, sles, win, esxi
  --osrelease RELEASE  its release: 9.4, 12.3, 2022
  --rhel N             short for --os rhels --osrelease N; likewise --sles, --esxi and --windows`;

/** A workspace over the disk alone, for one run. */
export const diskWorkspace = (cwd: string): Workspace =>
	new Workspace({ files: nodeFileSystem, openDocuments: () => [], roots: () => [uriOf(cwd)] });

/** The report on one file; `undefined` when it is none of ours and nobody named it. */
export async function checkFile(
	workspace: Workspace,
	found: FoundFile,
	preferences: Preferences,
): Promise<FileReport | undefined> {
	const { file, uri, named } = found;
	const document = await workspace.document(uri);
	if (!document) {
		if (named) throw new UsageError(`${file} cannot be read: it is not a regular file, or is larger than 16 MiB.`);
		return undefined;
	}
	const kind = await workspace.kindOf(document);
	if (kind) {
		const context = await workspace.contextOf(document, kind, preferences);
		return { file, document, diagnostics: languageFor(kind).validate(document, context) };
	}
	if (!named) return undefined;
	const unrecognised = problem('file-unrecognised', { start: 0, end: 0 }, { file });
	return { file, document, diagnostics: toDiagnostics(document, [unrecognised], preferences.severities) };
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const text = { type: 'string' } as const;
	const { values, positionals } = parseOptions(args, {
		format: { type: 'string', default: 'text' },
		fix: { type: 'boolean', default: false },
		'dry-run': { type: 'boolean', default: false },
		os: text,
		osrelease: text,
		...Object.fromEntries(targetSystems.map(({ option }) => [option, text])),
	});
	const format = oneOf('format', values.format, ['text', 'json']);
	const given = new Map<string, unknown>(Object.entries(values));
	const system = targetSystems.find(({ option }) => given.has(option));
	const target = system
		? { os: system.os, osrelease: String(given.get(system.option)) }
		: { os: values.os, osrelease: values.osrelease };
	if (values['dry-run'] && !values.fix)
		throw new UsageError('--dry-run goes with --fix: a check alone writes nothing.');
	const preferences = { severities: {}, target };
	const onDisk = diskWorkspace(terminal.cwd);
	const files = await findFiles(positionals.length > 0 ? positionals : ['.'], terminal.cwd, onDisk);
	const tell = format === 'json' ? terminal.note : terminal.out;
	const { workspace, fixes } = values.fix
		? await fixFiles({ files, preferences, dryRun: values['dry-run'], tell, terminal })
		: { workspace: onDisk, fixes: undefined };
	const reports: FileReport[] = [];
	for (const [position, found] of files.entries()) {
		terminal.signal.throwIfAborted();
		terminal.progress(`checking ${position + 1} of ${files.length}: ${found.file}`);
		const report = await checkFile(workspace, found, preferences);
		if (report) reports.push(report);
	}
	terminal.progress('');
	terminal.out(format === 'json' ? jsonReport(reports, fixes) : textReport(reports));
	return reports.some(({ diagnostics }) => diagnostics.some(isError)) ? 1 : 0;
}

export const checkCommand: Command = {
	summary: 'check files, as the editor does while you type, and fix them',
	usage,
	run,
};
