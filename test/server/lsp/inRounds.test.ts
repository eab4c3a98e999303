import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inRounds } from '../../../server/lsp/inRounds';

suite('looks at the disk', () => {
	test('requests that are open together share one, and the next one has its own', async () => {
		let rounds = 0;
		const open: (() => void)[] = [];
		const find = inRounds(
			() => new Promise(resolve => open.push(() => resolve(undefined))),
			() => rounds++,
		);
		const [one, two] = [find('file:///a.ks'), find('file:///a.ks')];
		assert.equal(rounds, 1);
		open[0]?.();
		await one;
		void find('file:///a.ks');
		assert.equal(rounds, 2, 'although the second one is still open');
		open[1]?.();
		await two;
		void find('file:///a.ks');
		assert.equal(rounds, 2, 'the third one began this round');
	});

	test('one that fails ends its round', async () => {
		let rounds = 0;
		const find = inRounds(
			() => Promise.reject(new Error('gone')),
			() => rounds++,
		);
		for (let time = 0; time < 2; time++) await assert.rejects(find('file:///a.ks'), /gone/);
		assert.equal(rounds, 2);
	});
});
