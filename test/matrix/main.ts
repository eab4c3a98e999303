import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeDialects } from '../../server/simulator/dialects';
import { plainName } from './applianceNamed';
import { type Cell, cellId, parseCell } from './cell';
import { doubleCells, measureRoads, type Road, sample, sideBySide, singleCells } from './cells';
import { quickenClock } from './quickClock';
import { runCell } from './runCell';

const { values } = parseArgs({
	options: {
		cell: { type: 'string' },
		scenario: { type: 'string' },
		dialect: { type: 'string' },
		only: { type: 'string' },
		doubles: { type: 'string', default: '4000' },
		sample: { type: 'string' },
		seed: { type: 'string', default: '1' },
		lanes: { type: 'string', default: '6' },
		part: { type: 'string', default: '1/1' },
		json: { type: 'string' },
		again: { type: 'string' },
	},
});

interface Failure {
	readonly cell: string;
	readonly violations: readonly string[];
}

/** One cell, with all that the tool has said. */
async function runOne(cell: Cell): Promise<void> {
	const { violations, requests, outcomes } = await runCell(cell);
	for (const [index, { method, path }] of requests.entries()) console.log(`${index + 1} ${method} ${path}`);
	for (const { code, text } of outcomes) console.log(`── exit ${code}\n${text.trimEnd()}`);
	console.log(violations.length === 0 ? '── holds' : `── ${violations.length} broken\n${violations.join('\n')}`);
	process.exitCode = violations.length === 0 ? 0 : 1;
}

async function runMatrix(): Promise<void> {
	const started = Date.now();
	const lanes = Number(values.lanes);
	const cells = values.again === undefined ? await chosenCells(lanes) : brokenIn(values.again);
	const failures: Failure[] = [];
	await sideBySide(cells, lanes, async (cell, index) => {
		const { violations } = await runCell(cell).catch((error: unknown) => ({
			violations: [`1st run: harness: ${error instanceof Error ? error.stack : String(error)}`],
		}));
		if (violations.length > 0) {
			failures.push({ cell: cellId(cell), violations });
			console.log(`npm run matrix -- --cell '${cellId(cell)}'  # ${violations.join(' | ')}`);
		}
		if (index % 100 === 99) {
			console.error(`${index + 1} of ${cells.length}, ${failures.length} broken, ${secondsSince(started)} s`);
		}
	});
	tell(failures, cells.length, secondsSince(started));
	if (values.json === undefined) return;
	writeFileSync(values.json, `${JSON.stringify({ cells: cells.length, failures }, undefined, '\t')}\n`);
}

/** The cells of the wanted roads: all of them, or the sample or the part that is asked for. */
async function chosenCells(lanes: number): Promise<Cell[]> {
	const isWanted = ({ scenario, dialect }: Pick<Road, 'scenario' | 'dialect'>): boolean =>
		(values.scenario?.split(',').includes(scenario) ?? true) && (values.dialect?.split(',').includes(dialect) ?? true);
	const appliances = values.dialect?.split(',').filter(name => name.includes('+') || name === plainName) ?? [];
	const known = describeDialects().map(({ name }) => name);
	const roads = await measureRoads(lanes, isWanted, [...known, ...appliances]);
	const seed = Number(values.seed);
	const undisturbed = roads.map(({ scenario, dialect }) => ({ scenario, dialect, fault: undefined, act: undefined }));
	const wanted = values.only?.split(',');
	const isOf = ({ fault = '', act = '' }: Cell): boolean =>
		wanted?.some(kind => `${fault}${act}`.startsWith(kind)) ?? true;
	const disturbed = [...roads.flatMap(singleCells), ...doubleCells(roads, Number(values.doubles), seed)].filter(isOf);
	const chosen = values.sample === undefined ? disturbed : sample(disturbed, Number(values.sample), seed);
	const [part = 1, parts = 1] = values.part.split('/').map(Number);
	return [...undisturbed, ...chosen].filter((_, index) => index % parts === part - 1);
}

/** The broken cells that an earlier run has written down. */
function brokenIn(file: string): Cell[] {
	const { failures }: { readonly failures: readonly Failure[] } = JSON.parse(readFileSync(file, 'utf8'));
	return failures.map(({ cell }) => parseCell(cell));
}

const secondsSince = (started: number): number => Math.round((Date.now() - started) / 1000);

/** How many are broken in which way. */
function tell(failures: readonly Failure[], cells: number, seconds: number): void {
	const kinds = new Map<string, number>();
	for (const { violations } of failures) {
		for (const kind of new Set(violations.map(text => /: ([\w-]+):/.exec(text)?.[1] ?? 'other'))) {
			kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
		}
	}
	for (const [kind, count] of [...kinds].sort(([, a], [, b]) => b - a))
		console.log(`${String(count).padStart(7)} ${kind}`);
	console.log(`${cells} cells, ${failures.length} broken, ${seconds} s`);
	process.exitCode = failures.length === 0 ? 0 : 1;
}

quickenClock();
if (values.cell !== undefined) await runOne(parseCell(values.cell));
else await runMatrix();
