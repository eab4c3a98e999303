import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseRegex } from '../../../../server/language/regex/regexParser';
import { mayBegin, mayHold, regexTexts } from '../../../../server/language/regex/regexTexts';

function patternOf(source: string) {
	const parsed = parseRegex(source);
	assert.ok(parsed.kind === 'regex');
	return parsed.pattern;
}

suite('the texts of an expression', () => {
	for (const [source, texts] of [
		['^(yes|no)$', ['yes', 'no']],
		['^sd[a-c]$', ['sda', 'sdb', 'sdc']],
		['^a{1,2}b?$', ['a', 'ab', 'aa', 'aab']],
		['^(?:x|x)$', ['x']],
		['^$', ['']],
		['^[a-z]+$', undefined],
		['^\\d{3}$', undefined],
		['yes|no', undefined],
		['^(?=a)a$', undefined],
		['^(a)\\1$', undefined],
	] as const)
		test(source, () => assert.deepEqual(regexTexts(patternOf(source), 64), texts));

	test('whether a digit may stand in them', () => {
		const digits = '0123456789';
		assert.equal(mayHold(patternOf('^[a-z]+(-[A-F]|x)*$'), digits), false);
		assert.equal(mayHold(patternOf('^[a-z]+(-[A-F0-9]|x)*$'), digits), true);
		assert.equal(mayHold(patternOf('[a-z]'), digits), true);
		assert.equal(mayHold(patternOf('^\\w+$'), digits), true);
		assert.equal(mayHold(patternOf('^(a)\\1$'), digits), true);
	});

	for (const [source, may] of [
		['^https?://[a-z-]+$', false],
		['^(?:a|b)-$', false],
		['^a+-$', false],
		['^(?=.*-)a-$', false],
		['^(?:a|-)b$', true],
		['^a?-b$', true],
		['^a*$', true],
		['^(?:a|b?)-$', true],
		['^.+$', true],
		['^(-)\\1$', true],
		['a', true],
	] as const)
		test(`whether ${source} may begin with a dash`, () => assert.equal(mayBegin(patternOf(source), '-'), may));
});
