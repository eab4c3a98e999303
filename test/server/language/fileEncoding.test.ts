import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
	encodingFixes,
	encodingProblems,
	type FileEncoding,
	isMisread,
	isUnreadable,
} from '../../../server/language/fileEncoding';
import { effectOf } from '../../../server/language/quickFix';
import { appliedTo } from '../../support/markers';

const latin = '<?xml version="1.0" encoding="ISO-8859-1"?><a/>';
const bom = 'UTF-8 with a byte order mark';
const forms = {
	config: { kind: 'config', isXml: false },
	manifest: { kind: 'manifest', isXml: false },
	values: { kind: 'values', isXml: false },
	kickstart: { kind: 'kickstart', isXml: false },
	esxi: { kind: 'esxi', isXml: false },
	windows: { kind: 'windows', isXml: true },
} as const;

suite('the encoding of a file', () => {
	for (const [kind, encoding, text, report] of [
		['kickstart', undefined, 'lang', undefined],
		['kickstart', 'UTF-8', 'lang ü', undefined],
		['kickstart', 'damaged UTF-8', 'lang \ufffd', 'unattend-encoding 5'],
		['config', undefined, '{"\ufffd": 1}', 'file-encoding 2'],
		['config', bom, '{}', 'json-byte-order-mark 0'],
		['manifest', bom, '{}', 'json-byte-order-mark 0'],
		['values', bom, '{}', 'json-byte-order-mark 0'],
		['kickstart', bom, 'lang', 'kickstart-byte-order-mark 0'],
		['esxi', bom, 'lang', undefined],
		['windows', bom, '<a/>', undefined],
		['windows', 'UTF-16 (little endian)', '<a/>', undefined],
		['windows', 'UTF-16 (big endian)', '<a/>', undefined],
		['windows', 'UTF-32 (big endian)', '<a/>', 'unattend-encoding 0'],
		['windows', 'Windows-1252', latin, undefined],
		['windows', 'Windows-1252', '<a/>', 'unattend-encoding 0'],
		['kickstart', 'Windows-1252', latin, 'unattend-encoding 0'],
		['config', 'UTF-16 (little endian)', '{}', 'file-encoding 0'],
	] as const satisfies readonly (readonly [
		keyof typeof forms,
		FileEncoding | undefined,
		string,
		string | undefined,
	])[]) {
		test(`${encoding} in ${kind}: ${report} in ${text}`, () => {
			const document = TextDocument.create('file:///site/a', kind, 1, text);
			const found = encodingProblems(document, forms[kind], encoding).map(({ code, start }) => `${code} ${start}`);
			assert.deepEqual(found, report === undefined ? [] : [report]);
		});
	}

	test('a text is another one, misread, where its plain letters are the same and it has signs of that', () => {
		assert.equal(isMisread('l\0a\0n\0g\0', 'lang'), true);
		assert.equal(isMisread('lang \ufffd', 'lang ü'), true);
		assert.equal(isMisread('lang', 'lang'), false);
		assert.equal(isMisread('lang \ufffd', 'lang \ufffd'), false);
		assert.equal(isMisread('lang \ufffd', 'time ü'), false);
	});

	test('in a single-byte encoding all but a few letters can be read', () => {
		assert.equal(isUnreadable({ encoding: 'UTF-16 (big endian)', decoded: 'a' }), true);
		assert.equal(isUnreadable({ encoding: 'Windows-1252', decoded: 'a' }), false);
		assert.equal(isUnreadable({ encoding: 'UTF-16 (big endian)', decoded: undefined }), false);
	});

	for (const [encoding, effect] of [
		['UTF-16 (little endian)', 'safe'],
		['Windows-1252', 'decides'],
	] as const)
		test(`what the disk says in ${encoding} is put there, and only for a report on that`, () => {
			const document = TextDocument.create('file:///site/a.ks', 'kickstart', 1, 'l\ufffdng');
			const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
			const reports = ['unattend-encoding', 'file-encoding', 'kickstart-value'].map(code => ({
				range,
				code,
				message: '',
			}));
			const fixes = encodingFixes(document, reports, { encoding, decoded: 'lang' });
			assert.deepEqual(
				fixes.map(fix => `${effectOf(fix)} ${appliedTo(document, fix.edit)}`),
				[`${effect} lang`, `${effect} lang`],
			);
			assert.deepEqual(encodingFixes(document, reports, { encoding, decoded: undefined }), []);
		});
});
