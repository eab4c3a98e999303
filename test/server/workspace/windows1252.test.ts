import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decodedWindows1252, encodedWindows1252 } from '../../../server/workspace/windows1252';

suite('Windows-1252', () => {
	test('every byte is read and written again as it was', () => {
		const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
		assert.deepEqual(encodedWindows1252(decodedWindows1252(bytes)), bytes);
	});

	test('signs stand where others have control characters', () => {
		const bytes = Uint8Array.of(0x7f, 0x80, 0x81, 0x93, 0x94, 0x9f, 0xa0, 0xff);
		assert.equal(decodedWindows1252(bytes), '\u007f€\u0081“”Ÿ\u00a0ÿ');
	});

	for (const text of ['\u0080', '\u009f', '\u0100', 'a\u2033', '😀'])
		test(`${JSON.stringify(text)} cannot be written`, () => assert.equal(encodedWindows1252(text), undefined));
});
