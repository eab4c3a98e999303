import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../rest/makeFolder';
import { describeDialects, dialectSwitches } from '../simulator/dialects';
import { parseFault } from '../simulator/faults';
import { describeRequest } from '../simulator/requestLog';
import { parseAct } from '../simulator/secondPersonScript';
import { startSimulator } from '../simulator/simulator';
import { parseSwitch } from '../simulator/switches';
import { type Command, type ExitCode, parseOptions } from './command';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `simulate [--port N] [--state DIR] [--dialect NAME] [--set SWITCH=VALUE]... [--fault FAULT]...
         [--second-person FILE] [--json]
       simulate --list-dialects [--json]

Runs a stand-in for the appliance on this machine until Ctrl-C. docs/simulator.md lists the switches, dialects,
faults and acts.

  --port N           listen there; without it a free port is taken
  --state DIR        keep files, jobs and the certificate in a folder; without it everything is in memory
  --dialect NAME     an appliance that could be: a set of switches under a name
  --set SWITCH=VALUE what the sources leave open; may be given several times
  --fault FAULT      what goes wrong: KIND[=VALUE][@[METHOD ]PATH][#N|%N]; may be given several times
  --second-person FILE  a JSON array of what somebody else does on the appliance meanwhile
  --list-dialects    print the dialects and end
  --json             print {"url", "fingerprint", "caFile", "user", "password"} when ready`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values } = parseOptions(args, {
		port: { type: 'string' },
		state: { type: 'string' },
		set: { type: 'string', multiple: true, default: [] },
		fault: { type: 'string', multiple: true, default: [] },
		dialect: { type: 'string' },
		'second-person': { type: 'string' },
		'list-dialects': { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
	});
	if (values['list-dialects']) {
		terminal.out(dialectList(values.json));
		return 0;
	}
	const port = values.port === undefined ? 0 : Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new UsageError(`--port takes a number up to 65535, not '${values.port}'.`);
	const switches = Object.fromEntries(readAll(values.set, parseSwitch));
	const faults = readAll(values.fault, parseFault).map(({ text }) => text);
	const [dialect] = readAll(values.dialect === undefined ? [] : [values.dialect], checkDialect);
	const secondPerson = readScript(values['second-person'], terminal.cwd);
	const state = values.state === undefined ? {} : { state: path.resolve(terminal.cwd, values.state) };
	const onRequest = terminal.interactive ? { onRequest: logTo(terminal) } : {};
	if (state.state !== undefined) makeFolder(state.state, 0o700);
	const simulator = await startSimulator({ port, dialect, switches, faults, secondPerson, ...state, ...onRequest });
	const { url, fingerprint, caFile, user, password } = simulator;
	terminal.out(
		values.json
			? `${JSON.stringify({ url, fingerprint, caFile, user, password })}\n`
			: `The simulator listens at ${url} (user ${user}, password ${password}, certificate SHA-256 ${fingerprint}, CA file ${caFile}). Ctrl-C stops it.\n`,
	);
	await new Promise<void>(resolve => {
		if (terminal.signal.aborted) resolve();
		terminal.signal.addEventListener('abort', () => resolve(), { once: true });
	});
	await simulator.stop();
	return 0;
}

function checkDialect(name: string): string {
	dialectSwitches(name);
	return name;
}

function dialectList(json: boolean): string {
	const dialects = describeDialects();
	if (json) return `${JSON.stringify(dialects, undefined, 2)}\n`;
	return dialects.map(({ name, summary }) => `${name.padEnd(10)} ${summary}\n`).join('');
}

/** The acts of a script, checked. @throws {UsageError} for a file that cannot be read or holds something else. */
function readScript(file: string | undefined, cwd: string): readonly unknown[] {
	if (file === undefined) return [];
	let acts: unknown;
	try {
		acts = JSON.parse(readFileSync(path.resolve(cwd, file), 'utf8'));
	} catch (error) {
		throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
	}
	if (!Array.isArray(acts)) throw new UsageError(`${file} holds no array of acts.`);
	readAll(acts, parseAct);
	return acts;
}

const logTo =
	(terminal: Terminal) =>
	(record: Parameters<typeof describeRequest>[0]): void =>
		terminal.note(describeRequest(record));

function readAll<T, Given>(texts: readonly Given[], read: (text: Given) => T): T[] {
	try {
		return texts.map(read);
	} catch (error) {
		if (error instanceof RangeError) throw new UsageError(error.message);
		throw error;
	}
}

export const simulateCommand: Command = { summary: 'run a stand-in for the appliance on this machine', usage, run };
