import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type ParseError, parseTree } from 'jsonc-parser';
import { correctSpans } from '../../../../server/language/config/json/correctSpans';
import { readJson } from '../../../../server/language/config/json/jsonReader';
import { jsonFaults } from '../../../../server/language/readingAids/jsonFaults';
import { changedText, insert, type TextChange } from '../../../../server/language/textChange';
import { aSpoiling, spoilt } from '../../../fuzz/spoiltText';
import { cases, sampled } from '../../../support/thorough';
import { siteText } from './siteFiles';

/** What a parser that reads all of a text has against it. */
function faultsOfAll(text: string): number {
	const errors: ParseError[] = [];
	parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
	return errors.length;
}

const correctIn = (text: string) => correctSpans(readJson(text).root);

function assertSame(text: string, changes: readonly TextChange[]): void {
	const after = changedText(text, changes);
	assert.equal(jsonFaults(text, changes, correctIn(text)), faultsOfAll(after), after);
}

const list = '{"content": [{"a": 1, "b": [{"c": 2}]}, {"name": "x"}, {"a": {"b": "}"}}], "label": "y"}';

suite('jsonFaults', () => {
	test('as many as without knowing of correct elements, where a parser skips them, too', () => {
		for (const text of [
			list,
			list.replace('"content": [', '"content" ['),
			list.replace('"content": [', '"content": "'),
			list.replace('"content": [', '"content": [/*'),
			list.replace('"content": [', '"content": [//'),
			list.replace('[{', '[x {'),
			list.replace('}, {', '} {'),
			list.replace('}, {', '}: {'),
			list.replace('}], "label"', '}} "label"'),
			`${list.replace('[{', '[{{')},`,
		]) {
			assertSame(text, []);
			for (const at of sampled([...text.split('').keys()], 29))
				for (const newText of ['"', '"":""', ', ', '{', ']', '/*'])
					assertSame(text, [
						{ start: at, end: at, newText },
						...(at > 20 ? [{ start: at - 20, end: at - 18, newText: ',' }] : []),
					]);
		}
	});

	test('as many as without knowing of them in any spoilt text, after any change', () => {
		const change = fc.record({
			at: fc.nat(siteText.length),
			removed: fc.nat(4),
			newText: fc.constantFrom('', '"', '"name": "a"', ', ', '{}', ']', '\n'),
		});
		fc.assert(
			fc.property(fc.array(aSpoiling, { maxLength: 3 }), change, (spoilings, { at, removed, newText }) => {
				const text = spoilt(siteText, spoilings);
				const start = Math.min(at, text.length);
				assertSame(text, [{ start, end: Math.min(text.length, start + removed), newText }]);
			}),
			cases({ few: 15, many: 5000 }),
		);
	});

	test('of a long text only what is around the mistake is read', () => {
		const settings = Array.from({ length: 400 }, (_, index) => ({ name: `a${index}`, type: 'string' }));
		const text = JSON.stringify({ content: settings }).replace('"a200",', '"a200"');
		const correct = correctIn(text);
		assert.equal(correct.length, 399);
		// Faults in what need not be read are not met.
		const unread = correct.reduce((spoiled, { start, end }) => {
			const inside = '{'.repeat(end - start);
			return spoiled.slice(0, start) + inside + spoiled.slice(end);
		}, text);
		assert.equal(jsonFaults(unread, [], correct), 1);
		const cure = insert(text.indexOf('"a200"') + '"a200"'.length, ', ');
		assert.equal(jsonFaults(unread, [cure], correct), 0);
	});
});
