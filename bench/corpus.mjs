/**
 * Holds our checks of unattend files of every dialect against the reference parsers' verdicts on real files, as one
 * table; below it each miss, and each difference that is meant with its reason. Exit code 1 when a mark is missed.
 * Without the corpus it says so and ends well. Run: node bench/corpus.mjs [--quiet]
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { testBundle } from '../build/bundles.mjs';

const corpus = path.resolve('../shared/corpus');
if (!existsSync(corpus)) {
	console.log(`skipped: there is no corpus at ${path.relative('.', corpus)}`);
	process.exit(0);
}

const out = path.resolve('out', `bench-${process.pid}`);
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
await build({ ...testBundle(['bench/corpusRows.ts', 'server/language/rules.ts']), outdir: out });
const { corpusRows } = await import(pathToFileURL(path.join(out, 'bench/corpusRows.mjs')).href);

/** What must agree at least; "error or not" leaves room for known limits, everything else does not. */
const mark = name => (/error or not|error lines/.test(name) ? 0.99 : 1);

const rows = corpusRows(corpus);
const agreement = ({ judgements, misses }) => (judgements === 0 ? 1 : 1 - misses.length / judgements);
console.log('| dialect | measure | judged | meant | missed | agreement | mark |');
console.log('|---|---|---:|---:|---:|---:|---:|');
for (const row of rows) {
	const { dialect, name, judgements, misses, meant } = row;
	const percent = share => `${(100 * share).toFixed(2)} %`;
	const reached = judgements > 0 && agreement(row) >= mark(name);
	if (!reached) process.exitCode = 1;
	console.log(
		`| ${dialect} | ${name} | ${judgements} | ${meant.length} | ${misses.length} | ${percent(agreement(row))} | ${percent(mark(name))}${reached ? '' : ' MISSED'} |`,
	);
}
if (!process.argv.includes('--quiet')) {
	for (const { dialect, name, misses } of rows)
		for (const miss of misses) console.log(`\nmissed: ${dialect}, ${name}\n  ${miss}`);
	for (const { dialect, name, meant } of rows)
		for (const one of meant) console.log(`\nmeant: ${dialect}, ${name}\n  ${one}`);
}
