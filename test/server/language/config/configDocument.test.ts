import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configBody } from '../../../../server/language/config/configBody';
import { configDocument } from '../../../../server/language/config/configDocument';
import { commaLeftOut } from '../../../../server/language/config/json/commaLeftOut';
import { withoutElements } from '../../../../server/language/config/json/elementMemory';
import { type JsonValue, plainValue } from '../../../../server/language/config/json/jsonNode';
import { readJson } from '../../../../server/language/config/json/jsonReader';
import { readPasted } from '../../../../server/language/config/paste/readPasted';
import { cases, sampled } from '../../../support/thorough';

const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');

/** The text without one of the commas that end a line, whatever they stand in. */
function withoutCommas(text: string): string[] {
	return [...text.matchAll(/,(?=[\r\n])/g)].map(({ index }) => text.slice(0, index) + text.slice(index + 1));
}

/** Why JSON.parse refuses the text. */
function refusalOf(text: string): SyntaxError | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		assert.ok(error instanceof SyntaxError);
		return error;
	}
}

const curedOf = (text: string): string | undefined => {
	const refusal = refusalOf(text);
	return refusal && commaLeftOut(text, refusal)?.cured;
};

/** What is said of a text is what our own reader says of it. */
function assertRead(text: string): void {
	const { value, syntax, body, isHidden, truncatedAt, unwrapped } = configDocument(
		TextDocument.create('file:///a.xclarity.json', 'json', 1, text),
	);
	const read = readPasted(text);
	const whole = read.root && plainValue(read.root);
	assert.deepEqual(
		{ value, syntax, body, isHidden, truncatedAt, unwrapped: unwrapped?.text },
		{
			value: whole,
			syntax: read.problems,
			body: configBody(whole),
			isHidden: read.isHidden,
			truncatedAt: read.truncatedAt,
			unwrapped: read.unwrapped?.text,
		},
		text,
	);
}

/** Texts that a reader which mends mistakes could take for one. */
const word = fc.oneof(
	fc.constantFrom('', ',', 'a,', ':', '": "', '{', '}]', '[', "'", '//', '#', '\\', '\n', 'name', 'category', 'a" b'),
	fc.constantFrom(
		'<br>',
		'&quot;',
		'<<<<<<< a',
		'+ a',
		'- a',
		'> a',
		'```',
		'True',
		'a = 1',
		'“a”',
		"'a'",
		'｛',
		'\u00a0',
	),
	fc.string(),
);
const value: fc.Arbitrary<JsonValue> = fc.letrec<{ readonly value: JsonValue }>(tie => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		word,
		fc.constantFrom(true, null, 0, -1.5),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
	),
})).value;

suite('configDocument', () => {
	test('a text that lacks one comma is read as our own reader reads it, wherever that is', () => {
		for (const text of sampled(withoutCommas(site), 7)) assertRead(text);
		for (const text of sampled(withoutCommas(site.replaceAll('\n', '\r\n')), 23)) assertRead(text);
	});

	test('whatever it says, too', () => {
		fc.assert(
			fc.property(value, fc.nat(), fc.constantFrom('\t', 1), (plain, chosen, indent) => {
				const correct = JSON.stringify({ name: 'a', content: [plain], label: 'b' }, undefined, indent);
				// A text that nobody would write looks to our reader like one with mistakes, and JSON.parse knows better.
				fc.pre(readJson(correct, withoutElements).problems.length === 0);
				const texts = withoutCommas(correct);
				assertRead(texts[chosen % texts.length] ?? '');
			}),
			cases({ few: 30, many: 20_000 }),
		);
	});

	test('so is one with something else than a comma missing, or more', () => {
		for (const text of [
			'{\n"a": "x,"\n"b": 1}',
			'{\n"a": ""\n"b"\n: ""}',
			'{\n"a": 1\n"b": 2\n"c": 3}',
			'{\n"a": 1\n"a": 2}',
			'{\n"a": 1 "b": 2}',
			'{\n"a": """b": 2}',
			'{\n"a": [1\n"b": 2]}',
			'{\n"a": 1,\n\n"b": 2\n"c": 3,}',
			'[\n"a"\n"b"]',
			'{\n"a"\n"b": 1}',
			'const a = {\n"a": 1\n"b": 2};',
		])
			assertRead(text);
	});

	test('the comma before a line is found by where the engine has stopped', () => {
		const lines = [...site.matchAll(/,(?=\r?\n\s*["{])/g)].map(({ index }) => index);
		for (const at of sampled(lines, 11)) assert.equal(curedOf(site.slice(0, at) + site.slice(at + 1)), site);
		assert.equal(curedOf('{"a": 1 "b": 2}'), undefined);
		assert.equal(curedOf('{"a": 1,\n"b" 2}'), undefined);
	});
});
