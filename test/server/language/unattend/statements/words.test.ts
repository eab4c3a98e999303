import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readWords } from '../../../../../server/language/unattend/statements/words';

const texts = (line: string): string[] => readWords(line, { start: 0, end: line.length }).words.map(({ text }) => text);

suite('words of a kickstart line', () => {
	const cases: readonly (readonly [line: string, words: readonly string[]])[] = [
		['part / --size=1', ['part', '/', '--size=1']],
		['  tab\tand   blanks  ', ['tab', 'and', 'blanks']],
		['--append="rhgb quiet" end', ['--append=rhgb quiet', 'end']],
		["'single \\n stays'", ['single \\n stays']],
		['"a \\"quoted\\" word" "back\\\\slash" "other \\n"', ['a "quoted" word', 'back\\slash', 'other \\n']],
		['one\\ word', ['one word']],
		['""', ['']],
		['glued"to"geth\'er\'', ['gluedtogether']],
		['"#" in quotes', ['#', 'in', 'quotes']],
		['rootpw pa#ss', ['rootpw', 'pa']],
		['lang en # comment', ['lang', 'en']],
		['broken \\', ['broken', '']],
	];
	for (const [line, words] of cases)
		test(JSON.stringify(line), () => {
			assert.deepEqual(texts(line), words);
		});

	test('a comment that touches a word cuts it', () => {
		const read = readWords('rootpw pa#ss', { start: 0, end: 12 });
		assert.equal(read.comment, 9);
		assert.equal(read.cutsWord, true);
	});

	test('an open quote is told where it opens', () => {
		assert.equal(readWords('a --b="c d', { start: 0, end: 10 }).unclosed, 6);
	});

	test('a backslash at the end of a line takes the line break for a word', () => {
		const line = 'part / \\\nnext';
		assert.deepEqual(
			readWords(line, { start: 0, end: 8 }).words.map(({ text }) => text),
			['part', '/', '\n'],
		);
	});

	test('offsets include quotes', () => {
		const [, word] = readWords('a "b c" d', { start: 0, end: 9 }).words;
		assert.deepEqual(word, { text: 'b c', start: 2, end: 7, quoted: true });
	});
});
