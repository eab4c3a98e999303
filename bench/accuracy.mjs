/**
 * How well mistakes are found: correct files are made, each is spoilt in one place, and what is said about it is held
 * against what ought to be said. One line for each kind of mistake, then totals and false alarms on correct files.
 *
 *   npm run accuracy -- [--kind PART] [--count N] [--seed N] [--show | --whole] [--json] [--no-fixes] [--alarms N]
 *
 * --kind PART  only kinds with this in `language/name`     --count N   mistakes of each kind (default 8)
 * --show       each mistake that is not met as it should be, with its reports; with --whole the whole text
 * --all        with --show: the others, too                --alarms N  correct files of each language (default 60)
 * --examples   the first of these of each kind             --dump      each mistake as a line of JSON, for a reference parser
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { testBundle } from '../build/bundles.mjs';

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const { values } = parseArgs({
	options: {
		kind: text,
		count: text,
		seed: text,
		alarms: text,
		show: flag,
		whole: flag,
		all: flag,
		json: flag,
		dump: flag,
		examples: flag,
		'no-fixes': flag,
	},
});
const number = (name, preset) => {
	const value = Number(values[name] ?? preset);
	if (!Number.isInteger(value) || value < 0) throw new RangeError(`--${name} takes a whole number.`);
	return value;
};
const shows = values.show || values.whole;
const options = { count: number('count', 8), seed: number('seed', 1), fixes: !values['no-fixes'] };
const alarms = number('alarms', values.kind === undefined ? 60 : 0);

const out = path.resolve('out', `accuracy-${process.pid}`);
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
const modules = ['accuracy', 'accuracyTable', 'showTrial'];
await build({ ...testBundle(modules.map(name => `bench/mistakes/${name}.ts`)), outdir: out });
const load = name => import(pathToFileURL(path.join(out, `bench/mistakes/${name}.mjs`)).href);
const instrument = Object.assign({}, ...(await Promise.all(modules.map(load))));

const kinds = instrument.kindsNamed(values.kind);
if (kinds.length === 0) {
	console.error(`No kind of mistake has ${values.kind} in its name.`);
	process.exit(2);
}
const isOdd = ({ judgement, fixes }) => judgement.verdict !== 'once' || fixes.bad.length > 0;
const rows = await instrument.measureKinds(kinds, options, ({ trials }) => {
	if (values.dump) for (const trial of trials) console.log(JSON.stringify(instrument.plainTrial(trial)));
	const told = values.all ? trials : trials.filter(isOdd);
	if (shows) for (const trial of told) console.log(`${instrument.showTrial(trial, values.whole)}\n`);
	else if (values.examples && told[0]) console.log(`${instrument.showTrial(told[0], false)}\n`);
});
const totals = instrument.totalsOf(rows);
const alarmRows = alarms > 0 ? await instrument.falseAlarms(alarms, options.seed) : [];
if (values.dump) process.exit();
if (values.json) {
	const plain = rows.map(({ kind, counts, tooHard, trials }) => ({
		subject: kind.subject,
		kind: kind.name,
		grade: kind.grade,
		source: kind.source,
		tried: trials.length,
		...counts,
		tooHard,
	}));
	console.log(JSON.stringify({ seed: options.seed, kinds: plain, totals, falseAlarms: alarmRows }, undefined, 2));
} else {
	for (const line of [
		...instrument.kindLines(rows),
		'',
		...instrument.totalLines(totals),
		'',
		...instrument.alarmLines(alarmRows),
	])
		console.log(line);
}
