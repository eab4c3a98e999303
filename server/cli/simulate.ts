import path from 'node:path';
import { parseFault } from '../simulator/faults';
import { describeRequest } from '../simulator/requestLog';
import { startSimulator } from '../simulator/simulator';
import { parseSwitch } from '../simulator/switches';
import { type Command, type ExitCode, parseOptions } from './command';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `simulate [--port N] [--state DIR] [--set SWITCH=VALUE]... [--fault FAULT]... [--json]

Runs a stand-in for the appliance on this machine until Ctrl-C. docs/simulator.md lists the switches and faults.

  --port N           listen there; without it a free port is taken
  --state DIR        keep files, jobs and the certificate in a folder; without it everything is in memory
  --set SWITCH=VALUE what the sources leave open; may be given several times
  --fault FAULT      what shall go wrong: KIND[=VALUE][@[METHOD ]PATH][#N|%N]; may be given several times
  --json             print {"url", "fingerprint", "caFile", "user", "password"} when ready`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values } = parseOptions(args, {
		port: { type: 'string' },
		state: { type: 'string' },
		set: { type: 'string', multiple: true, default: [] },
		fault: { type: 'string', multiple: true, default: [] },
		json: { type: 'boolean', default: false },
	});
	const port = values.port === undefined ? 0 : Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new UsageError(`--port takes a number up to 65535, not '${values.port}'.`);
	const switches = Object.fromEntries(readAll(values.set, parseSwitch));
	const faults = readAll(values.fault, parseFault).map(({ text }) => text);
	const state = values.state === undefined ? {} : { state: path.resolve(terminal.cwd, values.state) };
	const onRequest = terminal.interactive ? { onRequest: logTo(terminal) } : {};
	const simulator = await startSimulator({ port, switches, faults, ...state, ...onRequest });
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

const logTo =
	(terminal: Terminal) =>
	(record: Parameters<typeof describeRequest>[0]): void =>
		terminal.note(describeRequest(record));

function readAll<T>(texts: readonly string[], read: (text: string) => T): T[] {
	try {
		return texts.map(read);
	} catch (error) {
		if (error instanceof RangeError) throw new UsageError(error.message);
		throw error;
	}
}

export const simulateCommand: Command = { summary: 'run a stand-in for the appliance on this machine', usage, run };
