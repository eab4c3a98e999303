import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { wholeEdit } from '../../../server/language/textChange';
import { cases } from '../../support/thorough';

const document = (text: string): TextDocument => TextDocument.create('file:///a.json', '', 1, text);

suite('wholeEdit', () => {
	test('touches nothing around the change', () => {
		const { range, newText } = wholeEdit(document('abXcde'), 'abYYcde');
		assert.deepEqual([range.start.character, range.end.character, newText], [2, 3, 'YY']);
	});

	test('makes any text of any other', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 8 });
		fc.assert(
			fc.property(text, text, (before, after) =>
				assert.equal(TextDocument.applyEdits(document(before), [wholeEdit(document(before), after)]), after),
			),
			cases({ few: 100, many: 5000 }),
		);
	});
});
