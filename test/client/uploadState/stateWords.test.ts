import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { badgeOf, isTheirs, stateBadges, stateText, stateTooltip } from '../../../client/uploadState/stateWords';

const states = ['never', 'uploaded', 'changedHere', 'changedThere', 'changedBoth', 'goneThere'] as const;

suite('the state of a file in words', () => {
	test('each state has a sign of its own, which the Explorer has room for', () => {
		assert.equal(new Set(Object.values(stateBadges)).size, states.length);
		assert.ok(Object.values(stateBadges).every(sign => [...sign].length <= 2));
	});

	test('each state has words of its own, with the name of the server', () => {
		const words = states.map(state => stateText({ state, server: 'Lab' }));
		assert.equal(new Set(words).size, states.length);
		assert.ok(words.every(sentence => sentence.includes('Lab')));
	});

	test('the tooltip tells how old that is', () => {
		const known = { state: 'changedThere', server: 'Lab' } as const;
		assert.equal(
			stateTooltip({ ...known, lookedAt: undefined }, 'en'),
			'Changed on Lab since the upload. Lab was not looked at since this window was opened.',
		);
		assert.match(
			stateTooltip({ ...known, lookedAt: new Date(2026, 10, 26, 9, 5) }, 'en'),
			/^Changed on Lab since the upload\. Lab was last looked at Nov 26, 2026, 9:05\sAM\.$/,
		);
	});

	test('the badge counts what differs, and not what was never uploaded', () => {
		assert.equal(badgeOf(states.map(state => ({ state }))).value, 4);
		assert.deepEqual(badgeOf([{ state: 'changedHere' }]), { value: 1, tooltip: '1 file differs from its upload' });
		assert.equal(badgeOf([]).value, 0);
	});

	test('what an upload could lose stands out', () => {
		assert.deepEqual(
			states.filter(state => isTheirs({ state })),
			['changedThere', 'changedBoth', 'goneThere'],
		);
	});
});
