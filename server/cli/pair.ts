import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProposedSetting } from '../language/deployment/pair/proposedSetting';
import { type PairFiles, type PlannedPair, pairFiles, planPair } from '../workspace/pairPlan';
import { type Command, type ExitCode, parseOptions } from './command';
import { diskWorkspace } from './diskWorkspace';
import { uriOf } from './findFiles';
import { givenPath } from './givenPaths';
import { proposalJson, proposalText, type ShownPair, writtenText } from './pairReport';
import { readDocument } from './readDocument';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';
import { writePair } from './writePair';

const usage = `pair FILE [--only NAMES] [--write] [--json]

Shows which texts of an unattend file without macros could become settings: host names, addresses, languages, disks,
passwords and so on, each with its macro. With --write they do: a configuration-settings file is made beside FILE, FILE
gets the macros, and xclarity.json the link. With the defaults an installer then reads what it reads now; xclarity
preview shows it. A password gets no default, so that no second file holds it: keep it elsewhere, the operator enters it.
Nothing that exists is replaced. Ends with 1 when FILE cannot be turned into a pair.

  --only NAMES   only these settings, separated by commas
  --write        write the files
  --dry-run      only show (default)
  --json         the proposal as JSON`;

const flag = { type: 'boolean', default: false } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values: options, positionals } = parseOptions(args, {
		only: { type: 'string' },
		write: flag,
		'dry-run': flag,
		json: flag,
	});
	const [given, ...more] = positionals;
	if (given === undefined || more.length > 0) throw new UsageError('pair takes one unattend file.');
	if (options.write && options['dry-run']) throw new UsageError('--write and --dry-run do not go together.');
	const workspace = diskWorkspace(terminal.cwd);
	const file = await givenPath(given, terminal.cwd);
	const at = uriOf(path.resolve(terminal.cwd, file));
	await readDocument(workspace, file, terminal.cwd);
	const plan = await planPair(workspace, at, { severities: {} });
	if ('refusal' in plan) {
		terminal.note(plan.refusal);
		return 1;
	}
	const chosen = chosenSettings(plan, options.only);
	const names = chosen.map(({ name }) => name);
	const files = await filesOf(() => pairFiles(workspace, plan, names));
	const shown: ShownPair = { file, config: path.relative(terminal.cwd, fileURLToPath(plan.config)), chosen };
	const left = files.secretsLeft;
	const json = proposalJson(plan, shown, { written: options.write, left });
	terminal.out(options.json ? `${JSON.stringify(json, undefined, 2)}\n` : proposalText(plan, shown));
	if (options.write) await terminal.uninterrupted(() => writePair(workspace, plan, files));
	if (!options.json) terminal.note(options.write ? writtenText(shown, left) : 'Nothing is written. --write does it.');
	return 0;
}

function chosenSettings({ settings }: PlannedPair, only: string | undefined): readonly ProposedSetting[] {
	if (only === undefined) return settings;
	const names = only.split(',').map(name => name.trim());
	const wanted = new Set(names);
	const there = new Set(settings.map(({ name }) => name));
	const unknown = names.find(name => !there.has(name));
	const known = settings.map(({ name }) => name).join(', ');
	if (unknown !== undefined)
		throw new UsageError(`--only: there is no ${unknown || 'setting without a name'} among ${known}.`);
	return settings.filter(({ name }) => wanted.has(name));
}

/** What keeps the manifest from being edited is the person's to correct. */
async function filesOf(make: () => Promise<PairFiles>): Promise<PairFiles> {
	try {
		return await make();
	} catch (error) {
		if (error instanceof RangeError) throw new UsageError(error.message);
		throw error;
	}
}

export const pairCommand: Command = {
	summary: 'turn an unattend file without macros into a pair with settings',
	usage,
	run,
};
