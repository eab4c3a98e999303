import path from 'node:path';
import { declaredMacros } from '../language/config/customMacros';
import { type Answers, type ServerAnswers, serverAnswers } from '../language/deployment/answers';
import { deployForm } from '../language/deployment/deployForm';
import { valuesEnding, valuesFileOf } from '../language/deployment/valuesFile';
import { writeValues } from '../language/deployment/writeValues';
import { askEntries, askNumber, askText } from './askForm';
import { type Command, type ExitCode, parseOptions } from './command';
import { diskWorkspace } from './diskWorkspace';
import { uriOf } from './findFiles';
import { readDocument } from './readDocument';
import { noValues, readValues } from './readValues';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';
import { writeWhole } from './writeWhole';

const usage = `form CONFIG [--out FILE]

Asks in the terminal what the deploy dialog would ask for a configuration-settings file, and writes the answers as a
values file, for xclarity preview and for the editor. Enter takes the value in brackets; what the dialog would refuse is
asked again. Nothing is written before the last answer.

  --out FILE   the values file (default: CONFIG with the ending ${valuesEnding}); one that is there already gives the
               values in brackets and is replaced`;

/** As many servers as the deploy dialog is simulated for. */
const mostServers = 20;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values: options, positionals } = parseOptions(args, { out: { type: 'string' } });
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw new UsageError('form takes one configuration-settings file.');
	const workspace = diskWorkspace(terminal.cwd);
	const config = path.resolve(terminal.cwd, file);
	const document = await readDocument(workspace, file, terminal.cwd);
	if ((await workspace.kindOf(document)) !== 'config')
		throw new UsageError(`${file} is no configuration-settings file.`);
	const name = options.out ?? valuesFileOf(file);
	const out = path.resolve(terminal.cwd, name);
	const isThere = (await workspace.document(uriOf(out))) !== undefined;
	const before = isThere ? (await readValues(workspace, name, terminal)).answers : noValues.answers;
	const answers = await askAll(terminal, deployForm(declaredMacros(document)), before);
	if (!answers) throw new UsageError('The input ended before the last answer: nothing is written.');
	const written = path.relative(path.dirname(out), config).split(path.sep).join('/');
	await terminal.uninterrupted(() => writeWhole(out, writeValues(written, answers)));
	terminal.out(`${name}\n`);
	return 0;
}

type Form = ReturnType<typeof deployForm>;

/** `undefined`: the input has ended. */
async function askAll(terminal: Terminal, form: Form, before: Answers): Promise<Answers | undefined> {
	if (form.common.length > 0) terminal.note('Common settings');
	const common = await askEntries(terminal, form.common, before.common);
	const count = common && (await countServers(terminal, form, before));
	if (!common || count === undefined) return undefined;
	const servers: ServerAnswers[] = [];
	for (let index = 0; index < count; index++) {
		const old = serverAnswers(before, index);
		terminal.note(`Server ${index + 1} of ${count}`);
		const name = await askText(terminal, 'Name', old.name ?? `server${index + 1}`);
		const values = name === undefined ? undefined : await askEntries(terminal, form.perServer, old.values);
		if (name === undefined || !values) return undefined;
		servers.push({ ...old, name, values });
	}
	return { common, predefined: before.predefined, servers };
}

const countServers = (terminal: Terminal, { perServer }: Form, { servers }: Answers): Promise<number | undefined> =>
	perServer.length === 0
		? Promise.resolve(Math.max(1, servers.length))
		: askNumber(terminal, 'How many servers', { min: 1, max: mostServers, preset: Math.max(1, servers.length) });

export const formCommand: Command = {
	summary: 'ask what the deploy dialog asks, and write a values file',
	usage,
	run,
};
