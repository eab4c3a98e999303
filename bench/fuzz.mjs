/**
 * Asks everything of texts that are grown by grammar, spoilt or no texts at all, and prints what goes wrong, each
 * text made as small as it still goes wrong. Run: node bench/fuzz.mjs [--inputs N] [--seed S]
 *
 * A round tries 800 inputs; its seed is the number given plus that of the round, so that a fault is found again by
 * `--inputs 800 --seed` and the seed printed with it. What takes more than a minute of the processor for one input
 * counts as a hang. Each input is asked for its reports and what else tells of a whole document, and for one of three
 * parts of the other verbs. SIGINT and SIGTERM end the run, which says what it has done so far.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { testBundle } from '../build/bundles.mjs';

const { values: options } = parseArgs({
	options: { inputs: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const inputs = Number(options.inputs);
const seed = Number(options.seed);
if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed)) {
	console.error('--inputs and --seed are whole numbers.');
	process.exit(2);
}

const perRound = 800;
/** Seconds of the processor for one input. */
const longest = 60;
const folder = path.resolve('out', `fuzz-${process.pid}`);
mkdirSync(folder, { recursive: true });
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({ ...testBundle(['test/fuzz/fuzzWorker.ts']), outdir: folder, outbase: 'test/fuzz' });

const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
/** Seconds of the processor, all threads together. */
const spent = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};
/** Faults by the first places in our code that they come from: one text shows each. */
const known = new Map();
let tried = 0;

function tell(fault) {
	const key = `${fault.kind} ${fault.problem.split('\n').slice(0, 3).join('\n')}`;
	known.set(key, (known.get(key) ?? 0) + 1);
	if (known.get(key) > 1) return;
	console.log(`\n${fault.kind}, seed ${fault.seed}, cursor ${fault.at}: ${JSON.stringify(fault.text.slice(0, 2000))}`);
	console.log(fault.problem.split('\n').slice(0, 12).join('\n'));
}

/** The worker leaves the input that it tries here, for when it does not come back. */
const shared = new SharedArrayBuffer(4 * 1024 * 1024);
const count = new Int32Array(shared, 0, 2);
const bytes = new Uint8Array(shared, 8);

const worker = new Worker(path.join(folder, 'fuzzWorker.mjs'), {
	workerData: { shared, inputs, perRound, seed },
	// Room for what each input leaves behind: collecting it more often took a tenth of the time.
	resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 192 },
});
let last = -1;
let since = spent();
const watch = setInterval(() => {
	if (count[0] !== last) {
		last = count[0];
		since = spent();
	} else if (spent() - since > longest) {
		console.log(`\nA hang: ${JSON.stringify(Buffer.from(bytes.slice(0, count[1])).toString('utf8'))}`);
		process.exit(1);
	}
}, 1000);
const soFar = now =>
	`${now} inputs in ${seconds().toFixed(0)} s, ${spent().toFixed(0)} s of the processor, ${(now / spent()).toFixed(0)} for each of them, seed ${seed}`;
worker.on('message', ({ faults, tried: now, slowest }) => {
	for (const fault of faults) tell(fault);
	if (Math.floor(now / 10_000) > Math.floor(tried / 10_000)) {
		console.log(`${soFar(now)}, ${known.size} faults, slowest ${slowest.toFixed(0)} ms`);
	}
	tried = now;
});
worker.on('error', error => {
	console.log(
		`\nThe process gave up (${error.message}): ${JSON.stringify(Buffer.from(bytes.slice(0, count[1])).toString('utf8'))}`,
	);
	process.exitCode = 1;
});
worker.on('exit', () => {
	clearInterval(watch);
	console.log(`\n${soFar(tried)}: ${known.size} faults.`);
	if (known.size > 0) process.exitCode = 1;
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => worker.terminate());
