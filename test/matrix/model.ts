import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeDialects } from '../../server/simulator/dialects';
import { faultKinds } from './cells';
import type { Check } from './checkedCase';
import { violationsOf } from './invariants';
import { type CommandLine, type Scenario, scenarioNamed, type WantedFile, type Workspace } from './scenarios';
import { actNames, theirActs } from './theirActs';
import { openWorld, type World } from './world';

/**
 * What must be true of the appliance, as far as a person who has seen the exit codes can say: after a run that ended
 * with 0, its files are there; after any other, the files of before or those that were asked for.
 */
export interface Model {
	/** Which of two contents each file of the workspace has now. */
	readonly contents: Map<FileName, number>;
	/** The files that are there for sure, as a run has left them. */
	readonly settled: Map<string, WantedFile>;
	/** The second person has done something. */
	isAlone: boolean;
	last: Doing | undefined;
}

const fileNames = ['site.json', 'ks.cfg', 'db.json', 'db.cfg'] as const;
type FileName = (typeof fileNames)[number];

/** What goes wrong during a run and what somebody else does. */
interface Disturbance {
	readonly fault: string | undefined;
	readonly act: string | undefined;
}

interface Doing {
	readonly what: 'upload' | 'upload-by-file' | 'apply' | 'import' | 'link' | 'delete';
	readonly contents: ReadonlyMap<FileName, number>;
	/** With ids in it, once it has been run. */
	command?: CommandLine;
}

const quiet: Disturbance = { fault: undefined, act: undefined };

type Step = fc.AsyncCommand<Model, World>;

/** The person changes a file. */
const edit = (name: FileName): Step => ({
	check: () => true,
	async run({ contents }) {
		contents.set(name, 1 - (contents.get(name) ?? 0));
	},
	toString: () => `edit ${name}`,
});

/** Somebody else does something while the person does nothing. */
const actAlone = (name: string): Step => ({
	check: () => true,
	async run(model, { simulator }) {
		const acts = theirActs(scenarioOf({ what: 'upload', contents: model.contents }, model))[name] ?? [];
		for (const act of acts) simulator.actNow(act);
		model.isAlone = false;
		model.settled.clear();
	},
	toString: () => `somebody else: ${name}`,
});

/** The person runs a command. */
const run = (what: Doing['what'], disturbance: Disturbance): Step => ({
	check: ({ settled }) => (what !== 'link' && what !== 'delete') || (settled.has('ks.cfg') && settled.has('site.json')),
	run: (model, world) => perform({ what, contents: new Map(model.contents) }, disturbance, { model, world }),
	toString: () =>
		[what, disturbance.fault, disturbance.act && `somebody else: ${disturbance.act}`].filter(Boolean).join(', '),
});

/** The same command as before once more, undisturbed. */
const again: Step = {
	check: ({ last }) => last !== undefined,
	async run(model, world) {
		if (model.last) await perform(model.last, quiet, { model, world });
	},
	toString: () => 'the same again',
};

