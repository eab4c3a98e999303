import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ProposedSetting } from '../../../../server/language/deployment/pair/proposedSetting';
import { secretsLeft } from '../../../../server/language/deployment/pair/secretsLeft';

const setting = (name: string, text: string, isSecret = true): ProposedSetting => ({
	name,
	text,
	isSecret,
	label: name,
	regex: undefined,
	macro: name,
	isPerServer: false,
	places: [],
});

suite('secrets that a file still has', () => {
	for (const [text, settings, left] of [
		['a hunter2\nb\nhunter2, hunter2', [setting('root', 'hunter2')], [['root', [0, 2]]]],
		['hunter\nhunter3', [setting('root', 'hunter2')], []],
		['x y', [setting('one', 'x'), setting('two', 'xy'), setting('open', 'y', false)], [['one', [0]]]],
		[
			'pw\r\npw1',
			[setting('short', 'pw'), setting('long', 'pw1'), setting('none', '')],
			[
				['short', [0, 1]],
				['long', [1]],
			],
		],
		['p\n'.repeat(20), [setting('many', 'p')], [['many', [0, 1, 2, 3, 4, 5, 6, 7]]]],
	] as const)
		test(JSON.stringify(text.slice(0, 30)), () =>
			assert.deepEqual(
				secretsLeft(text, settings).map(({ name, lines }) => [name, lines]),
				left,
			),
		);
});
