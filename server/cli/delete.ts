import { removeStored } from '../rest/sync/removeStored';
import { type Command, type ExitCode, parseOptions } from './command';
import { asUsage, demandIds } from './givenIds';
import { readLogin, recordsOf, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `delete ID... --server URL|ID --user NAME [--force] [--json]

Removes files of any kind, OS images and custom profiles from the appliance; an image takes its profiles along. Nothing is
removed while something that stays is linked with it or uses it, unless --force is given, or when somebody has changed it
since it was looked at.

${serverUsage}
  --force               remove what others are linked with or use`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		force: { type: 'boolean', default: false },
	});
	if (positionals.length === 0) throw new UsageError('delete needs at least one ID; xclarity list shows them.');
	demandIds(positionals);
	const login = await readLogin(values, terminal, { changes: true });
	const store = recordsOf(login, terminal);
	const ids = [...new Set(positionals)];
	const { removed, users } = await withLogin(login, terminal, client =>
		store.exclusive(() => removeStored(client, ids, { store, isForced: values.force })).catch(asUsage),
	);
	if (users.length > 0) {
		for (const sentence of users) terminal.note(sentence);
		terminal.note('Nothing was removed. Name these, too, or use --force.');
		return 1;
	}
	if (values.json) terminal.out(`${JSON.stringify({ removed }, undefined, 2)}\n`);
	else terminal.out(removed.map(id => `removed ${id}\n`).join(''));
	return 0;
}

export const deleteCommand: Command = { summary: 'remove files, images and profiles', usage, run };
