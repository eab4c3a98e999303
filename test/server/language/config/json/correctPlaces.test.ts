import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CorrectPlaces } from '../../../../../server/language/config/json/correctPlaces';
import type { JsonPath } from '../../../../../server/language/config/json/jsonNode';
import { readJson } from '../../../../../server/language/config/json/jsonReader';
import { type Part, placesIn } from '../../../../../server/language/config/json/places';

/** The paths of all values, and of some that are not there. */
function pathsOf(value: unknown, path: JsonPath = []): JsonPath[] {
	const inside =
		typeof value === 'object' && value !== null
			? Object.entries(value).flatMap(([key, inner]) =>
					pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
				)
			: [];
	return [path, ...inside, [...path, 'no such key'], [...path, 99]];
}

const parts: readonly Part[] = ['value', 'key', 'setting'];

suite('places in correct JSON', () => {
	const texts = [
		'"text"',
		' [ ] ',
		'\n{"a": {}, "b": [], "c": null, "d": -1.5e3, "e": true}',
		'{"name": "a", "content": [{"name": {"x": 1}}, {"name": "b", "content": [[1, [2, {"k": "}"}]], "]"]}]}',
		String.raw`{"a\"b": "\\", "ä\n": ["\"{", "[\\\"", {"name" : "x" , "y":3 }]  , "__proto__": {"name": "z"}, "": 1}`,
		`[${Array.from({ length: 130 }, (_, index) => `"${index}"`).join(', ')}, {"name": "last"}]`,
		`{"long": [${'"",'.repeat(400)}1], "after": {"name": "b"}}`,
	];
	for (const text of texts) {
		test(`are those of the tree, in any order: ${text.slice(0, 60)}`, () => {
			const paths = pathsOf(JSON.parse(text));
			const tree = placesIn(readJson(text).root);
			for (const asked of [paths, paths.toReversed()]) {
				const places = new CorrectPlaces(text);
				for (const path of asked) {
					for (const part of parts) {
						assert.deepEqual(places.partOf(path, part), tree.partOf(path, part), `${part} of ${path.join('/')}`);
					}
					assert.deepEqual(places.spanOf(path), tree.spanOf(path), path.join('/'));
				}
			}
		});
	}
});
