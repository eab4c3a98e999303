import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRefusal, repairOf } from '../../../../../server/language/config/editing/repair';
import { cases } from '../../../../support/thorough';

/** Words are told apart by a number, so that one that is lost cannot hide behind another. */
const markers = /word\d+x/g;

let count = 0;
const word = (): string => `word${++count}x`;

/** Text as people write it into settings: several words, quotation marks, backslashes, letters of other scripts. */
const text = fc
	.array(fc.constantFrom(' ', ', ', '. ', ' "', '" ', "'", ' \\', '/', ' é', ' 中 ', '<b>', ' & ', ': ', '\n', ' # '), {
		maxLength: 3,
	})
	.map(signs => word() + signs.map(sign => sign + word()).join(''));

const leaf = fc.record({
	category: fc.constantFrom('dynamic', 'static'),
	common: fc.boolean(),
	name: fc.constant(0).map(word),
	label: text,
	description: text,
	type: fc.constant('string'),
	optional: fc.boolean(),
	choices: fc.array(text, { minLength: 1, maxLength: 3 }),
	value: text,
});
const file = fc.record({
	category: fc.constant('dynamic'),
	name: fc.constant(0).map(word),
	type: fc.constant('assoc_array'),
	optional: fc.constant(false),
	content: fc.array(leaf, { minLength: 1, maxLength: 3 }),
});

type Transformation = (json: string) => string;
const string = /"((?:[^"\\]|\\.)*)"/g;
const perLine =
	(mark: (line: string, index: number) => string): Transformation =>
	json =>
		json.split('\n').map(mark).join('\n');

/** Ways in which a text gets from one place to another. */
const transformations: readonly Transformation[] = [
	json => json,
	json => `${word()} ${word()}:\n\n${json}\n\n${word()}.`,
	json => `\`\`\`json\n${json}\n\`\`\``,
	json => `> ${word()}\n${json}`,
	json => `const config = ${json};`,
	json => `module.exports = ${json.replace(/"(\w+)":/g, '$1:')}`,
	json => json.replace(string, (_, inner: string) => `'${inner.replace(/'/g, "\\'").replace(/\\"/g, '"')}'`),
	json => json.replace(string, '“$1”'),
	json => json.replace(string, '„$1“').replaceAll('  ', '\u00a0 '),
	json => json.replaceAll('"', '&quot;'),
	json => `<pre>${json.replaceAll('\n', '<br>')}</pre>`,
	json => JSON.stringify(json).slice(1, -1),
	json => JSON.stringify(json),
	json => `${json}\n${json}`,
	json => `${json}\n{"name": "${word()}"}`,
	json => json.replaceAll('{', '｛').replaceAll(',\n', '，\n').replaceAll('": ', '"： '),
	json => json.replaceAll('": ', '" = '),
	json => `// ${word()}\n${json.replace(',\n', `, # ${word()}\n`)}`,
	json => json.replace('\n', `\n<!-- ${word()} -->\n`),
	json => json.replaceAll('true', 'True').replaceAll('false', 'False'),
	json => JSON.stringify({ content: JSON.parse(json), name: word(), os: 'rhels', other: word() }, undefined, 1),
	perLine(line => `+${line}`),
	perLine(line => `> ${line}`),
	perLine(line => `* ${line}`),
	perLine((line, index) => `${index + 1}: ${line}`),
	perLine((line, index) => `${index + 1} ${line}`),
	perLine((line, index) => (index === 1 ? `-  "name": "${word()}"\n+${line}` : ` ${line}`)),
];

/** One place at which something is lost or gets in. */
const damage = fc.record({
	/** In thousandths of the text. */
	at: fc.nat(1000),
	cut: fc.constantFrom(0, 0, 1, 1, 2, 15),
	put: fc.constantFrom(
		'',
		'',
		'"',
		'{',
		'}',
		'[',
		']',
		',',
		':',
		';',
		'(',
		')',
		'...',
		'\n',
		'\\',
		' lost',
		'</p>',
		"'",
	),
});
const cutOff = fc.option(fc.integer({ min: 200, max: 1000 }), { freq: 4 });

suite('repair loses nothing', () => {
	test('every word of a damaged paste is in the repaired text or in what it says is left out', () => {
		fc.assert(
			fc.property(
				file,
				fc.constantFrom(...transformations),
				fc.array(damage, { maxLength: 3 }),
				cutOff,
				(settings, transform, places, end) => {
					let pasted = transform(JSON.stringify(settings, undefined, 2));
					for (const { at, cut, put } of places) {
						const start = Math.floor((at * pasted.length) / 1000);
						pasted = pasted.slice(0, start) + put + pasted.slice(start + cut);
					}
					if (end !== null) pasted = pasted.slice(0, Math.floor((end * pasted.length) / 1000));
					const repair = repairOf(TextDocument.create('file:///site.xclarity.json', 'xclarity-config', 1, pasted));
					if (!repair || isRefusal(repair)) return;
					const kept = [repair.text, ...repair.leftOut.map(left => left.text)].join('\n');
					const lost = (pasted.match(markers) ?? []).filter(marker => !kept.includes(marker));
					assert.deepEqual(lost, [], pasted);
				},
			),
			cases({ few: 10, many: 500 }),
		);
	});
});
