import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createServerStops } from '../../client/serverStops';

suite('how often the language server stops', () => {
	test('it is started again four times within three minutes, and later ones count anew', () => {
		let now = 0;
		const stops = createServerStops(() => now);
		const again = Array.from({ length: 5 }, () => stops.again());
		assert.deepEqual(again, [true, true, true, true, false]);
		now += 3 * 60 * 1000;
		assert.equal(stops.again(), true);
	});

	test('a person who starts it anew gives it all its chances again', () => {
		const stops = createServerStops(() => 0);
		for (let time = 0; time < 5; time++) stops.again();
		stops.forget();
		assert.equal(stops.again(), true);
	});
});
