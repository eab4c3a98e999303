import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver-types';
import { configDocument } from '../../../../server/language/config/configDocument';
import { correctAround, correctSpans } from '../../../../server/language/config/json/correctSpans';
import { harmlessCompletion, type KnownCorrect } from '../../../../server/language/readingAids/harmlessCompletion';
import { cases } from '../../../support/thorough';
import { site, siteText } from './siteFiles';

const known: KnownCorrect = {
	correctIn: document => correctSpans(configDocument(document).tree()),
	objectAround: (document, position) => correctAround(configDocument(document).tree(), document.offsetAt(position)),
};

const item = (position: Position, newText: string, removed = 0): CompletionItem => ({
	label: newText,
	kind: CompletionItemKind.Value,
	textEdit: { range: { start: position, end: { ...position, character: position.character + removed } }, newText },
});

suite('harmlessCompletion', () => {
	test('in correct JSON offers what it offers when all of the text is read', () => {
		const inserted = fc.constantFrom('"', 'x', ', ', '{}', '{', '}', '}, {', '/*', '//', '"a": 1, ', ', "a": 1', '[1]');
		fc.assert(
			fc.property(fc.nat(siteText.length), inserted, fc.nat(3), (offset, newText, removed) => {
				const document = site();
				const position = document.positionAt(offset);
				const items = [item(position, newText, removed), item(position, '""'), item(position, '')];
				assert.deepEqual(
					harmlessCompletion(document, position, items, known),
					harmlessCompletion(document, position, items),
				);
			}),
			cases({ few: 20, many: 20_000 }),
		);
	});

	test('in correct JSON reads no more than the object around the cursor', () => {
		const document = site();
		const position = document.positionAt(siteText.indexOf('"ntp"') + 1);
		const unasked: KnownCorrect = { ...known, correctIn: () => assert.fail('all of the text is read') };
		const items = [item(position, 'x')];
		assert.deepEqual(harmlessCompletion(document, position, items, unasked), items);
	});
});
