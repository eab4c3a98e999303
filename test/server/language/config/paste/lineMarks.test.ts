import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { stampedLines } from '../../../../../server/language/config/paste/lineMarks';

suite('lines with the time', () => {
	test('of two a time may be meant, three are a log', () => {
		assert.equal(stampedLines('10:00 {\n10:01 }\n'), undefined);
		assert.equal(stampedLines('10:00 {\n10:01 "a": 1\n10:02 }\n')?.changes.length, 3);
	});
});
