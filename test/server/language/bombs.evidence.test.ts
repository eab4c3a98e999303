import { suite, test } from 'node:test';
import { bombs } from '../../fuzz/bombs';
import { askEverything } from '../../fuzz/everyVerb';

/**
 * Every verb on texts made to cost all time or memory. No clock is read: what grows faster than the text does not
 * come back before the run of the tests is given up.
 */
suite('texts that cost a careless reader everything', () => {
	for (const { name, kind, text } of bombs(2_000))
		test(`${kind}: ${name}`, () => askEverything(kind, text, text.length >> 1));
});
