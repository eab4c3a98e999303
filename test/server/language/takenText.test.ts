import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TakenText } from '../../../server/language/takenText';

/** Which of these stretches are taken, one fix each. */
const taken = (ofJson: boolean, ...stretches: readonly (readonly [start: number, end: number])[]): boolean[] => {
	const text = new TakenText();
	return stretches.map(([start, end]) => text.take([{ start, end }], { ofJson }));
};

suite('text that fixes of one round change', () => {
	test('of two fixes that touch the same text the second waits', () =>
		assert.deepEqual(taken(false, [4, 8], [7, 9], [0, 5], [8, 9], [0, 4]), [true, false, false, true, true]));

	test('insertions go to different places; those of the JSON reader keep their order at one', () => {
		assert.deepEqual(taken(false, [3, 3], [5, 5], [3, 3]), [true, true, false]);
		assert.deepEqual(taken(true, [3, 3], [5, 5], [3, 3]), [true, true, true]);
	});

	test('a fix is taken with all its changes or with none', () => {
		const text = new TakenText();
		assert.ok(text.take([{ start: 4, end: 8 }], { ofJson: false }));
		assert.ok(
			!text.take(
				[
					{ start: 0, end: 2 },
					{ start: 5, end: 6 },
				],
				{ ofJson: false },
			),
		);
		assert.ok(text.take([{ start: 0, end: 2 }], { ofJson: false }));
	});
});
