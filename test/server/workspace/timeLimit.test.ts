import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { secondTry, timeLimit } from '../../../server/workspace/timeLimit';

suite('time limit', () => {
	test('what comes back is handed on, and so is what is thrown', () => {
		assert.deepEqual(
			timeLimit(60_000)(() => undefined),
			{ value: undefined },
		);
		const fault = new RangeError('ours');
		assert.throws(
			() => timeLimit(60_000)(() => assert.fail(fault)),
			thrown => thrown === fault,
		);
	});

	test('a loop and a regular expression without end are ended, whatever the loop would catch', () => {
		const endless: readonly (() => unknown)[] = [
			() => {
				for (;;);
			},
			() => /^(a+)+$/.test(`${'a'.repeat(60)}!`),
			() => {
				try {
					for (;;);
				} catch {
					return 'caught';
				}
			},
		];
		for (const work of endless) assert.equal(timeLimit(10)(work), undefined);
	});

	test('a second try is as much longer as others had the processor during the first', () => {
		const after = [60_000, 90_000, 20_000, 1000, 0].map(spent => secondTry(60_000, spent));
		assert.deepEqual(after, [60_000, 60_000, 180_000, 600_000, 600_000]);
	});

	test('what needs longer once only, as while the machine sleeps, has its answer', () => {
		let tries = 0;
		const slowOnce = (): number => {
			if (++tries === 1) for (;;);
			return tries;
		};
		assert.deepEqual(timeLimit(300)(slowOnce), { value: 2 });
	});

	test('under a debugger, what has run out of time once is not limited any more, until that one leaves', () => {
		let url: string | undefined = 'ws://127.0.0.1:9229/a';
		const within = timeLimit(10, () => url);
		let tries = 0;
		const isLimited = (): boolean => {
			if (++tries === 1) for (;;);
			return Reflect.has(globalThis, Symbol.for('xclarity.work'));
		};
		assert.deepEqual(within(isLimited), { value: false });
		assert.deepEqual(within(isLimited), { value: false });
		url = undefined;
		assert.deepEqual(within(isLimited), { value: true });
	});
});
