import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { GivenUp } from '../../../server/workspace/givenUp';
import { givingUp } from '../../../server/workspace/givingUp';
import { type TimeLimit, timeLimit } from '../../../server/workspace/timeLimit';

suite('files that a command gives up', () => {
	test('the file that does not come back is named, not the one that has asked for it', () => {
		const around = givingUp({ limit: timeLimit(20) });
		const endless = (): never => {
			for (;;);
		};
		assert.throws(() => around('file:///a.ks', () => around('file:///b.json', endless)), new GivenUp('file:///b.json'));
	});

	test('the file that was read at last is the one, and what is asked later is done again', () => {
		let works = 0;
		const limit: TimeLimit = work => {
			const value = work();
			return ++works === 1 ? undefined : { value };
		};
		const around = givingUp({ limit });
		assert.throws(() => around('file:///a.ks', () => 1), new GivenUp('file:///a.ks'));
		assert.equal(
			around('file:///a.ks', () => around('file:///b.json', () => 2)),
			2,
		);
	});
});
