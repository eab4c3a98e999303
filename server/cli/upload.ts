import path from 'node:path';
import { shownName, type UploadFile } from '../rest/sync/uploadFile';
import { passesCheck } from './checkBeforeUpload';
import { type Command, type ExitCode, parseOptions } from './command';
import { conflictChoice, conflictOptions, conflictUsage, planChoice } from './conflictOptions';
import { diskWorkspace } from './diskWorkspace';
import { uriOf } from './findFiles';
import { demandIds } from './givenIds';
import { givenPaths } from './givenPaths';
import { onOneLine } from './onOneLine';
import { readLogin, serverOptions, serverUsage } from './serverOptions';
import type { Terminal } from './terminal';
import { methodOf, transfer } from './transfer';
import { uploadFilesOf } from './uploadFiles';
import { UsageError } from './usageError';

const usage = `upload FILE... --server URL --user NAME [OPTIONS]

Checks files, uploads them and links them. An unattend file whose link names a configuration-settings file takes that
file along. Nothing is sent when the check finds an error, when somebody has changed a file on the appliance since
the last upload from here, or when a file of the same name is there that was not uploaded from here. What is already there is not sent again; a failure takes back what was begun, and the
same command finishes it.

${serverUsage}
  --config FILE         the configuration-settings file to link with, over what xclarity.json says
  --associated-id ID    link with a file that is on the appliance already
  --os OS               operating system, over what xclarity.json says: rhels, sles, win, esxi
  --osrelease RELEASE   its release: 9.4, 12.3, 2022
  --description TEXT    shown on the appliance
  --device-type TYPE    kind of device that the files are for: hba, nic, other
  --method content|file send texts in requests, or everything as file jobs; by default, what is not UTF-8 or is too
                        large goes as a file job, and the rest in requests
  --dry-run             with --server look at the appliance and print the plan; change nothing
  --force               upload although the check finds errors
${conflictUsage}`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		...conflictOptions,
		config: text,
		'associated-id': text,
		os: text,
		osrelease: text,
		description: text,
		'device-type': text,
		method: text,
		'dry-run': flag,
		force: flag,
	});
	if (positionals.length === 0) throw new UsageError('upload needs at least one FILE.');
	const { config, os, osrelease, description } = values;
	const associatedId = values['associated-id'];
	if (config !== undefined && associatedId !== undefined)
		throw new UsageError('Give either --config or --associated-id, not both.');
	if (associatedId !== undefined) demandIds([associatedId]);
	const method = methodOf(values.method);
	const choice = planChoice(conflictChoice(values));
	const workspace = diskWorkspace(terminal.cwd);
	const choices = { config, associatedId, os, osrelease, description, deviceType: values['device-type'] };
	const world = { workspace, cwd: terminal.cwd };
	const given = await givenPaths(positionals, terminal.cwd, workspace);
	const files = await uploadFilesOf(given, { ...choices, force: values.force }, world);
	const dryRun = values['dry-run'];
	const login =
		dryRun && values.server === undefined ? undefined : await readLogin(values, terminal, { changes: !dryRun });
	const paths = files.map(shownName);
	const preferences = {
		severities: {},
		target: { os, osrelease },
		...(config === undefined ? {} : { config: uriOf(path.resolve(terminal.cwd, config)) }),
	};
	if (!values.force && !(await passesCheck(paths, workspace, { terminal, json: values.json, preferences }))) return 1;
	if (!login) return offlinePlan(files, values.json, terminal);
	return transfer(files, { login, terminal }, { ...choice, method, dryRun, json: values.json });
}

function offlinePlan(files: readonly UploadFile[], json: boolean, terminal: Terminal): ExitCode {
	const uploads = files.map(file => ({
		file: shownName(file),
		imageType: file.imageType,
		id: null,
		associatedFileId: file.partnerId ?? null,
		jobId: null,
	}));
	if (json) terminal.out(`${JSON.stringify({ dryRun: true, uploads }, undefined, 2)}\n`);
	else terminal.out(uploads.map(({ file, imageType }) => `would upload ${onOneLine(file)} as ${imageType}\n`).join(''));
	return 0;
}

export const uploadCommand: Command = { summary: 'check, upload and link files', usage, run };
