import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formattingOptions } from '../../../server/lsp/formattingOptions';

suite('how an editor indents', () => {
	const cases: readonly (readonly [sent: unknown, width: number, isSpaces: boolean])[] = [
		[{ tabSize: 2, insertSpaces: true }, 2, true],
		[{ tabSize: 8, insertSpaces: false }, 8, false],
		[{ tabSize: 16, insertSpaces: true }, 16, true],
		[{ tabSize: 1e9, insertSpaces: true }, 16, true],
		[{ tabSize: 2.5, insertSpaces: true }, 2, true],
		[{ tabSize: 0, insertSpaces: true }, 4, true],
		[{ tabSize: -1, insertSpaces: true }, 4, true],
		[{ tabSize: Number.NaN, insertSpaces: true }, 4, true],
		[{ tabSize: '2', insertSpaces: 'no' }, 4, true],
		[{}, 4, true],
		[null, 4, true],
		[undefined, 4, true],
	];
	for (const [sent, tabSize, insertSpaces] of cases)
		test(`${JSON.stringify(sent)} is a step of ${tabSize} ${insertSpaces ? 'blanks' : 'in tabs'}`, () =>
			assert.deepEqual(formattingOptions(sent), { tabSize, insertSpaces }));
});
