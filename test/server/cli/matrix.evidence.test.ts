import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type Cell, cellId } from '../../matrix/cell';
import { doubleCells, measureRoads, type Road, sample, singleCells } from '../../matrix/cells';
import { follow, sequences } from '../../matrix/model';
import { quickenClock } from '../../matrix/quickClock';
import { runCell } from '../../matrix/runCell';

quickenClock();

/** Cells that run side by side. */
const lanes = 8;

async function sideBySide<T>(values: readonly T[], run: (value: T) => Promise<void>): Promise<void> {
	const waiting = [...values];
	const lane = async (): Promise<void> => {
		for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) await run(value);
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}

/** A line for each cell that does not hold, with what repeats it. */
async function brokenOf(cells: readonly Cell[]): Promise<string[]> {
	const broken: string[] = [];
	await sideBySide(cells, async cell => {
		const { violations } = await runCell(cell);
		if (violations.length > 0) broken.push(`npm run matrix -- --cell '${cellId(cell)}'  # ${violations.join(' | ')}`);
	});
	return broken;
}

suite('uploads to appliances of every dialect, with faults and a second person', () => {
	let roads: readonly Road[] = [];

	test('hold undisturbed', async () => {
		roads = await measureRoads(() => true);
		const broken = roads.filter(({ violations }) => violations.length > 0);
		assert.deepEqual(broken, []);
	});

	test('hold in a fair sample of the matrix; npm run matrix runs all of it', async () => {
		assert.ok(roads.length > 40);
		const singles = sample(roads.flatMap(singleCells), 90, 20);
		assert.deepEqual(await brokenOf([...singles, ...doubleCells(roads, 30, 20)]), []);
	});
});

suite('random sequences of commands, faults and a second person', () => {
	// A failure prints the seed and the path; npm run model -- --seed N --path P repeats it.
	test('end as the model says, on every dialect', async () => {
		await sideBySide([1, 2, 3, 4, 5, 6], seed =>
			fc.assert(
				fc.asyncProperty(sequences({ longest: 3 }), ([dialect, steps]) => follow(dialect, steps)),
				{ numRuns: 50, seed },
			),
		);
	});
});
