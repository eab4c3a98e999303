import { diskWorkspace } from './check';
import { passesCheck } from './checkBeforeUpload';
import { type Command, type ExitCode, oneOf, parseOptions } from './command';
import { conflictChoice, conflictOptions, conflictUsage } from './conflictOptions';
import { manifestRequests } from './manifestRequests';
import { readLogin, serverOptions, serverUsage } from './serverOptions';
import type { Terminal } from './terminal';
import { transfer } from './transfer';
import { desiredOf } from './uploadRequests';
import { UsageError } from './usageError';

const usage = `apply [xclarity.json] [--server URL|ID --user NAME] [OPTIONS]

Brings the appliance to what the manifest says: every unattend file that it names, linked with its configuration-settings
file. A second run changes nothing and says so. Without --server, the manifest's own server is looked up in servers.json.
Files of the same name that were not uploaded from here are a conflict: between machines, keep $XCLARITY_STATE.

${serverUsage}
  --method content|file send the texts in the requests (default), or as file jobs
  --dry-run             look at the appliance and print the plan; change nothing
  --force               apply although the check finds errors
${conflictUsage}`;

const flag = { type: 'boolean', default: false } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		...conflictOptions,
		method: { type: 'string', default: 'content' },
		'dry-run': flag,
		force: flag,
	});
	if (positionals.length > 1) throw new UsageError('apply takes one manifest.');
	const method = oneOf('method', values.method, ['content', 'file']);
	const onConflict = conflictChoice(values);
	const workspace = diskWorkspace(terminal.cwd);
	const { requests, server } = await manifestRequests(positionals[0] ?? '.', method, { workspace, cwd: terminal.cwd });
	const dryRun = values['dry-run'];
	const login = await readLogin(values, terminal, { changes: !dryRun, fallback: server });
	const desired = desiredOf(requests, terminal.cwd);
	const paths = desired.map(file => file.path ?? file.name);
	if (
		!values.force &&
		!(await passesCheck(paths, workspace, { terminal, json: values.json, preferences: { severities: {} } }))
	)
		return 1;
	const options = { method, dryRun, json: values.json, onConflict, unknown: 'conflict' as const };
	return transfer(desired, { login, terminal }, options);
}

export const applyCommand: Command = { summary: 'bring the appliance to what xclarity.json says', usage, run };
