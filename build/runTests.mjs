import { spawn } from 'node:child_process';
import path from 'node:path';

/** For a test that hangs: a machine that is busy with other things may need ten minutes for the rest. */
const timeout = 1_200_000;

/** Nearly every function of a test run runs a few times only: compiling it for speed costs more than it gains. */
const forShortRuns = [
	'--sparkplug',
	'--interrupt-budget=1000000',
	'--min-semi-space-size=64',
	'--max-semi-space-size=128',
];

/**
 * Runs files of tests, each in a process of its own. They print what went wrong; a line tells the result of each.
 * @param {readonly { file: string, after?: Promise<void>, environment?: Record<string, string> }[]} tests what is to
 *   begin first stands first; `after` is what a file has to wait for, while others run; `environment` is what its
 *   process is told besides our own
 * @param {number} atOnce how many processes there may be, those that still wait among them
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 * @throws what an `after` is refused with, when everything that could run has run
 */
export async function runTests(tests, atOnce) {
	const all = { passed: 0, failed: 0, skipped: 0 };
	const refused = [];
	const waiting = [...tests];
	// What is refused is met when its file has its turn.
	for (const { after } of tests) after?.catch(() => undefined);
	async function work() {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			try {
				await next.after;
			} catch (reason) {
				refused.push(reason);
				continue;
			}
			const counts = await runFile(next);
			for (const kind of Object.keys(all)) all[kind] += counts[kind];
		}
	}
	await Promise.all(Array.from({ length: atOnce }, work));
	if (refused.length > 0) throw refused[0];
	return all;
}

/** A process that ends in another way than its tests say is a failure, too: nobody knows what it has not run. */
async function runFile({ file, environment = {} }) {
	const name = path.basename(file, '.mjs');
	const child = spawn(process.execPath, [...forShortRuns, file], {
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		timeout,
	});
	let counts;
	child.on('message', message => {
		counts = message;
	});
	const ended = await new Promise(resolve => child.on('close', (code, signal) => resolve(signal ?? code)));
	const isTold = counts !== undefined && (ended === 0 || counts.failed > 0);
	const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
	if (!isTold) console.log(`✖ ${name} has ended with ${ended} before all of its tests`);
	console.log(`${isTold && failed === 0 ? '✔' : 'ℹ'} ${name}: ${passed} passed`);
	return { passed, failed: isTold ? failed : failed + 1, skipped };
}
