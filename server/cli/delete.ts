import type { OsImages, StoredFile } from '../rest/osImages';
import { type Command, type ExitCode, parseOptions } from './command';
import { readLogin, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `delete ID... --server URL|ID --user NAME [--force] [--json]

Removes unattend files and configuration-settings files from the appliance. Nothing is removed while another file that
stays is linked with one of them, unless --force is given.

${serverUsage}
  --force               remove files that others are linked with`;

interface Found {
	readonly files: readonly StoredFile[];
	readonly users: readonly StoredFile[];
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		force: { type: 'boolean', default: false },
	});
	if (positionals.length === 0) throw new UsageError('delete needs at least one ID; xclarity list shows them.');
	const login = await readLogin(values, terminal, { changes: true });
	const { users } = await withLogin(login, terminal, async client => {
		const found = find(await client.osImages(), positionals);
		if (found.users.length === 0 || values.force) await client.remove(positionals);
		return found;
	});
	if (users.length > 0 && !values.force) {
		for (const { id, name, associatedFileId } of users) {
			terminal.note(`${name} (${id}) is linked with ${associatedFileId}.`);
		}
		terminal.note('Nothing was removed. Name these files, too, or use --force.');
		return 1;
	}
	if (values.json) terminal.out(`${JSON.stringify({ removed: positionals }, undefined, 2)}\n`);
	else terminal.out(positionals.map(id => `removed ${id}\n`).join(''));
	return 0;
}

/** @throws {UsageError} for an id that is not listed. */
function find({ unattends, configs }: OsImages, ids: readonly string[]): Found {
	const all = [...unattends, ...configs];
	const missing = ids.filter(id => !all.some(file => file.id === id));
	if (missing.length > 0) throw new UsageError(`The appliance has no file ${missing.join(', ')}.`);
	return {
		files: all.filter(({ id }) => ids.includes(id)),
		users: all.filter(
			({ id, associatedFileId }) =>
				!ids.includes(id) && associatedFileId !== undefined && ids.includes(associatedFileId),
		),
	};
}

export const deleteCommand: Command = { summary: 'remove files from the appliance', usage, run };
