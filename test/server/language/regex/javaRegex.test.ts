import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { commonRegex } from '../../../../server/language/regex/javaRegex';

/** Regular expressions of Java, as JavaScript has them, whether that is the same, and what is Java's alone. */
const expressions: readonly (readonly [java: string, common: string, exact: boolean, ...constructs: string[]])[] = [
	['[a]b', '[a]b', true],
	['a]b', 'a]b', true],
	['[^a]', '[^a]', true],
	['[\\d]', '[\\d]', true],
	['a+', 'a+', true],
	['a{2,3}', 'a{2,3}', true],
	['(?:a)', '(?:a)', true],
	['a{b', 'a\\{b', false, '{b'],
	['a]{b', 'a]\\{b', false, '{b'],
	['[a]{b}', '[a]\\{b}', false, '{b}'],
	['a{,3}', 'a\\{,3}', false, '{,3}'],
	['a++', 'a+', false, '++'],
	['a*+', 'a*', false, '*+'],
	['a{2}+', 'a{2}', false, '}+'],
	['(?>a)', '(?:a)', false, '(?>'],
	['(?i)a', 'a', false, '(?i)'],
	['(?i:a)', '(?:a)', false, '(?i:'],
	['[a&&b]', '[ab]', false, '&&'],
	['\\h', '[ \\t\\xa0]', true, '\\h'],
	['[a]\\h', '[a][ \\t\\xa0]', true, '\\h'],
	['[\\h]', '[\\h]', true],
	['\\R', '(?:\\r\\n|[\\n-\\r])', true, '\\R'],
	['\\Z', '$', true, '\\Z'],
	['\\Qa.b\\E', 'a\\.b', true, '\\Qa.b\\E'],
	['\\Q[', '\\[', true, '\\Q['],
	['[\\Qa-z\\E]', '[a\\-z]', true, '\\Qa-z\\E'],
	['\\p{Alpha}', '[A-Za-z]', true, '\\p{Alpha}'],
	['\\P{Alpha}', '[^A-Za-z]', true, '\\P{Alpha}'],
	['[\\p{Alpha}]', '[A-Za-z]', true, '\\p{Alpha}'],
	['[\\P{Alpha}]', '[\\s\\S]', false, '\\P{Alpha}'],
	['\\p{L}', '[\\s\\S]', false, '\\p{L}'],
	['\\pL', '[\\s\\S]', false, '\\pL'],
];

suite('regular expressions of Java in JavaScript', () => {
	for (const [java, source, exact, ...constructs] of expressions)
		test(java, () => assert.deepEqual(commonRegex(java), { source, exact, constructs }));
});