async function perform(
	doing: Doing,
	{ fault, act }: Disturbance,
	{ model, world }: { readonly model: Model; readonly world: World },
): Promise<void> {
	const scenario = scenarioOf(doing, model);
	const [name = '', when = '', at = ''] = act?.split(/@|(?=#)/) ?? [];
	const acts = (theirActs(scenario)[name] ?? []).map(deed => ({ [when]: at, ...deed }));
	if (acts.length > 0) model.isAlone = false;
	const { workspace } = scenario;
	const result = await world.run({ workspace, command: doing.command ?? scenario.command, fault, acts });
	model.last = { ...doing, command: result.command };
	const expected: Check['expected'] = fault === undefined && act === undefined ? 'success or conflict' : 'anything';
	const othersJobs = new Set(result.before.openJobs.map(({ id }) => id));
	const violations = violationsOf({ othersJobs, scenario, dialect: dialectOf(world), run: result, begun: 0, expected });
	assert.deepEqual(violations, [], `${doing.what} ended with ${result.outcome.code}: ${result.outcome.text}`);
	settle(model, scenario, result.outcome.code);
}

const dialects = new WeakMap<World, string>();
const dialectOf = (world: World): string => dialects.get(world) ?? '';

/** What is known now of the files that the run was about. */
function settle({ settled, isAlone }: Model, { wanted, removes }: Scenario, code: number): void {
	if (removes) for (const name of ['ks.cfg', 'site.json']) settled.delete(name);
	for (const file of wanted) {
		if (code === 0 && isAlone) settled.set(file.name, file);
		else settled.delete(file.name);
	}
}

/** The scenario of the matrix, with the contents that the workspace has now. */
function scenarioOf({ what, contents }: Pick<Doing, 'what' | 'contents'>, { settled }: Model): Scenario {
	const base = what === 'import' ? otherImport : scenarioNamed(scenarioNames[what]);
	const bytesOf = (name: string, bytes: Buffer): Buffer =>
		contents.get(name as FileName) === 1 ? variant(name, bytes) : bytes;
	const workspace: Workspace = Object.fromEntries(
		Object.entries(base.workspace).map(([name, content]) => [
			name,
			what === 'import' ? content : bytesOf(name, Buffer.from(content)),
		]),
	);
	if (base.links || base.removes) {
		const files = ['site.json', 'ks.cfg'].flatMap(name => settled.get(name) ?? []);
		return { ...base, workspace, wanted: base.removes ? [] : files };
	}
	const wanted = base.wanted.map(file =>
		what === 'import' ? file : { ...file, bytes: bytesOf(file.name, file.bytes) },
	);
	return { ...base, workspace, wanted, replaced: wanted.flatMap(({ name }) => settled.get(name) ?? []) };
}

/** An import of a file that no other command is about. */
const otherImport: Scenario = (() => {
	const rename = (name: string): string => (name === 'ks.cfg' ? 'other.cfg' : name);
	const { workspace, command, wanted, ...rest } = scenarioNamed('import');
	return {
		...rest,
		workspace: Object.fromEntries(Object.entries(workspace).map(([name, content]) => [rename(name), content])),
		command: command.map(rename),
		wanted: wanted.map(file => ({ ...file, name: rename(file.name) })),
	};
})();

const scenarioNames: Readonly<Record<Exclude<Doing['what'], 'import'>, string>> = {
	upload: 'upload-new',
	'upload-by-file': 'upload-by-file',
	apply: 'apply-two-pairs',
	link: 'link',
	delete: 'delete',
};

/** Another content of the same kind. */
const variant = (name: string, bytes: Buffer): Buffer =>
	Buffer.from(
		name.endsWith('.json')
			? bytes.toString().replace('"value":"/', '"value":"/another/')
			: `# another\n${bytes.toString()}`,
	);

const requests = fc.integer({ min: 1, max: 24 });
const faults = fc.tuple(fc.constantFrom(...faultKinds), requests).map(([kind, at]) => `${kind}#${at}`);
const acts = fc
	.tuple(fc.constantFrom(...actNames), fc.constantFrom('before', 'after'), requests)
	.map(([name, when, at]) => `${name}@${when}#${at}`);
const disturbances: fc.Arbitrary<Disturbance> = fc.record({
	fault: fc.option(faults, { nil: undefined }),
	act: fc.option(acts, { nil: undefined, freq: 1 }),
});
const whats = fc.constantFrom<Doing['what']>('upload', 'upload-by-file', 'apply', 'import', 'link', 'delete');

/** Any sequence of commands, disturbances and deeds of somebody else, on an appliance of any dialect. */
export const sequences = (longest: number) =>
	fc.tuple(
		fc.constantFrom(...describeDialects().map(({ name }) => name)),
		fc.commands(
			[
				fc.tuple(whats, disturbances).map(([what, disturbance]) => run(what, disturbance)),
				fc.tuple(whats, fc.constant(quiet)).map(([what, disturbance]) => run(what, disturbance)),
				fc.constantFrom(...fileNames).map(edit),
				fc.constantFrom(...actNames).map(actAlone),
				fc.constant(again),
			],
			{ maxCommands: longest },
		),
	);

/** Follows a sequence on an appliance and in the model. @throws {AssertionError} where the two differ. */
export async function follow(dialect: string, steps: Iterable<Step>): Promise<void> {
	const world = await openWorld(dialect);
	dialects.set(world, dialect);
	const model: Model = { contents: new Map(), settled: new Map(), isAlone: true, last: undefined };
	try {
		await fc.asyncModelRun(() => ({ model, real: world }), steps);
	} finally {
		await world.close();
	}
}
