import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestRecord } from '../../server/simulator/requestLog';
import { type Simulator, startSimulator } from '../../server/simulator/simulator';
import type { Truth } from '../../server/simulator/truth';
import type { Cell } from './cell';
import { type CheckedRun, violationsOf } from './invariants';
import { type CommandOutcome, runCommand } from './runCommand';
import { type CommandLine, type Scenario, scenarioNamed, type Workspace } from './scenarios';
import { theirActs } from './theirActs';

/** What came of a cell. */
export interface CellResult {
	/** Empty when everything that is promised holds. */
	readonly violations: readonly string[];
	/** Requests of the first run. */
	readonly requests: readonly Pick<RequestRecord, 'method' | 'path'>[];
	readonly outcomes: readonly CommandOutcome[];
}

const broken = /^(?<kind>ctrl-c|kill)#(?<at>\d+)$/;

/** Runs the command of the scenario under the fault and with the act, then once more without; checks both. */
export async function runCell(cell: Cell): Promise<CellResult> {
	const scenario = scenarioNamed(cell.scenario);
	const world = await openWorld(cell.dialect);
	try {
		for (const { workspace, command } of scenario.before) {
			const { code, text } = await world.run(workspace, command);
			if (code !== 0)
				return { violations: [`1st run: begin: ${text.trim().replaceAll('\n', ' ')}`], requests: [], outcomes: [] };
		}
		const asked = world.simulator.requests.length;
		const first = await brokenRun(world, scenario, cell);
		const requests = world.simulator.requests
			.slice(asked)
			.map(({ method, path: target }) => ({ method, path: target }));
		world.simulator.setFaults([]);
		world.simulator.setSecondPerson([]);
		const second = await checkedRun(world, () => world.run(scenario.workspace, world.resolved ?? scenario.command));
		const violations = [
			...violationsOf(scenario, cell, first).map(text => `1st run: ${text}`),
			...violationsOf(scenario, { ...cell, fault: undefined }, second, first).map(text => `2nd run: ${text}`),
		];
		return { violations, requests, outcomes: [first.outcome, second.outcome] };
	} finally {
		await world.close();
	}
}

interface World {
	readonly simulator: Simulator;
	/** The command with ids in it, once it has been run. */
	resolved: CommandLine | undefined;
	signal: AbortSignal;
	onRequest: (() => void) | undefined;
	/** The folder in which the tool remembers its uploads. */
	state: string;
	readonly folder: string;
	run(workspace: Workspace, command: CommandLine): Promise<CommandOutcome>;
	close(): Promise<void>;
}

async function openWorld(dialect: string): Promise<World> {
	const folder = mkdtempSync(path.join(tmpdir(), 'xclarity-matrix-'));
	const cwd = path.join(folder, 'site');
	mkdirSync(cwd);
	const simulator = await startSimulator({ dialect, jobMilliseconds: 1, onRequest: () => world.onRequest?.() });
	const world: World = {
		...{ simulator, folder, resolved: undefined, onRequest: undefined },
		signal: new AbortController().signal,
		state: path.join(folder, 'state'),
		async run(workspace, command) {
			for (const [name, text] of Object.entries(workspace)) writeFileSync(path.join(cwd, name), text);
			const login = ['--server', simulator.url, '--user', simulator.user, '--fingerprint', simulator.fingerprint];
			return runCommand([...withIds(command, simulator.truth()), ...login], {
				...{ cwd, signal: world.signal },
				environment: {
					XCLARITY_PASSWORD: simulator.password,
					XCLARITY_STATE: world.state,
					XCLARITY_SERVERS: path.join(folder, 'none.json'),
				},
			});
		},
		async close() {
			await simulator.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
	return world;
}

/** `{name}` becomes the id of the oldest file of that name. */
const withIds = (command: CommandLine, { files }: Truth): CommandLine =>
	command.map(word => {
		const name = /^\{(.+)\}$/.exec(word)?.[1];
		return name === undefined ? word : (files.find(file => file.name === name)?.id ?? 'gone');
	});

/** The first run, under the fault and next to the second person. */
async function brokenRun(world: World, scenario: Scenario, { fault, act }: Cell): Promise<CheckedRun> {
	const { simulator } = world;
	world.resolved = withIds(scenario.command, simulator.truth());
	const [name = '', when = '', at = ''] = act?.split(/@|(?=#)/) ?? [];
	simulator.setSecondPerson((theirActs(scenario)[name] ?? []).map(deed => ({ [when]: at, ...deed })));
	const { kind, at: request } = broken.exec(fault ?? '')?.groups ?? {};
	if (fault !== undefined && kind === undefined) simulator.setFaults([fault]);
	const command = world.resolved;
	return checkedRun(world, async () => {
		const stop = new AbortController();
		world.signal = stop.signal;
		let killed: string | undefined;
		let counted = 0;
		world.onRequest = () => {
			counted += 1;
			if (counted !== Number(request)) return;
			if (kind === 'ctrl-c') stop.abort();
			else killed = sever(world);
		};
		const outcome = await world.run(scenario.workspace, command);
		world.onRequest = undefined;
		world.signal = new AbortController().signal;
		if (killed === undefined) return outcome;
		world.state = killed;
		return { code: -1, text: '' };
	});
}

/**
 * As a kill at this moment would leave it: what the tool has written down is put aside as it is now, and nothing that
 * the tool still tries reaches the appliance.
 * @returns the folder that was put aside.
 */
function sever({ simulator, folder, state }: World): string {
	const kept = path.join(folder, 'after-kill');
	cpSync(state, kept, { recursive: true, force: true });
	simulator.setFaults(['drop-before']);
	return kept;
}

/** Runs it, lets the appliance come to rest, and takes down how everything was before and is after. */
async function checkedRun({ simulator }: World, run: () => Promise<CommandOutcome>): Promise<CheckedRun> {
	const before = simulator.truth();
	const asked = simulator.requests.length;
	const outcome = await run();
	const until = Date.now() + 2000;
	while (simulator.truth().openJobs.some(({ state }) => state === 'running') && Date.now() < until) await sleep(500);
	return {
		...{ outcome, before: { ...before, history: [...before.history] }, after: simulator.truth() },
		records: simulator.requests.slice(asked),
	};
}
