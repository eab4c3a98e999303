import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { formatConfig } from '../../../../server/language/readingAids/formatConfig';
import { applied } from '../../../support/markers';
import { cases } from '../../../support/thorough';
import { site, siteText } from './siteFiles';

const fourBlanks = { tabSize: 4, insertSpaces: true };

const formatted = (text: string, options = fourBlanks): string => {
	const document = site(text);
	return applied(document, formatConfig(document, options));
};

suite('formatting of a configuration-settings file', () => {
	test('a file in order stays as it is', () => {
		const inBlanks = siteText.replace(/^\t+/gm, tabs => '  '.repeat(tabs.length));
		assert.equal(formatted(siteText, { tabSize: 4, insertSpaces: false }), siteText);
		assert.equal(formatted(siteText, { tabSize: 2, insertSpaces: true }), inBlanks);
		assert.equal(formatted(inBlanks, { tabSize: 4, insertSpaces: false }), siteText);
	});

	test('a setting on one line stays on it, and the step is that of the editor', () => {
		assert.equal(
			formatted('{\n  "name":"a",\n      "content": [\n  {"name":"b","type":"string"},\n{ "name": "c" }\n]\n}\n'),
			'{\n    "name": "a",\n    "content": [\n        {"name": "b", "type": "string"},\n        { "name": "c" }\n    ]\n}\n',
		);
	});

	test('brackets that open on one line are one step', () => {
		const hugging = `{
    "name": "a",
    "content": [{
        "name": "b",
        "template": [{
            "name": "c"
        }]
    }, {
        "name": "d"
    },
    {
        "name": "e",
        "choices": ["x",
            "y"]
    }]
}
`;
		assert.equal(formatted(hugging), hugging);
		assert.equal(formatted(hugging.replace(/^ +/gm, '')), hugging);
		assert.equal(formatted(hugging.replace(/^ +/gm, '   $&')), hugging);
	});

	test('an element below one that began on the line of its list is further in', () => {
		const text = '{\n    "content": [{ "name": "a" },\n        { "name": "b" }\n    ]\n}';
		assert.equal(formatted(text), text);
	});

	test('comments and blank lines stay; blanks at the ends of lines go', () => {
		assert.equal(
			formatted('{ \n\n// one \n"a": 1, // two\t\n/* three\n  four */\n\t\n"b": 2\n }'),
			'{\n\n    // one \n    "a": 1, // two\t\n    /* three\n  four */\n\n    "b": 2\n}',
		);
	});

	test('a text that is no JSON yet is indented all the same', () => {
		assert.equal(formatted('{\n"a": [\n{ "b": 1\n]\n}}\n"c'), '{\n    "a": [\n        { "b": 1\n        ]\n}}\n"c');
	});

	test('line ends stay', () => assert.equal(formatted('{\r\n\t"a":1\r\n}\r\n'), '{\r\n    "a": 1\r\n}\r\n'));

	test('a file on a single line is laid out as the editor is set', () => {
		assert.equal(formatted('{"name":"a","content":[]}'), '{\n    "name": "a",\n    "content": []\n}');
	});

	test('nothing but blanks changes, and a second time nothing at all', () => {
		const tokens = siteText.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[\w.]+/g) ?? [];
		const blanks = fc.array(fc.constantFrom('', '', '', ' ', '\n', '\n\t', ' \n  ', '\n\n'), {
			minLength: 7,
			maxLength: 40,
		});
		fc.assert(
			fc.property(blanks, fc.boolean(), (between, insertSpaces) => {
				const text = tokens.map((token, at) => (between[at % between.length] ?? '') + token).join('');
				const once = formatted(text, { tabSize: 3, insertSpaces });
				assert.equal(once.match(/"(?:[^"\\]|\\.)*"|\S/g)?.join(''), tokens.join(''));
				assert.equal(formatted(once, { tabSize: 3, insertSpaces }), once);
			}),
			cases({ few: 15, many: 2000 }),
		);
	});

	test('a file that is nested beyond reason is left alone', () => {
		const deep = '['.repeat(10_000);
		assert.equal(formatted(deep), deep);
	});
});
