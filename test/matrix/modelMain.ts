import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { follow, sequences } from './model';
import { quickenClock } from './quickClock';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '1000' },
		seed: { type: 'string' },
		longest: { type: 'string', default: '6' },
		lanes: { type: 'string', default: '6' },
	},
});

/** Sequences that are followed with one seed; a failure ends them, and the next seed goes on. */
const batch = 200;

quickenClock();
const started = Date.now();
const first = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const wanted = Number(values.runs);
let followed = 0;
let failures = 0;

async function followBatch(seed: number): Promise<void> {
	const property = fc.asyncProperty(sequences(Number(values.longest)), async ([dialect, steps]) => {
		followed += 1;
		if (followed % 500 === 0) console.error(`${followed} sequences, ${failures} failures, ${seconds()} s`);
		await follow(dialect, steps);
	});
	const result = await fc.check(property, { numRuns: batch, seed });
	if (!result.failed) return;
	failures += 1;
	const report = fc.defaultReportMessage(result) ?? '';
	const why = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
	const again = `--runs ${batch} --lanes 1 --longest ${values.longest} --seed ${seed}`;
	console.log(`${report}\n${why}\nnpm run model -- ${again}`);
}

const seconds = (): number => Math.round((Date.now() - started) / 1000);

let next = first;
const lane = async (): Promise<void> => {
	while (followed < wanted) {
		next += 1;
		await followBatch(next - 1);
	}
};
await Promise.all(Array.from({ length: Number(values.lanes) }, lane));
console.log(`${followed} sequences, ${failures} failures, ${seconds()} s`);
process.exitCode = failures === 0 ? 0 : 1;
