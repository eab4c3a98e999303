import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { plainValue } from '../../../../../server/language/config/json/jsonNode';
import { readJson } from '../../../../../server/language/config/json/jsonReader';
import { marked } from '../../../../support/markers';
import { cases, hostileLength, sampled } from '../../../../support/thorough';

/** Each mistake by its code, at the marked range; and the value that was meant. */
function reads(text: string, codes: readonly string[], value: unknown): void {
	const { document, ranges } = marked(text);
	const { root, problems } = readJson(document.getText());
	const found = [...problems].sort((a, b) => a.start - b.start);
	assert.deepEqual(
		found.map(({ code }) => code),
		codes,
	);
	assert.deepEqual(
		found.map(({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) })),
		ranges,
	);
	assert.deepEqual(root && plainValue(root), value);
}

suite('jsonReader', () => {
	test('correct JSON has no problem', () => {
		reads('{"a": [1, -2.5e3, true, null, "x\\u00e9\\n"], "b": {}}', [], { a: [1, -2500, true, null, 'xé\n'], b: {} });
	});

	test('a raw line break belongs to its string', () => {
		reads('{"a": "one⟦\n⟧two⟦\r\n⟧three", "b": 1}', ['json-line-break-in-string', 'json-line-break-in-string'], {
			a: 'one\ntwo\nthree',
			b: 1,
		});
	});

	test('tabs behind a line break in a string belong to it', () => {
		reads('{"a": "one⟦\n⟧\t\ttwo", "b": 1}', ['json-line-break-in-string'], { a: 'one\n\t\ttwo', b: 1 });
	});

	test('a null character between two words is a blank', () => {
		reads('{"a": [1⟦\0⟧, 2], ⟦\0\0⟧"b": 1}', ['json-white-space', 'json-white-space'], { a: [1, 2], b: 1 });
	});

	test('a forgotten closing quote ends with its line', () => {
		reads('{"a": ⟦"one⟧,\n"b": "two"}', ['json-unclosed-string'], { a: 'one', b: 'two' });
		reads('{⟦"a⟧: "one",\n"b": "two"}', ['json-unclosed-string'], { a: 'one', b: 'two' });
	});

	test('commas', () => {
		reads(
			'{"a": "x⟦"⟧\n"b": [1⟦2⟧ 3⟦}⟧ {}], "c": 1}'.replace('1⟦2⟧', '1⟦2⟧').replace('3⟦}⟧', '⟦3⟧'),
			['json-missing-comma', 'json-missing-comma', 'json-missing-comma'],
			{ a: 'x', b: [12, 3, {}], c: 1 },
		);
		reads('{"a": [1, 2⟦,⟧ ], "b": 1⟦,⟧\n}', ['json-trailing-comma', 'json-trailing-comma'], { a: [1, 2], b: 1 });
		reads('{"a": [⟦,⟧1,⟦,⟧ 2]}', ['json-extra-comma', 'json-extra-comma'], { a: [1, 2] });
	});

	test('colons and values', () => {
		reads('{"a⟦"⟧ 1, "b" ⟦=⟧ 2, "c" ⟦=>⟧ 3}', ['json-missing-colon', 'json-missing-colon', 'json-missing-colon'], {
			a: 1,
			b: 2,
			c: 3,
		});
		reads('{"a": ⟦,⟧ "b"}', ['json-unexpected'], { a: 'b' });
		reads('{⟦"a":⟧\n"b": 2}', ['json-missing-value'], { b: 2 });
	});

	test('a bracket that is never closed is reported where it should be', () => {
		reads('{"content": [{"a": 1⟦}⟧,\n"name": "x"}', ['json-unclosed-bracket'], { content: [{ a: 1 }], name: 'x' });
		reads('{"c": ["a", "b⟦"⟧\n, "name": "x"}', ['json-unclosed-bracket'], { c: ['a', 'b'], name: 'x' });
		reads('[{"a": ⟦1⟧, {"b": 2}]', ['json-unclosed-bracket'], [{ a: 1 }, { b: 2 }]);
		reads('{"c": [{"a": ⟦1⟧], "d": 2}', ['json-unclosed-bracket'], { c: [{ a: 1 }], d: 2 });
		reads('{"a": ⟦1⟧', ['json-unclosed-bracket'], { a: 1 });
	});

	test('a text that was cut off is reported once, where it ends', () => {
		reads('{"a": [⟦1⟧', ['json-truncated'], { a: [1] });
		reads('{"a": [{"b": "one⟦"⟧', ['json-truncated'], { a: [{ b: 'one' }] });
		reads('{"a": 1, "b": "tw⟦o⟧', ['json-truncated'], { a: 1, b: 'two' });
		reads('{"a": 1, "b"⟦:⟧', ['json-truncated'], { a: 1 });
		reads('{"a": 1⟦,⟧\n', ['json-truncated'], { a: 1 });
	});

	test('a sign in the place of another one', () => {
		reads('{"a"⟦,⟧ "x", "b"⟦;⟧ 1⟦;⟧ "c": 2}', Array(3).fill('json-wrong-separator'), { a: 'x', b: 1, c: 2 });
		reads('{"choices": ["a"⟦:⟧ "b"]}', ['json-wrong-separator'], { choices: ['a', 'b'] });
		reads('{"a": ⟦(⟧"x", "y"), "b": ⟦(⟧"c": 1)}', ['json-bracket-kind', 'json-bracket-kind'], {
			a: ['x', 'y'],
			b: { c: 1 },
		});
		reads('{"a": ["x", "y"⟦)⟧}', ['json-wrong-bracket'], { a: ['x', 'y'] });
		reads('{"choices": ⟦"⟧a", "b", "c": 1}', ['json-missing-bracket'], { choices: ['a', 'b'], c: 1 });
		reads('{"a": "one ⟦" + "⟧two", "b": "three⟦"\n"⟧four"}', ['json-joined-text', 'json-joined-text'], {
			a: 'one two',
			b: 'threefour',
		});
	});

	test('dots of a manual', () => {
		reads('{"a": ["x", ⟦...⟧, "y", ⟦…⟧], ⟦...⟧}', Array(3).fill('json-ellipsis'), { a: ['x', 'y'] });
		reads('{"a": ⟦...⟧, "b": 1}', ['json-ellipsis'], { b: 1 });
	});

	test('a bracket that is never opened is reported where it belongs', () => {
		reads('{"c": ⟦{⟧"a": 1}, {"b": 2} ], "d": 3}', ['json-missing-bracket'], { c: [{ a: 1 }, { b: 2 }], d: 3 });
		reads('{"c": ⟦{⟧"a": 1} ], "d": 3}', ['json-missing-bracket'], { c: [{ a: 1 }], d: 3 });
		reads('{\n "c": [\n  ⟦"a"⟧: 1\n  }\n ],\n "d": 2}', ['json-missing-bracket'], { c: [{ a: 1 }], d: 2 });
	});

	test('a closer of the wrong kind is told from a missing one', () => {
		reads('{"c": ["a", "b"⟦}⟧, "name": "x"}', ['json-wrong-bracket'], { c: ['a', 'b'], name: 'x' });
		reads('{"l": [{"c": ["a⟦"⟧}, {"c": []}]}', ['json-unclosed-bracket'], { l: [{ c: ['a'] }, { c: [] }] });
		reads('{"a": 1⟦]⟧', ['json-wrong-bracket'], { a: 1 });
	});

	test('an opener or closer too many', () => {
		reads('{⟦{⟧ "a": 1 }}', ['json-unexpected'], { a: 1 });
		reads('{"a": {"b": 1}⟦}⟧, "c": 2}', ['json-unexpected'], { a: { b: 1 }, c: 2 });
		reads('{"l": [{"a": 1⟦}⟧}, {"a": 2}]}', ['json-unexpected'], { l: [{ a: 1 }, { a: 2 }] });
		reads('{"a": 1, ⟦[⟧"b": 2}', ['json-unexpected'], { a: 1, b: 2 });
		reads('{"a": 1, ⟦[⟧"b": 2, ⟦[⟧"c": 3}', ['json-unexpected', 'json-unexpected'], { a: 1, b: 2, c: 3 });
		reads('{"a"⟦,⟧: 1, "b": ⟦,⟧[2]}', ['json-unexpected', 'json-unexpected'], { a: 1, b: [2] });
	});

	test('a quotation mark too many', () => {
		reads('{"a": "x"⟦"⟧, "b": true⟦"⟧,\n"c": 1}', ['json-unexpected', 'json-unexpected'], { a: 'x', b: true, c: 1 });
	});

	test('text before the value, and a brace lost there', () => {
		reads('⟦Here it is:⟧\n{"a": 1}', ['json-text-before-start'], { a: 1 });
		reads('⟦x⟧{"a": 1}', ['json-text-before-start'], { a: 1 });
		reads('⟦```json⟧\n{"a": 1}', ['json-text-before-start'], { a: 1 });
		reads('⟦First {"x": 1}, then\nthis:⟧\n{"category": 1}', ['json-text-before-start'], { category: 1 });
		reads('⟦"a"⟧: 1, "b": 2}', ['json-missing-bracket'], { a: 1, b: 2 });
	});

	test('quotation marks of other kinds', () => {
		reads('{⟦\'a\'⟧: ⟦“x”⟧, "b": ⟦“y"⟧, ⟦"c”⟧: 1}', ['json-quotes', 'json-quotes', 'json-quotes', 'json-quotes'], {
			a: 'x',
			b: 'y',
			c: 1,
		});
		reads('{"a": "say ⟦"⟧yes" now"}', ['json-unescaped-quote'], { a: 'say "yes" now' });
		reads('{"a": "say ⟦"⟧yes""\n}', ['json-unescaped-quote'], { a: 'say "yes"' });
	});

	test('words of other languages', () => {
		reads(
			'{"a": ⟦True⟧, "b": ⟦None⟧, ⟦c⟧: ⟦some text⟧, "d": ⟦+01⟧}',
			['json-literal', 'json-literal', 'json-unquoted-key', 'json-unquoted-value', 'json-number'],
			{ a: true, b: null, c: 'some text', d: 1 },
		);
	});

	test('comments', () => {
		reads('⟦// one⟧\n{"a": ⟦/* two */⟧ 1} ⟦# three⟧', ['json-comment', 'json-comment', 'json-comment'], { a: 1 });
	});

	test('inside strings', () => {
		reads('{"a": "⟦\\w\\.⟧⟦\t⟧"}', ['json-invalid-escape', 'json-control-character'], {
			a: '\\w\\.\t',
		});
	});

	test('around the value', () => {
		reads('⟦\ufeff⟧{} ⟦and\n}⟧\n', ['json-byte-order-mark', 'json-text-after-end'], {});
		reads('{"a": 1}\n⟦{⟧"b": 2} {"c": 3}', ['json-several-values'], [{ a: 1 }, { b: 2 }, { c: 3 }]);
		reads('⟦ \n⟧', ['json-empty'], undefined);
		reads('{⟦\u00a0⟧"a": 1}', ['json-white-space'], { a: 1 });
	});

	test('documents behind each other: told where a comma lacks, and nowhere else', () => {
		const { document, cursors } = marked('{"a": 1}, {"b": 2}‸ {"c": 3}, [4]‸\n{"d": 5}');
		const [problem] = readJson(document.getText()).problems;
		assert.deepEqual(
			problem?.facts.commas,
			cursors.map(cursor => String(document.offsetAt(cursor))),
		);
	});

	test('a key that stands twice', () => {
		reads('{"a": 1, ⟦"a"⟧: 2}', ['json-duplicate-key'], { a: 2 });
	});

	const vendor = '../shared/reference/post-osimages.txt';
	test("the vendor's request body as printed", {
		skip: existsSync(vendor) ? false : 'needs ../shared/reference',
	}, () => {
		const page = readFileSync(vendor, 'utf8');
		const from = page.indexOf('{\n"content"');
		const { problems } = readJson(page.slice(from, page.indexOf('\nResponse codes', from)));
		const count = (code: string): number => problems.filter(found => found.code === code).length;
		assert.deepEqual(
			[
				count('json-line-break-in-string'),
				count('json-missing-comma'),
				count('json-unclosed-bracket'),
				problems.length,
			],
			[3, 3, 1, 7],
		);
	});

	test('one structural character lost from a file gives one report, but for a few that cannot be told', () => {
		const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');
		const places = [...site].flatMap((character, at) => ('{}[]",:'.includes(character) ? [at] : []));
		const cascades = sampled(places, 20).flatMap(at => {
			const { problems } = readJson(site.slice(0, at) + site.slice(at + 1));
			return problems.length > 1 ? [`${at}: ${problems.map(({ code }) => code).join(', ')}`] : [];
		});
		assert.ok(cascades.length <= 6, cascades.join('\n'));
	});

	test('thousands of brackets deep', () => {
		const depth = hostileLength(200, 10_000);
		const deep = '{"content":['.repeat(depth);
		assert.equal(readJson(deep).problems.length, 1);
		assert.deepEqual(readJson(deep + ']}'.repeat(depth)).problems, []);
	});

	test('a bracket in a text that is one string begins nothing', () => {
		for (const text of ['"["', ' "a \\"[" ']) assert.deepEqual(readJson(text).problems, []);
	});

	test('of several closers that could be the one too many, one is', () => {
		const { problems } = readJson('{"a": {"b": 1}, "c": [1, {"d": 2}]], "e" {"f": {"g": 3}}}');
		assert.deepEqual(
			problems.map(({ code }) => code),
			['json-unexpected', 'json-missing-colon'],
		);
	});

	test('agrees with JSON.parse on every JSON text', () => {
		// Half of a character as well. fast-check's own units of this kind begin with a table of all of Unicode.
		const stringUnit = fc.oneof(fc.nat(0x7f), fc.nat(0x10ffff)).map(code => String.fromCodePoint(code));
		fc.assert(
			fc.property(fc.json({ stringUnit }), text => {
				const { root, problems } = readJson(text);
				assert.deepEqual([root && plainValue(root), problems], [JSON.parse(text), []]);
			}),
			cases({ few: 10, many: 400 }),
		);
	});

	test('never throws, and every range lies in the text', () => {
		const piece = fc.constantFrom(
			...'{}[]:,"\'“”\\/#\n\r\t -+.0aT',
			'"a"',
			'True',
			'\ufeff',
			'//',
			'/*',
			'": "',
			'\\u12',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
				const text = pieces.join('');
				for (const { start, end, code } of readJson(text).problems) {
					assert.ok(0 <= start && start <= end && end <= text.length, `${code} ${start}..${end}`);
				}
				if (readJson(text).problems.length === 0) JSON.parse(text);
			}),
			cases({ few: 40, many: 2000 }),
		);
	});
});
