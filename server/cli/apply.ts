import { shownName } from '../rest/sync/uploadFile';
import { passesCheck } from './checkBeforeUpload';
import { type Command, type ExitCode, parseOptions } from './command';
import { conflictChoice, conflictOptions, conflictUsage, planChoice } from './conflictOptions';
import { diskWorkspace } from './diskWorkspace';
import { givenPath } from './givenPaths';
import { manifestFiles } from './manifestFiles';
import { readLogin, serverOptions, serverUsage } from './serverOptions';
import type { Terminal } from './terminal';
import { methodOf, transfer } from './transfer';
import { UsageError } from './usageError';

const usage = `apply [xclarity.json] [--server URL|ID --user NAME] [OPTIONS]

Brings the appliance to what the manifest says: every unattend file that it names, linked with its configuration-settings
file. A second run changes nothing and says so. Without --server, the manifest's own server is looked up in servers.json.
Files of the same name that were not uploaded from here are a conflict: between machines, keep $XCLARITY_STATE.

${serverUsage}
  --method content|file send texts in requests, or everything as file jobs; by default, what is not UTF-8 or is too
                        large goes as a file job, and the rest in requests
  --dry-run             look at the appliance and print the plan; change nothing
  --force               apply although the check finds errors
${conflictUsage}`;

const flag = { type: 'boolean', default: false } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		...conflictOptions,
		method: { type: 'string' },
		'dry-run': flag,
		force: flag,
	});
	if (positionals.length > 1) throw new UsageError('apply takes one manifest.');
	const method = methodOf(values.method);
	const choice = planChoice(conflictChoice(values));
	const workspace = diskWorkspace(terminal.cwd);
	const world = { workspace, cwd: terminal.cwd };
	const manifest = await givenPath(positionals[0] ?? '.', terminal.cwd);
	const { files, server } = await manifestFiles(manifest, { force: values.force }, world);
	const dryRun = values['dry-run'];
	const login = await readLogin(values, terminal, { changes: !dryRun, fallback: server });
	const paths = files.map(shownName);
	if (
		!values.force &&
		!(await passesCheck(paths, workspace, { terminal, json: values.json, preferences: { severities: {} } }))
	)
		return 1;
	const options = { ...choice, method, dryRun, json: values.json };
	return transfer(files, { login, terminal }, options);
}

export const applyCommand: Command = { summary: 'bring the appliance to what xclarity.json says', usage, run };
