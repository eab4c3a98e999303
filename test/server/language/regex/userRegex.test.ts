import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { regexPatterns } from '../../../../server/language/config/regexPatterns';
import { startRound } from '../../../../server/language/regex/recentAnswers';
import { userRegex } from '../../../../server/language/regex/userRegex';
import { cases, isThorough } from '../../../support/thorough';

suite('userRegex', () => {
	for (const [source, text, expected] of [
		['[\\w\\.]{1,64}$', 'ntp.example.org', 'match'],
		['^[\\w.]{1,4}$', 'abcde', 'no-match'],
		['^(?:a|bc)+?d?$', 'abcbcd', 'match'],
		['(a*)*b', 'aaaa', 'no-match'],
		['^(\\w+)-\\1$', 'ab-ab', 'match'],
		['^(\\w+)-\\1$', 'ab-ac', 'no-match'],
		['^(?=.*\\d)(?!.*x).{3}$', 'a1b', 'match'],
		['^(?=.*\\d)(?!.*x).{3}$', 'x1b', 'no-match'],
		['(?<=a)b\\b', 'ab', 'match'],
		['(?<!a)b', 'ab', 'no-match'],
		['^\\p{Alpha}\\h?\\Q.*\\E$', 'a .*', 'match'],
		['(?i)^abc$', 'ABC', 'gave-up'],
		['^(?i:abc)$', 'ABC', 'gave-up'],
		['^[^\\p{L}]$', '1', 'gave-up'],
		['^(?!\\p{L})\\d$', '1', 'gave-up'],
		['^[a-z&&[^b]]$', 'a', 'gave-up'],
		['^[^a]\\h(?!b)$', 'c ', 'match'],
		['^a++$', 'b', 'no-match'],
		['^(a+)+$', `${'a'.repeat(40)}!`, 'gave-up'],
	] as const) {
		test(`${source} on ${text.slice(0, 20)}: ${expected}`, () => assert.equal(userRegex(source).match(text), expected));
	}

	for (const source of [
		'^(a+)+$',
		'(\\w+\\s*)*:',
		'^(\\d|\\w)+$',
		'(aa+)+',
		'(.*a){20}',
		'^(([a-z])+.)+[A-Z]+$',
		'(ab|ab)*c',
		'^(?:ab?c|abc?)+$',
		'\\d*\\d*\\d*\\d*\\d*\\d*x',
	]) {
		test(`${source} can hang`, () => assert.ok(userRegex(source).hazard));
	}

	for (const source of [
		'[\\w\\.]{1,64}$',
		'^([a-z0-9-]+\\.)+[a-z]{2,}$',
		'^(\\d{1,3}\\.){3}\\d{1,3}$',
		'^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$',
		'^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)*$',
		'^(en|de|fr)(_[A-Z]{2})?$',
		'^(\\w+,)*\\w+$',
	]) {
		test(`${source} is harmless`, () => assert.equal(userRegex(source).hazard, undefined));
	}

	for (const { id, regex } of regexPatterns)
		test(`the expression ${id}, which we write ourselves, is judged`, () => {
			const { isJudged, hazard } = userRegex(regex);
			assert.deepEqual([isJudged, hazard], [true, undefined]);
		});

	test('an expression of every day is judged', () => {
		assert.ok(userRegex('^(?=.*[A-Z])(?=.*[0-9]).{8,}$').isJudged);
	});

	for (const [source, problem] of [
		['(a', 'a ( is never closed'],
		['a)', 'a ) closes nothing'],
		['[a', 'a [ is never closed'],
		['*a', 'a repetition sign has nothing before it to repeat'],
		['[z-a]', 'a range in square brackets runs backwards'],
		['a{3,1}', 'the lower bound of a repetition is above the upper one'],
		['a\\', 'it ends with a single backslash'],
	] as const) {
		test(`${source}: ${problem}`, () => assert.deepEqual(userRegex(source).parsed, { kind: 'invalid', problem }));
	}

	for (const source of [
		'a++b',
		'(?i)abc',
		'\\Qa(b\\E',
		'\\p{Alpha}+',
		'\\h',
		'(?>a|b)',
		'[a-z&&[^b]]',
		'\\p{L}',
		'^a\\z',
	]) {
		test(`${source} is not the same in Java and JavaScript`, () => {
			const { parsed } = userRegex(source);
			assert.ok(parsed.kind === 'regex' && parsed.constructs.length === 1, JSON.stringify(parsed.kind));
		});
	}

	for (const [source, missing] of [
		['^a$', []],
		['a$', ['^']],
		['^a|b$', ['^', '$']],
		['^(a|b)$', []],
		['(?:^a$|^b$)', []],
	] as const) {
		test(`${source} lacks ${missing.join(' and ') || 'no anchor'}`, () =>
			assert.deepEqual(userRegex(source).missingAnchors, missing));
	}

	test('agrees with JavaScript wherever it answers', () => {
		const atom = fc.constantFrom(
			'a',
			'b',
			'.',
			'[ab]',
			'[^a]',
			'\\w',
			'(a|b)',
			'(?:ab)',
			'^',
			'$',
			'\\b',
			'(?=a)',
			'(?<=b)',
			'|',
		);
		const times = fc.constantFrom('', '', '*', '+', '?', '{1,2}', '*?');
		fc.assert(
			fc.property(
				fc.array(fc.tuple(atom, times), { maxLength: 6 }),
				fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 }),
				(parts, text) => {
					const source = parts
						.map(([what, often]) => (/^[\\^$|]b?$|^\(\?[=<]/.test(what) ? what : what + often))
						.join('');
					const answer = userRegex(source).match(text);
					if (answer !== 'gave-up') assert.equal(answer, new RegExp(source).test(text) ? 'match' : 'no-match');
				},
			),
			cases({ few: 6, many: 600 }),
		);
	});

	test("Java's classes of characters take what they name", () => {
		for (const [source, match, miss] of [
			['^\\p{Upper}+$', 'AB', 'Ab'],
			['^\\p{Digit}$', '7', 'x'],
			['^\\P{Digit}$', 'x', '7'],
		] as const) {
			assert.deepEqual([userRegex(source).match(match), userRegex(source).match(miss)], ['match', 'no-match'], source);
		}
	});

	test('never throws, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'()[]{}*+?|\\^$.,:=<>!-&abpQE019') }), source => {
				userRegex(source).match('aab0');
			}),
			cases({ few: 15, many: 2000 }),
		);
	});

	test('what a large file asks about is known at the next keystroke', () => {
		const stepsForAll = (): number => {
			const meter = { steps: 1_000_000_000 };
			for (let number = 0; number < (isThorough ? 600 : 100); number++) {
				for (let value = 0; value < 20; value++)
					userRegex(`^large-${number}-\\d+$`, meter).match(`value ${value}`, meter);
			}
			for (let value = 0; value < (isThorough ? 5000 : 1000); value++)
				userRegex('^large-file-\\d+$', meter).match(`value ${value}`, meter);
			return 1_000_000_000 - meter.steps;
		};
		assert.ok(stepsForAll() > 0);
		assert.equal(stepsForAll(), 0);
	});

	test('what every check asks stays known, and what none has asked for long is forgotten', () => {
		const steps = (name: string, texts: number): number => {
			const meter = { steps: 1_000_000_000 };
			for (let value = 0; value < texts; value++) userRegex(`^${name}-\\d+$`, meter).match(`text ${value}`, meter);
			return 1_000_000_000 - meter.steps;
		};
		const texts = isThorough ? 3000 : 600;
		const check = (number: number): number => {
			startRound();
			return steps('stays', texts) + (steps(`new${number}`, texts) > 0 ? 0 : 1);
		};
		assert.ok(steps('leaves', 10) > 0);
		assert.equal(steps('leaves', 10), 0);
		assert.ok(check(0) > 0);
		for (let number = 1; number < 6; number++) assert.equal(check(number), 0);
		assert.ok(steps('leaves', 10) > 0);
	});

	test('an expression that is too large is not looked at', () => {
		assert.equal(userRegex('('.repeat(3000)).parsed.kind, 'tooLarge');
		assert.equal(userRegex('(a{1,1000}){1,1000}').match('a'), 'gave-up');
	});
});
