import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseTree } from 'jsonc-parser';
import { nodeAtOffset, pathOf, plainValue } from '../../../../../server/language/config/json/jsonNode';

const text = '{ "a": [1, 22],  "b": { } }';

suite('nodes of JSON', () => {
	/** Offsets, each with the text of the innermost node there. */
	for (const [offset, expected] of [
		[0, text],
		[1, text],
		[2, '"a"'],
		[5, '"a"'],
		[6, '"a": [1, 22]'],
		[7, '[1, 22]'],
		[8, '1'],
		[9, '1'],
		[10, '[1, 22]'],
		[11, '22'],
		[13, '22'],
		[14, '[1, 22]'],
		[15, text],
		[23, '{ }'],
		[27, text],
		[28, undefined],
	] as const) {
		test(`at ${offset} lies ${expected}`, () => {
			const node = nodeAtOffset(parseTree(text), offset);
			assert.equal(node && text.slice(node.offset, node.offset + node.length), expected);
		});
	}

	test('the path of a value has keys and places', () => {
		const node = nodeAtOffset(parseTree(text), 12);
		assert.deepEqual(node && pathOf(node), ['a', 1]);
	});

	test('any key is a key like others', () => {
		const written = '{ "__proto__": { "x": 1 }, "a": [null, true, "t", 2, [], {}], "a": 5 }';
		const root = parseTree(written);
		assert.ok(root);
		assert.equal(JSON.stringify(plainValue(root)), JSON.stringify(JSON.parse(written)));
		assert.deepEqual(plainValue(root), JSON.parse(written));
	});
});
