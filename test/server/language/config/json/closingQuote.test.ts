import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { closingQuote } from '../../../../../server/language/config/json/jsonString';

suite('the mark that closes a string in other quotation marks', () => {
	for (const [what, text, closer] of [
		['its partner', `‘site’: 1`, 5],
		['a straight one, where it has no partner', `‘site": 1`, 5],
		['the first straight one', `'a": "b", "c": 1`, 2],
		['the straight one, where another string begins before its partner', `'a": 'b', 1`, 2],
		['its partner, where none begins between', `'a", b': 1`, 6],
		['none on its line', `‘site\n": 1`, -1],
	] as const)
		test(what, () => assert.equal(closingQuote(text, 0), closer));
});
