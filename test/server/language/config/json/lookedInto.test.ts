import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Node } from 'jsonc-parser';
import { pathOf } from '../../../../../server/language/config/json/jsonNode';
import { readJson } from '../../../../../server/language/config/json/jsonReader';

suite('elements that are looked into', () => {
	test('of very many, the nodes of those looked into long ago are left, and made anew as they were', () => {
		const count = 10_002;
		const { root } = readJson(`[${Array.from({ length: count }, (_, at) => `{"list":[{"at":${at}}]}`).join(',')}]`);
		const elements = root?.children ?? [];
		assert.equal(elements.length, count);
		const first = elements[0]?.children;
		assert.equal(elements[0]?.children, first, 'kept while there are few');
		const valueIn = (element: Node): Node | undefined =>
			element.children?.[0]?.children?.[1]?.children?.[0]?.children?.[0]?.children?.[1];
		const values = elements.map(valueIn);
		assert.deepEqual(
			values.map(value => value?.value),
			Array.from({ length: count }, (_, at) => at),
		);
		assert.notEqual(elements[0]?.children, first, 'forgotten');
		assert.deepEqual(elements[0] && pathOf(valueIn(elements[0]) ?? elements[0]), [0, 'list', 0, 'at']);
		// Who holds nodes that were forgotten has them whole.
		assert.deepEqual(values[1] && pathOf(values[1]), [1, 'list', 0, 'at']);
	});
});
