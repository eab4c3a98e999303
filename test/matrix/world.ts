import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HappenedThing } from '../../server/simulator/history';
import type { RequestRecord } from '../../server/simulator/requestLog';
import { secondPersonName } from '../../server/simulator/secondPerson';
import { type Simulator, startSimulator } from '../../server/simulator/simulator';
import type { Truth } from '../../server/simulator/truth';
import { applianceNamed } from './applianceNamed';
import { type CommandOutcome, runCommand } from './runCommand';
import type { CommandLine, Workspace } from './scenarios';

/** A run of a command, with the appliance as it really was before and is after. */
export interface CheckedRun {
	/** A code of -1: killed. */
	readonly outcome: CommandOutcome;
	/** With ids in place of names. */
	readonly command: CommandLine;
	readonly before: Truth;
	readonly after: Truth;
	readonly records: readonly RequestRecord[];
}

/** A command, and what happens while it runs. */
export interface Order {
	readonly workspace: Workspace;
	/** `{name}` stands for the id of our file of that name. */
	readonly command: CommandLine;
	/** A fault as the simulator reads it, or `ctrl-c#N` or `kill#N`. */
	readonly fault?: string | undefined;
	/** A script of the second person. */
	readonly acts?: readonly object[];
}

/** An appliance, a workspace, and what the tool remembers of its uploads. */
export interface World {
	readonly simulator: Simulator;
	run(order: Order): Promise<CheckedRun>;
	close(): Promise<void>;
}

/** Ends the tool at a request; everything else is a fault of the appliance. */
const ending = /^(?<kind>ctrl-c|kill)#(?<at>\d+)$/;

export async function openWorld(dialect: string): Promise<World> {
	const folder = mkdtempSync(path.join(tmpdir(), 'xclarity-matrix-'));
	const cwd = path.join(folder, 'site');
	mkdirSync(cwd);
	let state = path.join(folder, 'state');
	let kills = 0;
	/** Lists that came when the tool had been ended. */
	const unread = new Set<HappenedThing>();
	let onRequest = (): void => undefined;
	const simulator = await startSimulator({
		...applianceNamed(dialect).options,
		jobMilliseconds: 1,
		isPlain: true,
		onRequest: () => onRequest(),
	});
	const { url, user, password, fingerprint } = simulator;
	const login = ['--server', url, '--user', user, '--fingerprint', fingerprint];

	const start = (command: CommandLine, signal: AbortSignal): Promise<CommandOutcome> => {
		const memory = { XCLARITY_STATE: state, XCLARITY_SERVERS: path.join(folder, 'none.json') };
		return runCommand([...command, ...login], { cwd, signal, environment: { XCLARITY_PASSWORD: password, ...memory } });
	};

	/**
	 * As a kill at this moment would leave it: what the tool has written down is kept as it is now, and nothing
	 * that the tool still tries reaches the appliance.
	 */
	const sever = (): string => {
		kills += 1;
		const kept = path.join(folder, `state-${kills}`);
		mkdirSync(state, { recursive: true });
		cpSync(state, kept, { recursive: true, force: true });
		forgetProcess(kept);
		leaveUnread();
		simulator.setFaults(['drop-before']);
		return kept;
	};

	/** The list that is being answered is not read any more. */
	const leaveUnread = (): void => {
		const last = simulator.truth().history.at(-1);
		if (last?.what === 'shown') unread.add(last);
	};

	/** Runs the command until it ends, or is ended at the request. */
	const runUntil = async (command: CommandLine, fault: string | undefined): Promise<CommandOutcome> => {
		const { kind, at } = ending.exec(fault ?? '')?.groups ?? {};
		if (fault !== undefined && kind === undefined) simulator.setFaults([fault]);
		const stop = new AbortController();
		let kept: string | undefined;
		let counted = 0;
		onRequest = () => {
			counted += 1;
			if (counted !== Number(at)) return;
			if (kind === 'ctrl-c') {
				leaveUnread();
				stop.abort();
			} else kept = sever();
		};
		const outcome = await start(command, stop.signal);
		onRequest = () => undefined;
		simulator.setFaults([]);
		if (kept === undefined) return outcome;
		state = kept;
		return { code: -1, text: '' };
	};

	return {
		simulator,
		async run({ workspace, command: named, fault, acts = [] }) {
			for (const [name, text] of Object.entries(workspace)) placeFile(path.join(cwd, name), Buffer.from(text));
			const before = snapshot(simulator, unread);
			const asked = simulator.requests.length;
			const command = withIds(named, before);
			simulator.setSecondPerson(acts);
			const outcome = await runUntil(command, fault);
			simulator.setSecondPerson([]);
			await atRest(simulator);
			const records = simulator.requests.slice(asked);
			return { outcome, command, before, after: snapshot(simulator, unread), records };
		},
		async close() {
			await simulator.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Writes what is not there yet: a person who runs a command again leaves the files alone, and their times. */
function placeFile(file: string, bytes: Buffer): void {
	if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes);
}

/** No process has this number. */
const deadProcess = 2 ** 30;

/** What names this process as its holder is held by nobody any more: the process that was killed is gone. */
function forgetProcess(folder: string): void {
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = path.join(entry.parentPath, entry.name);
		const text = readFileSync(file, 'latin1');
		const own = `"pid":${process.pid},`;
		if (text.includes(own)) writeFileSync(file, text.replaceAll(own, `"pid":${deadProcess},`), 'latin1');
	}
}

/** `{name}` becomes the id of our oldest file of that name. */
const withIds = (command: CommandLine, { files }: Truth): CommandLine =>
	command.map(word => {
		const name = /^\{(.+)\}$/.exec(word)?.[1];
		if (name === undefined) return word;
		return files.find(file => file.name === name && file.importedBy !== secondPersonName)?.id ?? 'gone';
	});

/** The truth as it is now; its history grows no longer. */
function snapshot(simulator: Simulator, unread: ReadonlySet<HappenedThing>): Truth {
	const truth = simulator.truth();
	const request = { method: 'GET', path: '/osImages' };
	return { ...truth, history: truth.history.map(thing => (unread.has(thing) ? { what: 'asked', request } : thing)) };
}

/** Waits until no job runs, two seconds at most. */
async function atRest(simulator: Simulator): Promise<void> {
	const until = Date.now() + 2000;
	while (simulator.truth().openJobs.some(({ state }) => state === 'running') && Date.now() < until) await sleep(500);
}
