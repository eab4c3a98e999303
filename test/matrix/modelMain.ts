import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { follow, sequences } from './model';
import { quickenClock } from './quickClock';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '1000' },
		seed: { type: 'string' },
		path: { type: 'string' },
		replay: { type: 'string' },
		longest: { type: 'string', default: '6' },
		lanes: { type: 'string', default: '6' },
	},
});

quickenClock();
const started = Date.now();
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const lanes = values.path === undefined ? Number(values.lanes) : 1;
const each = Math.ceil(Number(values.runs) / lanes);
let followed = 0;

/** Its own seed for each lane: a failure prints the one to give back by `--seed`, with its path. */
const check = (lane: number) =>
	fc.check(
		fc.asyncProperty(
			sequences({ longest: Number(values.longest), replay: values.replay }),
			async ([dialect, steps]) => {
				followed += 1;
				if (followed % 500 === 0)
					console.error(`${followed} sequences, ${Math.round((Date.now() - started) / 1000)} s`);
				await follow(dialect, steps);
			},
		),
		{
			numRuns: each,
			seed: seed + lane,
			...(values.path === undefined ? {} : { path: values.path }),
			endOnFailure: false,
		},
	);

const results = await Promise.all(Array.from({ length: lanes }, (_, lane) => check(lane)));
for (const result of results.filter(({ failed }) => failed)) {
	console.log(fc.defaultReportMessage(result));
	console.log(result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance));
	const replay = /replayPath="([^"]*)"/.exec(fc.defaultReportMessage(result) ?? '')?.[1] ?? '';
	console.log(
		`npm run model -- --runs 1 --seed ${result.seed} --path '${result.counterexamplePath}' --replay '${replay}'`,
	);
}
console.log(
	`${followed} sequences, ${results.filter(({ failed }) => failed).length} lanes failed, ${Math.round((Date.now() - started) / 1000)} s`,
);
process.exitCode = results.some(({ failed }) => failed) ? 1 : 0;
