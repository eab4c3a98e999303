import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { replacedBytes } from '../../../server/cli/replacedBytes';
import { decodeFile } from '../../../server/workspace/decodeFile';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const declaring = (name: string, text: string): string => `<?xml version="1.0" encoding="${name}"?>\n<a>${text}</a>\n`;

/** The bytes that a text in an encoding of one byte becomes; `undefined` where it is refused. */
function replaced(name: string, { before, after }: { readonly before: string; readonly after: string }) {
	const made = replacedBytes(latin(declaring(name, before)), { after: declaring(name, after), isPlain: false });
	return 'refusal' in made ? undefined : Buffer.from(made).toString('latin1');
}

suite('the letters of an encoding of one byte', () => {
	for (const [name, what, made] of [
		['ISO-8859-1', 'Zürich Köln', 'Z\xfcrich K\xf6ln'],
		['windows-1252', 'Zürich €', 'Z\xfcrich \x80'],
	] as const)
		test(`${name}: a new letter that it has`, () => {
			assert.equal(replaced(name, { before: 'Z\xfcrich', after: what }), declaring(name, made));
		});

	for (const [name, after] of [
		['ISO-8859-1', 'Zürich €'],
		['windows-1252', 'Zürich Ω'],
		['ISO-8859-2', 'Zürich Köln'],
	] as const)
		test(`${name}: ${after} is refused, since a letter of it has no certain byte`, () => {
			assert.equal(replaced(name, { before: 'Z\xfcrich', after }), undefined);
		});

	test('letters that were there keep their bytes, whichever they are', () => {
		const all = String.fromCharCode(...Array.from({ length: 128 }, (_, index) => index + 128));
		const text = `<?xml version="1.0" encoding="ISO-8859-2"?>\n<a>${all}</a>`;
		const decoded = decodeFile(latin(text)).text;
		const made = replacedBytes(latin(text), { after: decoded.replace('<a>', '<a> '), isPlain: false });
		assert.ok(!('refusal' in made));
		assert.deepEqual(Buffer.from(made), latin(text.replace('<a>', '<a> ')));
	});
});
