import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isOfJsonReader, TakenText } from '../../../server/language/takenText';

/** Which of these stretches are taken, one fix each. */
const taken = (ofJson: boolean, ...stretches: readonly (readonly [start: number, end: number])[]): boolean[] => {
	const text = new TakenText();
	return stretches.map(([start, end]) => text.take([{ start, end }], { ofJson }));
};

const fixOfOne = (start: number, end: number) => [{ start, end }];
const other = { ofJson: false };

suite('text that fixes of one round change', () => {
	test('of two fixes that touch the same text the second waits', () =>
		assert.deepEqual(taken(false, [4, 8], [7, 9], [0, 5], [8, 9], [0, 4]), [true, false, false, true, true]));

	test('insertions go to different places; those of the JSON reader keep their order at one', () => {
		assert.deepEqual(taken(false, [3, 3], [5, 5], [3, 3]), [true, true, false]);
		assert.deepEqual(taken(true, [3, 3], [5, 5], [3, 3]), [true, true, true]);
	});

	test('of the JSON reader are the rules of its name, but not that of comments, which are anywhere', () => {
		const codes = ['json-comma', 'json-comment', 'config-value-type', undefined];
		assert.deepEqual(codes.map(isOfJsonReader), [true, false, false, false]);
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

	test('whatever order thousands come in, each stretch is taken once', () => {
		const count = 3000;
		const taken = new TakenText();
		// Every seventh of them first, then those behind each of these, and so on.
		const order = Array.from({ length: count }, (_, index) => (index * 7) % count);
		for (const place of order) assert.ok(taken.take(fixOfOne(place * 10, place * 10 + 10), other), `${place}`);
		for (const place of order) {
			assert.ok(!taken.take(fixOfOne(place * 10 + 4, place * 10 + 6), other), `in ${place}`);
			assert.ok(!taken.take(fixOfOne(place * 10 - 1, place * 10 + 1), other), `before ${place}`);
		}
		assert.ok(taken.take(fixOfOne(count * 10, count * 10 + 1), other));
	});

	test('a fix that reaches into the text of the next one waits, wherever in thousands', () => {
		const count = 3000;
		const text = new TakenText();
		for (let place = 0; place < count; place++) assert.ok(text.take(fixOfOne(place * 10, place * 10 + 1), other));
		for (let place = 1; place < count; place++)
			assert.ok(!text.take(fixOfOne(place * 10 - 5, place * 10 + 1), other), `${place}`);
	});

	test('text stays taken although something is inserted before it', () => {
		const text = new TakenText();
		assert.ok(text.take(fixOfOne(0, 5), other));
		for (let place = 1; place < 2000; place++) {
			assert.ok(text.take(fixOfOne(place * 10, place * 10 + 10), other));
			assert.ok(text.take(fixOfOne(place * 10, place * 10), other));
		}
		for (let place = 1; place < 2000; place++) {
			assert.ok(!text.take(fixOfOne(place * 10 + 4, place * 10 + 6), other), `${place}`);
			assert.ok(!text.take(fixOfOne(place * 10, place * 10), other), `once more before ${place}`);
		}
	});

	test('text stays taken although much is inserted where it begins, before and after that', () => {
		for (const isFirst of [true, false]) {
			const text = new TakenText();
			if (isFirst) assert.ok(text.take(fixOfOne(5, 10), other));
			for (let round = 0; round < 6; round++) assert.ok(text.take(fixOfOne(5, 5), { ofJson: true }));
			if (!isFirst) assert.ok(text.take(fixOfOne(5, 10), other));
			for (const start of [4, 5, 7]) assert.ok(!text.take(fixOfOne(start, 8), other), `${isFirst} ${start}`);
		}
	});

	test('brackets from both ends of a text', () => {
		const taken = new TakenText();
		for (let at = 0; at < 2000; at++) {
			const [opener, closer] = [
				{ start: at, end: at + 1 },
				{ start: 9999 - at, end: 10_000 - at },
			];
			assert.ok(taken.take([opener, closer], other));
			assert.ok(!taken.take([opener], other));
			assert.ok(!taken.take([closer], other));
		}
		assert.ok(taken.take(fixOfOne(5000, 5001), other));
	});

	test('insertions at one place are for the reader of JSON alone', () => {
		const taken = new TakenText();
		for (let round = 0; round < 600; round++) assert.ok(taken.take(fixOfOne(5, 5), { ofJson: true }));
		assert.ok(!taken.take(fixOfOne(5, 5), other));
		assert.ok(!taken.take(fixOfOne(4, 6), other));
		assert.ok(taken.take(fixOfOne(6, 6), other));
	});
});
