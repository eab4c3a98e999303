import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readMacros } from '../../../../../server/language/macros/macroReader';
import { possibleTexts } from '../../../../../server/language/unattend/values/possibleTexts';
import { resolve } from '../../../../../server/language/unattend/values/resolve';
import { type SourceFacts, sourceOf } from '../xml/unattendSources';

suite('a text with values in the place of its macros', () => {
	const text = 'lang #a.b#.UTF-8 &amp; #c.d##e.f#';
	const { references: macros } = readMacros(text);
	const whole = { start: 0, end: text.length };

	test('macros without a value stay as written, and values are not read again', () => {
		const values: Readonly<Record<string, string>> = { 'a.b': 'en_US', 'c.d': '#a.b#' };
		assert.equal(
			resolve({ text, macros }, whole, { textOf: ({ name }) => values[name] }),
			'lang en_US.UTF-8 &amp; #a.b##e.f#',
		);
	});

	test('what stands beside macros is decoded, what they bring is not', () => {
		const decode = (raw: string): string => raw.replaceAll('&amp;', '&');
		assert.equal(resolve({ text, macros }, whole, { decode, textOf: () => '&amp;' }), 'lang &amp;.UTF-8 & &amp;&amp;');
	});

	test('a stretch alone', () => {
		assert.equal(resolve({ text, macros }, { start: 5, end: 16 }, { textOf: () => 'x' }), 'x.UTF-8');
	});
});

suite('the texts that may stand at a place', () => {
	const textsOf = (text: string, facts: SourceFacts = {}) => {
		const source = sourceOf(text, facts);
		const place = { start: 0, end: text.length, text: source.masked, isTemplate: false, decode: (raw: string) => raw };
		return possibleTexts(source, place);
	};
	const choices = (...all: string[]) => ({ type: 'string', choices: all });

	test('several macros bring each combination, and one macro the same text everywhere', () => {
		const values = { 'a.b': choices('1', '2'), 'c.d': choices('x', 'y') };
		assert.deepEqual(textsOf('#a.b#-#c.d#-#a.b#', { values })?.texts, ['1-x-1', '1-y-1', '2-x-2', '2-y-2']);
	});

	test('a single choice is all that can come', () => {
		const { texts, extent } = textsOf('#a.b#', { values: { 'a.b': choices('1') } }) ?? {};
		assert.deepEqual({ texts, extent }, { texts: ['1'], extent: 'all' });
	});

	test('too many combinations say nothing', () => {
		const many = choices(...Array.from({ length: 17 }, (_, index) => String(index)));
		assert.equal(textsOf('#a.b# #c.d#', { values: { 'a.b': many, 'c.d': many } }), undefined);
	});

	test('the macros of other places are not gone through', () => {
		const line = '#a.b#\n';
		const source = sourceOf(line.repeat(1000), { values: { 'a.b': choices('1', '2') } });
		let looks = 0;
		const macros = source.macros.map(macro => ({
			...macro,
			get start() {
				looks++;
				return macro.start;
			},
		}));
		const start = 500 * line.length;
		const place = { start, end: start + 5, text: 'MMMMM', isTemplate: false, decode: (raw: string) => raw };
		assert.deepEqual(possibleTexts({ ...source, macros }, place)?.texts, ['1', '2']);
		assert.ok(looks < 100, `${looks} looks`);
	});

	test('what is written there is all that can come', () =>
		assert.deepEqual(textsOf('plain'), { texts: ['plain'], extent: 'all', byDefault: 'plain', macros: [] }));
});
