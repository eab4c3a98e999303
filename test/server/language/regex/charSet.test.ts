import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { RegExpParser } from '@eslint-community/regexpp';
import fc from 'fast-check';
import { type CharSet, charSetOf, hasChar, intersection } from '../../../../server/language/regex/charSet';
import { cases } from '../../../support/thorough';

suite('intersection', () => {
	for (const [a, b, both] of [
		[[[48, 57]], [[65, 90]], []],
		[[[48, 57]], [[57, 90]], [[57, 57]]],
		[
			[
				[0, 9],
				[20, 29],
			],
			[[5, 25]],
			[
				[5, 9],
				[20, 25],
			],
		],
	] as const) {
		test(`${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => {
			assert.deepEqual(intersection(a, b), both);
			assert.deepEqual(intersection(b, a), both);
		});
	}

	test('holds what both sets hold', () => {
		/** Ascending ranges that do not touch, from the gaps between their ends. */
		const set: fc.Arbitrary<CharSet> = fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.nat(4))).map(gaps => {
			let end = -2;
			return gaps.map(([gap, length]) => {
				const from = end + gap;
				end = from + length;
				return [from, end] as const;
			});
		});
		fc.assert(
			fc.property(set, set, (a, b) => {
				const both = intersection(a, b);
				for (let code = 0; code < 80; code++)
					assert.equal(hasChar(both, code), hasChar(a, code) && hasChar(b, code), `${code}`);
			}),
			cases({ few: 30, many: 2000 }),
		);
	});
});

suite('a class', () => {
	test('holds what it matches', () => {
		const character = fc.constantFrom(...'ABCDEFGHIJ');
		const part = fc.oneof(
			character,
			fc.tuple(character, character).map(ends => ends.sort().join('-')),
			fc.constantFrom('\\d', '\\W'),
		);
		const written = fc
			.tuple(fc.boolean(), fc.array(part, { minLength: 1, maxLength: 4 }))
			.map(([isNegated, parts]) => `[${isNegated ? '^' : ''}${parts.join('')}]`);
		fc.assert(
			fc.property(written, source => {
				const element = new RegExpParser().parsePattern(source).alternatives[0]?.elements[0];
				const set = (element && charSetOf(element)) ?? [];
				for (let code = 0; code < 128; code++)
					assert.equal(hasChar(set, code), new RegExp(source).test(String.fromCharCode(code)), `${source} ${code}`);
			}),
			cases({ few: 100, many: 2000 }),
		);
	});
});
