import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { packTokens, semanticTokensLegend } from '../../../server/lsp/semanticTokens';

suite('semantic tokens as LSP packs them', () => {
	test('in the order of the text, each relative to the one before', () => {
		const document = TextDocument.create('file:///a.ks', 'kickstart', 1, 'ab cd\nef');
		const type = 'variable';
		const place = semanticTokensLegend.tokenTypes.indexOf(type);
		const tokens = [6, 3, 0].map(offset => ({ offset, length: 2, type }) as const);
		const packed = [
			[0, 0],
			[0, 3],
			[1, 0],
		].flatMap(([line = 0, character = 0]) => [line, character, 2, place, 0]);
		assert.deepEqual(packTokens(document, tokens).data, packed);
	});
});
