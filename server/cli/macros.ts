import { declaredMacros } from '../language/config/customMacros';
import { listMacros } from '../language/macros/macroLookup';
import { type Command, type ExitCode, parseOptions } from './command';
import { diskWorkspace } from './diskWorkspace';
import { onOneLine } from './onOneLine';
import { readDocument } from './readDocument';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** No person and no script reads more; whoever declares a list of a billion elements is told. */
const mostListed = 100_000;

const usage = `macros FILE [--json]

Lists the macros that a configuration-settings file declares. A list without an upper bound shows its first instance.`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, { json: { type: 'boolean', default: false } });
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw new UsageError('macros takes one configuration-settings file.');
	const workspace = diskWorkspace(terminal.cwd);
	const document = await readDocument(workspace, file, terminal.cwd);
	if ((await workspace.kindOf(document)) !== 'config')
		throw new UsageError(`${file} is not a configuration-settings file.`);
	const listed = listMacros(declaredMacros(document), mostListed + 1, mostListed + 1);
	const macros = listed.slice(0, mostListed).map(({ name, type, common, node }) => ({
		name,
		type,
		common,
		setting: node.setting.nameRange.start,
	}));
	if (values.json) terminal.out(`${JSON.stringify(macros, undefined, 2)}\n`);
	else
		terminal.out(
			macros.map(({ name, type, common }) => `#${name}#  ${type}  ${common ? 'common' : 'per server'}\n`).join(''),
		);
	if (listed.length <= mostListed) return 0;
	terminal.note(`${onOneLine(file)} declares more macros: only the first ${mostListed} are listed.`);
	return 2;
}

export const macrosCommand: Command = {
	summary: 'list the macros that a configuration-settings file declares',
	usage,
	run,
};
