import { spawn } from 'node:child_process';
import path from 'node:path';

/** For a test that hangs: a machine that is busy with other things may need ten minutes for the rest. */
const timeout = 1_200_000;

/** Nearly every function of a test run runs a few times only: compiling it for speed costs more than it gains. */
const forShortRuns = [
	'--sparkplug',
	'--interrupt-budget=1000000',
	'--min-semi-space-size=16',
	'--max-semi-space-size=64',
];
const reporter = new URL('testReporter.mjs', import.meta.url).href;

/**
 * Runs files of tests, each in a process of its own. They print what went wrong; a line tells the result of each.
 * @param {readonly { file: string, after?: Promise<void> }[]} tests what is to begin first stands first; `after` is
 *   what a file has to wait for, while others run
 * @param {number} atOnce how many processes there may be
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 * @throws what an `after` is refused with, when everything that could run has run
 */
export async function runTests(tests, atOnce) {
	const all = { passed: 0, failed: 0, skipped: 0 };
	const waiting = [...tests];
	const ready = new Set([undefined]);
	// What is refused is met below, by whoever has nothing else to run.
	for (const { after } of tests)
		after?.then(
			() => ready.add(after),
			() => undefined,
		);

	async function work() {
		while (waiting.length > 0) {
			const at = waiting.findIndex(({ after }) => ready.has(after));
			if (at < 0) {
				await Promise.race(waiting.map(({ after }) => after));
				continue;
			}
			const [{ file }] = waiting.splice(at, 1);
			const counts = await runFile(file);
			for (const kind of Object.keys(all)) all[kind] += counts[kind];
		}
	}
	const ends = await Promise.allSettled(Array.from({ length: atOnce }, work));
	for (const { reason } of ends) if (reason !== undefined) throw reason;
	return all;
}

/** A process that ends in another way than its tests say is a failure, too: nobody knows what it has not run. */
async function runFile(file) {
	const name = path.basename(file, '.mjs');
	const child = spawn(process.execPath, [...forShortRuns, `--test-reporter=${reporter}`, file], {
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
