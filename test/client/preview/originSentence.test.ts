import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { originSentence } from '../../../client/preview/originSentence';

suite('where the text of a macro comes from', () => {
	test('what an appliance says is told with its name', () => {
		assert.equal(originSentence('appliance', 'Lab'), 'from Lab.');
		assert.match(originSentence('sample', 'Lab'), /^a sample\./);
	});
});
