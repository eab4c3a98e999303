import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Cell, cellId } from '../../matrix/cell';
import { doubleCells, measureRoads, sample, sideBySide, singleCells } from '../../matrix/cells';
import { quickenClock } from '../../matrix/quickClock';
import { runCell } from '../../matrix/runCell';

quickenClock();

/** Cells that run side by side. */
const lanes = 8;
/** Another seed is another sample; `npm run matrix` runs all cells. */
const seed = 20;

suite('uploads to appliances of every dialect, with faults and a second person', () => {
	test('hold undisturbed, and in a fair sample of the matrix', async () => {
		const roads = await measureRoads(lanes);
		const undisturbed = roads.map(({ scenario, dialect, violations }) => ({
			cell: { scenario, dialect, fault: undefined, act: undefined },
			violations,
		}));
		const cells = [...sample(roads.flatMap(singleCells), 80, seed), ...doubleCells(roads, 30, seed)];
		const results: { readonly cell: Cell; readonly violations: readonly string[] }[] = [...undisturbed];
		await sideBySide(cells, lanes, async cell => {
			const { violations } = await runCell(cell);
			results.push({ cell, violations });
		});
		const broken = results
			.filter(({ violations }) => violations.length > 0)
			.map(({ cell, violations }) => `npm run matrix -- --cell '${cellId(cell)}'  # ${violations.join(' | ')}`);
		assert.deepEqual(broken, []);
	});
});
