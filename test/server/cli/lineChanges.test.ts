import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { lineChanges } from '../../../server/cli/check/lineChanges';
import { cases } from '../../support/thorough';

suite('lineChanges', () => {
	test('lines that differ, with their numbers', () => {
		assert.equal(
			lineChanges('a\nb\nc\nd\ne', 'a\nB\nc\nx\nd\n'),
			'    2 - b\n    2 + B\n    4 + x\n    5 - e\n    6 + \n',
		);
		assert.equal(lineChanges('a\nb', 'a\nb'), '');
	});

	test('as many lines stay as can stay', () => {
		const most = ([a, ...before]: readonly string[], [b, ...after]: readonly string[]): number => {
			if (a === undefined || b === undefined) return 0;
			if (a === b) return 1 + most(before, after);
			return Math.max(most(before, [b, ...after]), most([a, ...before], after));
		};
		const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(lines, lines, (before, after) => {
				const taken = lineChanges(before.join('\n'), after.join('\n')).match(/^ +\d+ - /gm)?.length ?? 0;
				assert.equal(before.length - taken, most(before, after));
			}),
			cases({ few: 200, many: 2000 }),
		);
	});

	test('taking the old lines away and putting the new ones in gives the text after', () => {
		const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map(lines => lines.join('\n'));
		fc.assert(
			fc.property(text, text, (before, after) => {
				const changes = lineChanges(before, after).split('\n').slice(0, -1);
				const lines: (string | undefined)[] = before.split('\n');
				for (const change of changes) {
					if (change[6] === '-') {
						assert.equal(lines[Number(change.slice(0, 5)) - 1], change.slice(8));
						lines[Number(change.slice(0, 5)) - 1] = undefined;
					}
				}
				const result = lines.filter(line => line !== undefined);
				for (const change of changes) {
					if (change[6] === '+') result.splice(Number(change.slice(0, 5)) - 1, 0, change.slice(8));
				}
				assert.equal(result.join('\n'), after);
			}),
			cases({ few: 40, many: 400 }),
		);
	});
});
