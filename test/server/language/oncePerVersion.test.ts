import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../../../server/language/oncePerVersion';

const documentOf = (text: string): TextDocument => TextDocument.create('file:///a', 'kickstart', 1, text);

suite('oncePerVersion', () => {
	test('a document is read anew when its text changes, and not before', () => {
		const lengths = oncePerVersion((document: TextDocument) => ({ length: document.getText().length }));
		const document = documentOf('ab');
		const first = lengths(document);
		assert.equal(lengths(document), first);
		TextDocument.update(document, [{ text: 'abc' }], 2);
		assert.equal(lengths(document).length, 3);
	});

	test('what else counts is compared by its items, documents among them by their version', () => {
		const together = oncePerVersion((subject: object, others: readonly TextDocument[]) => ({ subject, others }));
		const [subject, a, b] = [{}, documentOf('a'), documentOf('b')];
		const first = together(subject, [a, b]);
		assert.equal(together(subject, [a, b]), first);
		assert.notEqual(together(subject, [b, a]), first);
		const second = together(subject, [a, b]);
		TextDocument.update(b, [{ text: 'c' }], 2);
		assert.notEqual(together(subject, [a, b]), second);
	});

	test('a result of undefined is a result', () => {
		let runs = 0;
		const nothing = oncePerVersion((_subject: object): undefined => {
			runs++;
		});
		const subject = {};
		nothing(subject);
		nothing(subject);
		assert.equal(runs, 1);
	});

	test('what stands for the state decides, when it is said', () => {
		const named = oncePerVersion(
			(_subject: object, link: { readonly path: string }) => ({ link }),
			({ path }) => [path],
		);
		const subject = {};
		assert.equal(named(subject, { path: 'a' }), named(subject, { path: 'a' }));
		assert.notEqual(named(subject, { path: 'a' }), named(subject, { path: 'b' }));
	});

	test('a copy with other contents is a subject of its own', () => {
		const names = oncePerVersion(({ name }: { readonly name: string }) => ({ name }));
		const subject = { name: 'a', release: 9 };
		const first = names(subject);
		assert.notEqual(names({ ...subject, name: 'b' }), first);
		assert.equal(names(subject), first);
		assert.deepEqual(Object.keys(subject), ['name', 'release']);
	});

	test('different works on one subject do not meet', () => {
		const [one, other] = [1, 2].map(number => oncePerVersion((_subject: object) => number));
		const subject = {};
		assert.deepEqual([one?.(subject), other?.(subject), one?.(subject)], [1, 2, 1]);
	});
});
