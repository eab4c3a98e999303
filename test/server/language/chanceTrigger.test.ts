import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isChanceTrigger } from '../../../server/language/chanceTrigger';
import type { Kind } from '../../../server/language/language';
import { marked } from '../../support/markers';

/** Whether the list stays closed after the character before the cursor was typed. */
const stays = (text: string, kind: Kind): boolean => {
	const { document, cursor } = marked(text);
	return isChanceTrigger(document, cursor, document.getText()[document.offsetAt(cursor) - 1] ?? '', kind);
};

suite('characters that open the list by chance', () => {
	test('a quotation mark opens it where it begins a text, not where it ends one', () => {
		for (const text of ['{\n  "‸"\n}', '{ "name": "‸" }', '{ "a": "\\"b\\"", "‸" }'])
			assert.equal(stays(text, 'config'), false);
		for (const text of ['{ "name"‸ }', '{ "name": "a"‸\n}', '{ "name": "a\\"b"‸ }'])
			assert.equal(stays(text, 'config'), true);
		assert.equal(stays('<peer config:type="‸"', 'autoyast'), false);
		assert.equal(stays('<peer config:type="list"‸', 'autoyast'), true);
	});

	test('a colon opens it behind a key', () => {
		assert.equal(stays('{ "type":‸ }', 'config'), false);
		assert.equal(stays('{ "config":‸ }', 'manifest'), false);
		assert.equal(stays('{ "regex": "^(?:‸" }', 'config'), true);
		assert.equal(stays('url --url=http:‸', 'kickstart'), true);
	});

	test('every other character does as it is meant to', () => assert.equal(stays('lang #‸', 'kickstart'), false));
});
