import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/steps.mjs';
import { plotOf } from './plot.mjs';
import { runInWords, tableOf } from './table.mjs';

const page = path.join(root, 'docs/performance.md');
const plot = path.join(root, 'docs/performance.svg');
const [begin, end] = ['<!-- figures of a run -->', '<!-- end of the figures -->'];

/** Writes the table of a run into docs/performance.md, and its plot beside it. */
export function writePage(run, titles) {
	const written = readFileSync(page, 'utf8');
	const [from, to] = [written.indexOf(begin), written.indexOf(end)];
	if (from === -1 || to === -1) throw new Error(`${page} has no place for the figures.`);
	const figures = `${begin}\n\n${runInWords(run)}\n\n${tableOf(run.rows, titles)}\n\n`;
	writeFileSync(page, written.slice(0, from) + figures + written.slice(to));
	writeFileSync(plot, plotOf(run.rows, titles));
}
