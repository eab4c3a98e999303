import { linkStored } from '../rest/sync/linkStored';
import { type Command, type ExitCode, parseOptions } from './command';
import { asUsage, demandIds } from './givenIds';
import { readLogin, recordsOf, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `link UNATTEND_ID CONFIG_ID --server URL|ID --user NAME [--overwrite] [--json]

Links an unattend file and a configuration-settings file that are on the appliance, both ways, and reads back whether
the appliance shows it so. xclarity list shows the ids. A link that was not made from here is left as it is: where
files have one partner each, it would be lost.

${serverUsage}
  --overwrite           link them although one has a link that was not made from here`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		overwrite: { type: 'boolean', default: false },
	});
	const [unattend, config, ...more] = positionals;
	if (unattend === undefined || config === undefined || more.length > 0)
		throw new UsageError('link takes the id of an unattend file and that of a configuration-settings file.');
	demandIds(positionals);
	const login = await readLogin(values, terminal, { changes: true });
	const store = recordsOf(login, terminal);
	const { isChanged: changed, conflicts } = await store.exclusive(() =>
		withLogin(login, terminal, client =>
			linkStored(client, { unattend, config }, { store, overwrite: values.overwrite }).catch(asUsage),
		),
	);
	for (const sentence of conflicts) terminal.note(`conflict: ${sentence}`);
	if (conflicts.length > 0 && !changed) {
		terminal.note('Nothing was linked. Use --overwrite to link the files all the same.');
		return 1;
	}
	if (values.json) terminal.out(`${JSON.stringify({ unattend, config, changed }, undefined, 2)}\n`);
	else terminal.out(changed ? `linked ${unattend} and ${config}\n` : `${unattend} and ${config} are linked already\n`);
	return conflicts.length > 0 ? 1 : 0;
}

export const linkCommand: Command = { summary: 'link two files that are on the appliance', usage, run };
