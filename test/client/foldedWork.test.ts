import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { foldedWork } from '../../client/foldedWork';

/** Work whose runs are ended by hand. */
function heldWork() {
	const ends: ((error?: Error) => void)[] = [];
	const failures: unknown[] = [];
	const ask = foldedWork(
		() =>
			new Promise<void>((resolve, reject) => {
				ends.push(error => (error ? reject(error) : resolve()));
			}),
		error => failures.push(error),
	);
	return { ask, ends, failures };
}

/** All that is due now has run. */
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

suite('folded work', () => {
	test('calls during a run are one run afterwards', async () => {
		const { ask, ends } = heldWork();
		ask();
		ask();
		ask();
		assert.equal(ends.length, 1);
		ends[0]?.();
		await settled();
		assert.equal(ends.length, 2);
		ends[1]?.();
		await settled();
		assert.equal(ends.length, 2);
	});

	test('what fails is told, and the next call runs', async () => {
		const { ask, ends, failures } = heldWork();
		ask();
		ends[0]?.(new Error('gone'));
		await settled();
		assert.equal(failures.length, 1);
		ask();
		assert.equal(ends.length, 2);
	});
});
