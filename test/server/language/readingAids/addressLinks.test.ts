import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { addressesIn, addressesInText } from '../../../../server/language/readingAids/addressLinks';
import { marked } from '../../../support/markers';

suite('address links', () => {
	test('an address in a description ends before the full stop', () => {
		const { document, range } = marked('{ "description": "See ⟦https://example.net/a?b=1⟧." }');
		assert.deepEqual(addressesInText(document), [{ range, target: 'https://example.net/a?b=1' }]);
	});

	test('addresses come in the order of the text, whatever lines they share', () => {
		const { document, ranges } = marked(
			'{ "label": "⟦http://a.example⟧", "description": "⟦http://b.example⟧",\n"content": [{ "label": "⟦http://c.example⟧" }],\n"x": { "label": "⟦http://d.example⟧" } }',
		);
		assert.deepEqual(
			addressesInText(document).map(({ range }) => range),
			ranges,
		);
	});

	test('a value or a regex is data', () => {
		const { document } = marked('{ "value": "https://example.net", "regex": "^https://.*$" }');
		assert.deepEqual(addressesInText(document), []);
	});

	test('an address of a kickstart file is a link, one that a macro completes is none', () => {
		const { document, range } = marked(
			'url --url=⟦http://repo.example.net/9/⟧\nrepo --name=a --baseurl=http://example.net/#release#/\nurl --url="http://#host#/"\n',
			'kickstart',
		);
		assert.deepEqual(addressesIn(document), [{ range, target: 'http://repo.example.net/9/' }]);
	});
});
