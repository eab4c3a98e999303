import { linkStored } from '../rest/sync/linkStored';
import { type Command, type ExitCode, parseOptions } from './command';
import { readLogin, recordsOf, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `link UNATTEND_ID CONFIG_ID --server URL|ID --user NAME [--json]

Links an unattend file and a configuration-settings file that are on the appliance, both ways, and reads back whether
the appliance shows it so. xclarity list shows the ids.

${serverUsage}`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, serverOptions);
	const [unattend, config, ...more] = positionals;
	if (unattend === undefined || config === undefined || more.length > 0)
		throw new UsageError('link takes the id of an unattend file and that of a configuration-settings file.');
	const login = await readLogin(values, terminal, { changes: true });
	const store = recordsOf(login, terminal);
	const changed = await store.exclusive(() =>
		withLogin(login, terminal, client => linkStored(client, { unattend, config }, store)),
	);
	if (values.json) terminal.out(`${JSON.stringify({ unattend, config, changed }, undefined, 2)}\n`);
	else terminal.out(changed ? `linked ${unattend} and ${config}\n` : `${unattend} and ${config} are linked already\n`);
	return 0;
}

export const linkCommand: Command = { summary: 'link two files that are on the appliance', usage, run };
