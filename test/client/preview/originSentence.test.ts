import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { originSentence } from '../../../client/preview/originSentence';

suite('where the text of a macro comes from', () => {
	test('what an appliance says is told with its name', () => {
		assert.equal(originSentence('#a.b#', 'appliance', 'Lab'), '#a.b#: from Lab.');
		assert.match(originSentence('#a.b#', 'sample', 'Lab'), /^#a\.b#: a sample\./);
	});
});
