import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { gatherTexts } from '../../../build/texts.mjs';
import { languageFor } from '../../../server/language/languageService';
import { keyOf, speak } from '../../../server/texts/texts';
import { raisedElsewhere, ruleExamples, type Subject } from './ruleExamples';

/** A text in a language whose letters are none of ours; what takes the place of a placeholder stays. */
const foreign = (text: string): string =>
	text
		.split(/(\{\w+\})/)
		.map(part =>
			part.startsWith('{') ? part : part.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
		)
		.join('');

/** Headings of rules, which a manifest is offered, are those of the pages: English. What no file raises has no example. */
const isSaid = (name: string): boolean =>
	!['README.md', 'link-rule-unknown.md', ...raisedElsewhere.map(code => `${code}.md`)].includes(name);

/** Two words in letters of ours. */
const words = /[a-z]{3,} [a-z]{3,}/;

/** Whatever is still English when the product speaks another language was said without a translation. */
suite('in another language', () => {
	const { keys } = gatherTexts();
	const phrases = [...keys.keys()].filter(key => words.test(key) && !key.includes('{'));

	before(() => speak(Object.fromEntries([...keys.keys()].map(key => [keyOf(key), foreign(key)]))));
	after(() => speak(undefined));

	for (const file of readdirSync('docs/rules').filter(isSaid)) {
		test(`all that is said about the examples of ${file}`, () => {
			const page = readFileSync(path.join('docs', 'rules', file), 'utf8');
			const examples = ['Wrong', 'Right'].flatMap(heading => ruleExamples(page, heading));
			// What is written into a file, and what a file says itself, is nobody's translation.
			const said = examples.flatMap(sayings).filter(saying => !saying.startsWith('```') && words.test(saying));
			const written = examples.map(({ document }) => document.getText()).join('\n');
			const left = phrases.filter(phrase => !written.includes(phrase) && said.some(saying => saying.includes(phrase)));
			assert.deepEqual(left, []);
		});
	}

	test('a single word of ours inside a message', () => {
		const page = readFileSync('docs/rules/json-missing-bracket.md', 'utf8');
		const said = ruleExamples(page, 'Wrong').flatMap(sayings);
		assert.ok(
			said.some(saying => saying.includes(foreign('before'))),
			said.join('\n'),
		);
	});
});

/** Whatever a person reads about a file. */
function sayings({ kind, document, context }: Subject): string[] {
	const language = languageFor(kind);
	const diagnostics = language.validate(document, context);
	const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
	const actions = language.codeActions?.(document, whole, diagnostics, context) ?? [];
	const said: unknown[] = [
		...diagnostics.flatMap(({ message, relatedInformation = [] }) => [
			message,
			...relatedInformation.map(each => each.message),
		]),
		...actions.map(({ title, disabled }) => [title, disabled?.reason]),
	];
	for (const { range } of diagnostics) {
		said.push(language.hover?.(document, range.start, context)?.contents);
		const items = language.complete?.(document, range.end, context) ?? [];
		said.push(...items.map(({ label, detail, documentation }) => [label, detail, documentation]));
	}
	return texts(said);
}

const texts = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(texts)
			: [];
