import { suite, test } from 'node:test';
import fc from 'fast-check';
import { sideBySide } from '../../matrix/cells';
import { follow, sequences } from '../../matrix/model';
import { quickenClock } from '../../matrix/quickClock';

quickenClock();

suite('random sequences of commands, faults, kills and deeds of a second person', () => {
	// `npm run model -- --runs 20000` follows as many as you like; a failure prints the seed that repeats it.
	test('end as the model says, on every dialect', async () => {
		await sideBySide([1, 2, 3, 4, 5, 6], 6, async seed => {
			const property = fc.asyncProperty(sequences(3), ([dialect, steps]) => follow(dialect, steps));
			await fc.assert(property, { numRuns: 50, seed });
		});
	});
});
