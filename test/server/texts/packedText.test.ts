import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { packedText } from '../../../build/packedText.mjs';
import { unpacked } from '../../../server/texts/packedText';

/** 700 characters of three bytes, each in a place of its own, so that codes of two bytes are needed. */
const manyCharacters = Array.from({ length: 700 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');

suite('packed texts', () => {
	const texts = {
		nothing: '',
		'one character': 'x',
		'one character many times': 'a'.repeat(5000),
		'characters of one to four bytes': 'aü漢𝄞\f\n'.repeat(400),
		'more characters than one byte can tell apart': manyCharacters.repeat(3),
	};
	for (const [what, text] of Object.entries(texts))
		test(`come back as they were: ${what}`, async () => {
			assert.equal(unpacked(await packedText(text)), text);
		});

	test('that were cut off are said to be damaged', async () => {
		const packed = await packedText('The value is not one of those that the installer takes. '.repeat(400));
		for (const length of [0, 1, 20]) assert.throws(() => unpacked(packed.subarray(0, length)), /damaged/);
	});

	test('hold what repeats only once', async () => {
		const text = 'The value is not one of those that the installer takes. '.repeat(400);
		assert.ok((await packedText(text)).length < text.length / 2);
	});
});
