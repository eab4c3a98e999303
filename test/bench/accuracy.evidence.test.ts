import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { falseAlarms, kindsNamed, measureKinds } from '../../bench/mistakes/accuracy';
import { alarmLines, totalLines, totalsOf } from '../../bench/mistakes/accuracyTable';
import { marks, mostAlarmsWithoutRelease } from '../../bench/mistakes/marks';

// A share of `npm run accuracy`: one mistake of each kind. When a mark is missed, that program names the kinds.
suite('mistakes are found', () => {
	test('every language reaches its mark, and no check breaks off', async context => {
		const rows = await measureKinds(kindsNamed(undefined), { count: 1, seed: 1, fixes: false });
		const totals = totalsOf(rows);
		for (const line of totalLines(totals)) context.diagnostic(line);
		assert.deepEqual(
			rows.filter(({ trials }) => trials.length === 0).map(({ kind }) => `${kind.subject}/${kind.name}`),
			[],
			'each kind finds a file that it can spoil',
		);
		for (const { subject, trials, counts } of totals) {
			assert.equal(counts.crash, 0, subject);
			assert.ok(counts.once / trials >= marks[subject].once, `${subject}: ${counts.once} of ${trials} once`);
			const found = counts.once + counts.followed;
			assert.ok(found / trials >= marks[subject].found, `${subject}: ${found} of ${trials} found`);
		}
	});

	test('nothing is said that is not so', async context => {
		const rows = await falseAlarms(40, 1);
		for (const line of alarmLines(rows)) context.diagnostic(line);
		const withoutRelease = ({ name }: { name: string }): boolean => /^(?:real files|no release told)/.test(name);
		assert.deepEqual(
			rows.filter(row => !withoutRelease(row)).flatMap(({ alarms }) => alarms),
			[],
		);
		const others = rows.filter(withoutRelease).flatMap(({ alarms }) => alarms);
		assert.ok(others.length <= mostAlarmsWithoutRelease, `${others.length} errors about files that a release takes`);
	});
});
