import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { untilEffect } from './untilEffect';

/** As Playwright says that something has not come in time. */
const late = (): Promise<never> => Promise.reject(Object.assign(new Error('late'), { name: 'TimeoutError' }));

suite('what VS Code drops', () => {
	test('is done again until it has its effect', async () => {
		let clicks = 0;
		const click = async (): Promise<void> => void clicks++;
		const shown = await untilEffect('a menu', click, () => (clicks < 3 ? late() : Promise.resolve('Upload')));
		assert.deepEqual([shown, clicks], ['Upload', 3]);
	});

	test('is named when nothing comes of it', () =>
		assert.rejects(
			untilEffect('a menu', async () => undefined, late),
			/in vain: a menu/,
		));

	test('what cannot be done at all, or goes wrong otherwise, is not tried again', async () => {
		let tries = 0;
		const click = async (): Promise<void> => void tries++;
		await assert.rejects(
			untilEffect('a menu', click, () => Promise.reject(new Error('the window is gone'))),
			/the window is gone/,
		);
		await assert.rejects(
			untilEffect('a menu', late, () => Promise.resolve()),
			/late/,
		);
		assert.equal(tries, 1);
	});
});
