import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { positionsIn } from '../../../server/language/positions';

suite('positions of offsets', () => {
	const texts = ['', 'a', 'a\nb', '\n\n', 'one\ntwo\n', 'a\r\nb\rc\n', '\r', '“ä”\n\u2028x\n'];
	for (const text of texts) {
		test(`are those of the document, in any order: ${JSON.stringify(text)}`, () => {
			const document = TextDocument.create('test:', 'json', 0, text);
			const offsets = Array.from({ length: text.length + 4 }, (_, index) => index - 2);
			for (const asked of [offsets, offsets.toReversed()]) {
				const positionAt = positionsIn(document);
				assert.deepEqual(
					asked.map(positionAt),
					asked.map(offset => document.positionAt(offset)),
				);
			}
		});
	}
});
