import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Node } from 'jsonc-parser';
import { pathOf } from '../../../../../server/language/config/json/jsonNode';
import { readJson } from '../../../../../server/language/config/json/jsonReader';
import { isThorough } from '../../../../support/thorough';

suite('elements that are looked into', () => {
	if (isThorough)
		test('of very many, the nodes of those looked into long ago are left, and made anew as they were', () => {
			const count = 10_002;
			// Making all of them deep would take most of the time.
			const written = (at: number): string => (at < 2 ? `{"list":[{"at":${at}}]}` : `{"at":${at}}`);
			const { root } = readJson(`[${Array.from({ length: count }, (_, at) => written(at)).join(',')}]`);
			const elements = root?.children ?? [];
			assert.equal(elements.length, count);
			const first = elements[0]?.children;
			assert.equal(elements[0]?.children, first, 'kept while there are few');
			const innermost = (node: Node): Node => {
				const last = node.children?.at(-1);
				return last ? innermost(last) : node;
			};
			const values = elements.map(innermost);
			assert.equal(
				values.findIndex(({ value }, at) => value !== at),
				-1,
			);
			assert.notEqual(elements[0]?.children, first, 'forgotten');
			assert.deepEqual(elements[0] && pathOf(innermost(elements[0])), [0, 'list', 0, 'at']);
			// Who holds nodes that were forgotten has them whole.
			assert.deepEqual(values[1] && pathOf(values[1]), [1, 'list', 0, 'at']);
		});
});
