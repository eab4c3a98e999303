import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../../../../server/language/config/json/jsonNode';
import { ValueMemory } from '../../../../../server/language/config/json/valueMemory';
import { aSpoiling, spoilt } from '../../../../fuzz/spoiltText';
import { cases, hostileLength } from '../../../../support/thorough';

const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');

/** The value after these versions of a text, which must be that of the last one read by itself. */
function valueAfter(...versions: readonly string[]): unknown {
	const memory = new ValueMemory();
	const [value] = versions.map(text => memory.valueOf(text)).reverse();
	const fresh = new ValueMemory().valueOf(versions.at(-1) ?? '');
	assert.deepEqual(value, fresh, versions.join('\n'));
	// The order of keys is part of what a text says.
	assert.equal(JSON.stringify(value), JSON.stringify(fresh));
	return value;
}

suite('valueMemory', () => {
	test('after an edit a text says what it says to somebody who has not read it before', () => {
		const text = '{"a\\"b": [{"n": 1}, [2, {"m": {"x": "}"}}]], "c": {"k": "v"}, "__proto__": {"d": 1}}';
		for (const [written, replacement] of [
			['"n": 1', '"n": 12'],
			['"n": 1', '"n": 1, "n2": [{}]'],
			['"n": 1', ''],
			['"x": "}"', '"x": "{}"'],
			['"k": "v"', '"k": "v", "l": 0'],
			['"d": 1', '"d": 2'],
			['[2, ', '[2, 3, '],
			['{"n": 1}, ', ''],
			['"c"', '"other"'],
			['{"k": "v"}', '[]'],
			[', "__proto__": {"d": 1}', ''],
			['{"n": 1}', '{"n": 1}, {"n": 2}'],
		] as const)
			assert.ok(valueAfter(text, text.replace(written, replacement), text.replace(written, `${replacement} `)));
	});

	test('what makes it no JSON, or puts a key there twice, is seen, and then the text is read as before again', () => {
		const text = '{"content": [{"name": "a", "label": "b"}, {"name": "c"}]}';
		for (const [written, replacement] of [
			['"label"', '"name"'],
			['"a"', '"a'],
			['"a",', '"a"'],
			['"b"}', '"b"'],
		] as const) {
			const broken = text.replace(written, replacement);
			assert.equal(valueAfter(text, broken), undefined);
			assert.ok(valueAfter(text, broken, text));
			assert.ok(valueAfter(text, broken, text.replace('"c"', '"d"')));
		}
	});

	test('of a text that is edited in one object, everything beside it stays the same', () => {
		const memory = new ValueMemory();
		const elementsOf = (text: string): readonly unknown[] =>
			(memory.valueOf(text) as { content: JsonObject[] }).content;
		const text = '{"content": [{"name": "a"}, {"name": "b", "choices": ["x"]}, {"name": "c"}]}';
		const versions = ['"b"', '"bb"', '"bbb"', '"b"'].map(name => elementsOf(text.replace('"b"', name)));
		for (const [first, second, third] of versions.slice(1)) {
			assert.equal(first, versions[0]?.[0]);
			assert.notEqual(second, versions[0]?.[1]);
			assert.equal(third, versions[0]?.[2]);
		}
		assert.deepEqual(versions[3], versions[0]);
	});

	test('after any edits a text is read as if nobody had read it before', () => {
		fc.assert(
			fc.property(fc.array(aSpoiling, { minLength: 1, maxLength: 6 }), spoilings => {
				valueAfter(site, ...spoilings.map((_, count) => spoilt(site, spoilings.slice(0, count + 1))));
			}),
			cases({ few: 20, many: 2000 }),
		);
	});

	test('what is nested deeper than anybody writes is read with the whole text', () => {
		const depth = hostileLength(8_000, 50_000);
		const [opened, closed] = ['['.repeat(depth), ']'.repeat(depth)];
		const memory = new ValueMemory();
		assert.ok(memory.valueOf(`${opened}{"a": 1}${closed}`));
		assert.ok(memory.valueOf(`${opened}{"a": 2}${closed}`));
	});
});
