import type { StoredFile } from '../rest/xclarityClient';
import { type Command, type ExitCode, parseOptions } from './command';
import { readLogin, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `list --server URL --user NAME [--ca FILE | --fingerprint SHA256] [--json]

Lists the unattend files and configuration-settings files on the appliance, with what each is linked to.

${serverUsage}`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, serverOptions);
	if (positionals.length > 0) throw new UsageError(`list takes no file: ${positionals.join(' ')}`);
	const login = await readLogin(values, terminal);
	const { unattends, configs } = await withLogin(login, terminal, client => client.osImages());
	if (values.json) {
		const plain = ({ raw: _, ...facts }: StoredFile) => facts;
		terminal.out(`${JSON.stringify({ unattends: unattends.map(plain), configs: configs.map(plain) }, undefined, 2)}\n`);
		return 0;
	}
	terminal.out(`${table('unattend files', unattends)}${table('configuration-settings files', configs)}`);
	return 0;
}

function table(title: string, files: readonly StoredFile[]): string {
	if (files.length === 0) return `${title}: none\n`;
	const rows = files.map(({ id, name, os, osrelease, associatedFileId }) => {
		const target = [os, osrelease].filter(part => part !== undefined).join(' ');
		const link = associatedFileId === undefined ? 'not linked' : `linked with ${associatedFileId}`;
		return `  ${id}  ${name}${target === '' ? '' : `  ${target}`}  ${link}\n`;
	});
	return `${title}:\n${rows.join('')}`;
}

export const listCommand: Command = { summary: 'list what is on the appliance', usage, run };
