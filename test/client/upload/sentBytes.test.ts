import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sentBytes } from '../../../client/upload/sentBytes';

const name = 'answers.xml';
const text = 'lang de_DE\n';
const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
const withMark = Buffer.from(`\ufeff${text}`);

suite('the bytes that are sent of a file', () => {
	test('are its own, whatever its encoding', () => {
		for (const bytes of [utf16, withMark, Buffer.from(text)])
			assert.equal(sentBytes({ bytes, text, isDirty: false, name }), bytes);
	});

	test('of one with changes that are not saved, the text as it would be saved', () => {
		const changed = 'lang ja_JP\n';
		const sent = (bytes: Buffer) => Buffer.from(sentBytes({ bytes, text: changed, isDirty: true, name })).toString();
		assert.deepEqual([sent(Buffer.from(text)), sent(withMark)], [changed, `\ufeff${changed}`]);
		assert.throws(() => sent(utf16), { kind: 'refused', message: /not UTF-8 and has changes/ });
	});

	test('are not those of another text than was checked', () => {
		assert.throws(() => sentBytes({ bytes: Buffer.from(text), text: 'other', isDirty: false, name }), {
			kind: 'refused',
			message: /was changed while it was read/,
		});
	});
});
