import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Node } from 'jsonc-parser';
import { CorrectElement } from '../../../../../server/language/config/json/correctElement';
import { ElementMemory, sameEnds, withoutElements } from '../../../../../server/language/config/json/elementMemory';
import { plainValue } from '../../../../../server/language/config/json/jsonNode';
import { readJson } from '../../../../../server/language/config/json/jsonReader';
import { aSpoiling, spoilt } from '../../../../fuzz/spoiltText';
import { cases } from '../../../../support/thorough';

const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');

/** A tree as far as other code can see it. */
const seen = (node: Node | undefined): unknown =>
	node && [node.type, node.value, node.offset, node.length, node.colonOffset, (node.children ?? []).map(seen)];

/** Every node names the one around it. */
function assertParents(node: Node): void {
	for (const child of node.children ?? []) {
		assert.equal(child.parent, node);
		assertParents(child);
	}
}

function assertSame(text: string, memory: ElementMemory): void {
	const slow = readJson(text, withoutElements);
	const fast = readJson(text, memory.readerFor(text));
	assert.deepEqual(fast.root && plainValue(fast.root), slow.root && plainValue(slow.root), text);
	assert.deepEqual({ ...fast, root: seen(fast.root) }, { ...slow, root: seen(slow.root) }, text);
	if (fast.root) assertParents(fast.root);
}

suite('elementMemory', () => {
	test('an element that is taken as a whole is read as sign by sign, whatever stands around it', () => {
		for (const text of [
			'{"content": [{"a": 1}, {"b": [1, {"c": "x"}]}]',
			'{"content": [{"a": 1, "a": 2}, {"b": 1}],}',
			'{"content": [{"a": 1}, "name": "x", {"b": 2}],}',
			'{"content": [{"a": 1} // why\n"name": "x", {"b": 2}],}',
			'{"content": [{"a": {"b": 1}}}, {"b": 2}],}',
			'{"content": [{"a": [[1]]}, {"b": 2}],}',
			'{"content": [{"a": ""}, ""], "b": [{"a": "" }, {"b": ""}],}',
			'{"content": [{"a": "x\ny"}, {"b": "\\"}, {"c": "\\u00"}, {"d": 01}],}',
			'{"content": {"a": 1}, {"b": 2}]}',
			'{"a": 1} [{"b": 1}, {"c": 2}] {"d": [{}]}',
			'{"a": [{"b" : -1.5e+3 , "c\\"": "}:", "d": {}, "e": [] , "f": [null, [true, {"g":false}]]\n}, {}],}',
		])
			assertSame(text, new ElementMemory());
	});

	test('of an element that somebody looks into, the objects inside it are left as they are', () => {
		const text = '[{"a": [{"b": {}}], "c": {"d": 1}}]';
		const { root } = readJson(text, new ElementMemory().readerFor(text));
		const [inList, inObject] = (root?.children?.[0]?.children ?? []).map(property => property.children?.[1]);
		assert.ok(inList?.children?.[0] instanceof CorrectElement);
		assert.ok(inObject instanceof CorrectElement);
	});

	test('after any edits a text is read as if nobody had read it before', () => {
		fc.assert(
			fc.property(fc.array(aSpoiling, { minLength: 1, maxLength: 6 }), spoilings => {
				const memory = new ElementMemory();
				for (let count = 0; count <= spoilings.length; count++)
					assertSame(spoilt(site, spoilings.slice(0, count)), memory);
			}),
			cases({ few: 3, many: 600 }),
		);
	});

	test('of a text that JSON.parse has read nothing is parsed a second time, and its tree is the same', () => {
		const known = new ElementMemory().readerFor(site, true);
		const fast = readJson(site, start => {
			const element = known(start);
			assert.equal(element?.plain, undefined);
			return element;
		});
		assert.deepEqual(seen(fast.root), seen(readJson(site, withoutElements).root));
		assert.deepEqual(fast.root && plainValue(fast.root), JSON.parse(site));
	});

	test('what an edit has left alone is not read again', () => {
		const elements = Array.from({ length: 50 }, (_, index) => `{"name": "setting ${index}"}`);
		const text = `{"content": [${elements.join(', ')}],}`;
		const memory = new ElementMemory();
		const before = valuesOf(text, memory);
		const edited = text.replace('setting 20', 'another name');
		const after = valuesOf(edited, memory);
		assert.deepEqual(
			after.flatMap((value, index) => (value === before[index] ? [] : [index])),
			[20],
		);
		const shorter = valuesOf(edited.replace(`${elements[30]}, `, ''), memory);
		assert.equal(shorter.length, 49);
		// Its neighbour begins with the same letters, so that the edit may have been in it, too.
		assert.ok(shorter.filter(value => !after.includes(value)).length <= 1);
	});

	test('its nodes are made once, and say what those of this version say', () => {
		const text = `{"content": [{"name": "a"}, {"name": "b", "choices": [1, {"x": 2}]}, {"name": "c"}],}`;
		const memory = new ElementMemory();
		const before = correctIn(text, memory);
		for (const { inner, offset, children } of before) assertInner(inner, offset, children);
		const after = correctIn(text.replace('"b"', '"other"'), memory);
		for (const { inner, offset, children } of after) assertInner(inner, offset, children);
		assert.deepEqual(
			after.map(({ inner }, index) => inner === before[index]?.inner),
			[true, false, true],
		);
	});

	test('the common ends of two texts', () => {
		const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
		fc.assert(
			fc.property(letters, letters, (before, after) => {
				const { head, tail, growth } = sameEnds(before, after);
				assert.equal(growth, after.length - before.length);
				assert.ok(head <= tail && tail - growth >= head);
				assert.equal(before.slice(0, head), after.slice(0, head));
				assert.equal(before.slice(tail - growth), after.slice(tail));
				const isShort = head === Math.min(before.length, after.length);
				assert.ok(isShort || before[head] !== after[head], 'the head is as long as it can be');
			}),
			cases({ few: 40, many: 2000 }),
		);
	});
});

const correctIn = (text: string, memory: ElementMemory): CorrectElement[] =>
	(readJson(text, memory.readerFor(text)).root?.children?.[0]?.children?.[1]?.children ?? []).filter(
		node => node instanceof CorrectElement,
	);

/** The same nodes but for their offsets. */
function assertInner(inner: Node, base: number, children: readonly Node[] | undefined): void {
	const moved = (node: Node): Node => ({
		...node,
		offset: node.offset + base,
		...(node.colonOffset === undefined ? {} : { colonOffset: node.colonOffset + base }),
		...(node.children ? { children: node.children.map(moved) } : {}),
	});
	assert.deepEqual((inner.children ?? []).map(moved).map(seen), (children ?? []).map(seen));
}

/** The values of the elements that were taken as a whole. */
function valuesOf(text: string, memory: ElementMemory): unknown[] {
	const { root } = readJson(text, memory.readerFor(text));
	return (root?.children?.[0]?.children?.[1]?.children ?? []).map(node => node instanceof CorrectElement && node.plain);
}
