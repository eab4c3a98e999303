import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formatConfig } from '../../../../server/language/readingAids/formatConfig';
import { applied } from '../../../support/markers';
import { site, siteText } from './siteFiles';

const formatted = (text: string): string => {
	const document = site(text);
	return applied(document, formatConfig(document, { tabSize: 4, insertSpaces: true }));
};

suite('formatting of a configuration-settings file', () => {
	test('a file in order stays as it is', () => assert.equal(formatted(siteText), siteText));

	test('a setting on one line stays on it, and the indentation is that of the file', () => {
		assert.equal(
			formatted('{\n  "name":"a",\n      "content": [\n  {"name":"b","type":"string"},\n{ "name": "c" }\n]\n}\n'),
			'{\n  "name": "a",\n  "content": [\n    {"name": "b", "type": "string"},\n    { "name": "c" }\n  ]\n}\n',
		);
	});

	test('line ends stay', () => assert.equal(formatted('{\r\n\t"a":1\r\n}\r\n'), '{\r\n\t"a": 1\r\n}\r\n'));

	test('a file on a single line is laid out as the editor is set', () => {
		assert.equal(formatted('{"name":"a","content":[]}'), '{\n    "name": "a",\n    "content": []\n}');
	});

	test('a file that is nested beyond reason is left alone', () => {
		const deep = '['.repeat(10_000);
		assert.equal(formatted(deep), deep);
	});
});
