import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import library from '../../../../schemas/regex-patterns.json';
import { validate } from '../../../../schemas/regex-patterns.schema.json?compiled';
import { regexPatterns } from '../../../../server/language/config/regexPatterns';
import { userRegex } from '../../../../server/language/regex/userRegex';
import { hostileLength } from '../../../support/thorough';

suite('regexPatterns', () => {
	test('the library fits its schema, and no pattern is there twice', () => {
		assert.ok(validate(library), JSON.stringify(validate.errors));
		assert.equal(new Set(regexPatterns.map(({ id }) => id)).size, regexPatterns.length);
		assert.equal(new Set(regexPatterns.map(({ regex }) => regex)).size, regexPatterns.length);
	});

	for (const { id, regex, matches, misses } of regexPatterns) {
		test(`${id}: anchored, harmless, the same in Java and JavaScript, and true to its examples`, () => {
			const { parsed, hazard, missingAnchors, match } = userRegex(regex);
			assert.deepEqual(parsed.kind === 'regex' && [parsed.constructs, parsed.exact], [[], true]);
			assert.deepEqual([hazard, missingAnchors], [undefined, []]);
			for (const text of matches) {
				assert.equal(match(text), 'match', text);
				assert.match(text, new RegExp(regex));
			}
			for (const text of misses) {
				if (text !== '') assert.equal(match(text), 'no-match', text);
				assert.doesNotMatch(text, new RegExp(regex));
			}
			const longest = matches.reduce((a, b) => (a.length > b.length ? a : b));
			assert.notEqual(match(`${longest.repeat(hostileLength(2, 40))}!`), 'gave-up');
		});
	}
});
