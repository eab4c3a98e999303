/**
 * The product beside its peers, as one table: each line with its target, and whether it is met.
 * Run: npm run bench -- [--only PART]… [--quick] [--json] [--report] [--list] [--write] [--from FILE]
 *
 * --only    measures this part alone; may be said more than once
 * --quick   fewer rounds: a first look, no figures to quote
 * --json    prints the figures of the run instead of the table
 * --report  ends with 0 also when a target is missed
 * --list    prints the lines and their targets, and measures nothing
 * --write   writes the table and the plot of docs/performance.md
 * --from    takes the figures from a file that --json has printed, and measures nothing
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../build/steps.mjs';
import { machine } from './measure/machine.mjs';
import { installPeers } from './measure/peers.mjs';
import { writePage } from './measure/performancePage.mjs';
import { rowsOf } from './measure/rows.mjs';
import { runOf } from './measure/runOf.mjs';
import { runInWords, tableOf } from './measure/table.mjs';
import { partNamed, parts } from './parts.mjs';

const { values: options } = parseArgs({
	options: {
		only: { type: 'string', multiple: true },
		quick: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		report: { type: 'boolean', default: false },
		list: { type: 'boolean', default: false },
		write: { type: 'boolean', default: false },
		from: { type: 'string' },
	},
});
process.chdir(root);
const titles = Object.fromEntries(parts.map(({ name, title }) => [name, title]));
const chosen = options.only?.map(partNamed) ?? parts;

if (options.list) {
	for (const { name, lines } of chosen)
		for (const { what, target } of lines) console.log(`${name}: ${what}: ${target.text}`);
} else {
	const run = options.from ? JSON.parse(readFileSync(options.from, 'utf8')) : await measured();
	if (options.json) console.log(JSON.stringify(run, undefined, '\t'));
	else console.log(`${tableOf(run.rows, titles)}\n\n${runInWords(run)}`);
	if (options.write) writePage(run, titles);
	if (!options.report && run.rows.some(({ verdict }) => verdict === 'missed')) process.exitCode = 1;
}

async function measured() {
	if (!installPeers()) throw new Error('The peers could not be installed.');
	const dist = path.resolve('out', `bench-dist-${process.pid}`);
	process.on('exit', () => rmSync(dist, { recursive: true, force: true, maxRetries: 5 }));
	console.error('Building the programs that ship');
	const { buildProduct } = await import('../build/product.mjs');
	await buildProduct({ outdir: dist, minify: true });
	const started = machine();
	const rows = [];
	for (const part of chosen) rows.push(...rowsOf(part, await runOf(part, { quick: options.quick, dist })));
	return { ...started, quick: options.quick, rows };
}
